/// A type that reads objects of one kind.
public protocol KubernetesResource: Decodable, Sendable, Hashable, Identifiable where ID == ObjectReference {
  /// The kind that the type reads, e.g. `Pod`.
  static var kind: String { get }
  /// The API versions of that kind that the type reads.
  static var apiVersions: [String] { get }
  /// The group of the API that the kind belongs to; empty for the core of Kubernetes.
  static var apiGroup: String { get }
  /// Where the names of objects of the kind are unique.
  static var scope: ResourceScope { get }
  /// The metadata of the object.
  var metadata: ObjectMeta { get }

  /// Decodes an object that is known to be of the kind; what it says about that is not looked at.
  ///
  /// - Throws: `DecodingError` where a field that is read is not as it should be.
  init(fieldsFrom decoder: any Decoder) throws
}

extension KubernetesResource {
  /// Decodes an object of the kind. One that names no kind, as the items of a `PodList` do not, is taken for what it is decoded as.
  ///
  /// - Throws: `DecodingError` where the object names another kind or API version, or a field is not as it should be.
  public init(from decoder: any Decoder) throws {
    try Self.check(ObjectType(from: decoder), at: decoder.codingPath)
    try self.init(fieldsFrom: decoder)
  }

  /// Whether objects of the given API version and kind are what the type reads; an absent API version is taken for one that is.
  package static func reads(_ type: ObjectType) -> Bool {
    type.kind.hasSameBytes(as: kind)
      && (type.apiVersion.isEmpty || apiVersions.contains { $0.hasSameBytes(as: type.apiVersion) })
  }

  private static func check(_ type: ObjectType, at path: [any CodingKey]) throws {
    let isWrongKind = !type.kind.isEmpty && !type.kind.hasSameBytes(as: kind)
    let isWrongVersion = !type.apiVersion.isEmpty && !apiVersions.contains { $0.hasSameBytes(as: type.apiVersion) }
    guard isWrongKind || isWrongVersion else { return }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: path + [AnyKey(stringValue: isWrongKind ? "kind" : "apiVersion")],
        debugDescription: "names \(type.apiVersion) \(type.kind), but \(apiVersions[0]) \(kind) is expected"
      )
    )
  }
}
