/// An object of a kind that the mapping does not read, kept by its type and name so that it can be counted, each once.
public struct UnsupportedObject: Sendable, Hashable {
  /// The API version and kind.
  public var type: ObjectType
  /// The namespace as written; nil where it is absent or cannot be read.
  @OptionalByteExact public var namespace: String?
  /// The name; empty where it is absent or cannot be read.
  @ByteExact public var name: String

  /// An object with the given values.
  public init(type: ObjectType, namespace: String? = nil, name: String = "") {
    self.type = type
    self.namespace = namespace
    self.name = name
  }

  /// What names the object; without a name where the object has none.
  public var reference: ObjectReference {
    ObjectReference(apiGroup: type.apiGroup, kind: type.kind, namespace: namespace ?? "", name: name)
  }

  /// The object of a type at which a decoder stands. Nothing else about it needs to be as it should be.
  init(type: ObjectType, from decoder: any Decoder) {
    let name = LenientName(of: decoder)
    self.init(type: type, namespace: name.namespace, name: name.name ?? "")
  }
}
