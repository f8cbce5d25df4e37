/// An element of an ``ObjectList``: something that decodes from any object of a cluster.
public protocol ListElement: Decodable, Sendable, Hashable {
  /// Decodes an object of a type.
  ///
  /// - Parameters:
  ///   - decoder: Where the object is.
  ///   - type: The type that the object names, or where it names none, the one that its list gives it.
  /// - Throws: `DecodingError` where the object is not what its type says.
  init(from decoder: any Decoder, as type: ObjectType) throws
  /// What names the object among those of all kinds.
  var reference: ObjectReference { get }
}

extension ListElement {
  /// Decodes an object of the type that it names.
  public init(from decoder: any Decoder) throws {
    try self.init(from: decoder, as: ObjectType(from: decoder))
  }
}
