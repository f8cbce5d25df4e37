/// Why an object could not be decoded: which object, which field, and what is wrong with it.
public struct ObjectFailure: Error, Sendable, Hashable {
  /// The API version of the object; nil where it cannot be read.
  @OptionalByteExact public var apiVersion: String?
  /// The kind of the object; nil where it cannot be read.
  @OptionalByteExact public var kind: String?
  /// The namespace of the object as written; nil where it is absent or cannot be read.
  @OptionalByteExact public var namespace: String?
  /// The name of the object; nil where it cannot be read.
  @OptionalByteExact public var name: String?
  /// The path to the object in its document, e.g. `items[3]`; empty where the object is the document.
  @ByteExact public var itemPath: String
  /// The path to the field, e.g. `spec.ports[0].port`; empty where the object as a whole is wrong.
  @ByteExact public var path: String
  /// What is wrong with the field, and so what to write instead.
  @ByteExact public var problem: String

  /// A failure with the given values.
  public init(
    apiVersion: String? = nil,
    kind: String?,
    namespace: String? = nil,
    name: String? = nil,
    itemPath: String = "",
    path: String,
    problem: String
  ) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.namespace = namespace
    self.name = name
    self.itemPath = itemPath
    self.path = path
    self.problem = problem
  }

  /// What names the object, so that what is known of it can be removed or marked; nil where the kind or the name cannot be read. Of a list
  /// that was cut off it is the kind of its items, without a name.
  public var reference: ObjectReference? {
    if let cutList {
      return cutList.itemType.map { ObjectReference(apiGroup: $0.apiGroup, kind: $0.kind, namespace: "", name: "") }
    }
    guard let kind, let name else { return nil }
    let group = ObjectType(apiVersion: apiVersion ?? "", kind: kind).apiGroup
    return ObjectReference(apiGroup: group, kind: kind, namespace: namespace ?? "", name: name)
  }

  /// The type of a list that was cut off before its last object, where the failure is that; nil elsewhere. Nothing is wrong with the objects
  /// that it holds.
  public var cutList: ObjectType? {
    path.hasSameBytes(as: Self.cutPath) ? ObjectType(apiVersion: apiVersion ?? "", kind: kind ?? "") : nil
  }

  private static let cutPath = "metadata.continue"

  /// The failure that a list was cut off.
  init(ofCutListAt itemPath: String, _ type: ObjectType) {
    self.init(
      apiVersion: type.apiVersion, kind: type.kind, itemPath: itemPath, path: Self.cutPath,
      problem: "says that there are more objects than the list holds, which are unknown; list them without a limit")
  }

  /// Whether what stands there is no object of Kubernetes at all, such as the values of a chart, rather than one that cannot be
  /// read: it names no kind. Its `apiVersion` may be a number then, as that of what Grafana is provisioned with is.
  public var isOfNoObject: Bool { kind == nil && ["", "kind", "apiVersion"].contains(path) }

  /// Whether the field holds something else where only a string may stand: a number or a Boolean without quotes, for example.
  public var isUnquotedString: Bool { problem.hasSameBytes(as: Self.unquotedString) }

  static let unquotedString = "must be a string; put the value in quotes"

  /// The object as far as it names itself, e.g. `Service demo/web`, with its path in a list, e.g. `items[3]`; safe to print.
  public var object: String {
    let kind = (kind ?? "object").printedSafely
    let fullName = name.map { name in (namespace.map { "\($0)/\(name)" } ?? name).printedSafely }
    return switch (fullName, itemPath.isEmpty) {
    case (let name?, true): "\(kind) \(name)"
    case (let name?, false): "\(kind) \(name) (\(itemPath))"
    case (nil, true): kind
    case (nil, false): "\(kind) at \(itemPath)"
    }
  }
}

extension ObjectFailure: CustomStringConvertible {
  /// The object, the field and what is wrong with it, in one line that is safe to print.
  public var description: String {
    path.isEmpty ? "\(object) \(problem)" : "\(object): \(path.printedSafely) \(problem)"
  }
}
