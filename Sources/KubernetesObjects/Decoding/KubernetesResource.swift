/// A type that reads objects of one kind.
public protocol KubernetesResource: Decodable, Sendable, Hashable {
  /// The kind that the type reads, e.g. `Pod`.
  static var kind: String { get }
  /// The API versions of that kind that the type reads.
  static var apiVersions: [String] { get }
  /// The metadata of the object.
  var metadata: ObjectMeta { get }
}

extension KubernetesResource {
  /// Whether objects of the given API version and kind are what the type reads; an absent API version is taken for one that is.
  package static func reads(_ type: ObjectType) -> Bool {
    type.kind.hasSameBytes(as: kind)
      && (type.apiVersion.isEmpty || apiVersions.contains { $0.hasSameBytes(as: type.apiVersion) })
  }

  /// Refuses an object that says to be of another kind or API version. One that says nothing, as the items of a raw
  /// `PodList` do, is taken for what it is decoded as.
  package static func checkType(of decoder: any Decoder) throws {
    let type = try ObjectType(from: decoder)
    let isWrongKind = !type.kind.isEmpty && !type.kind.hasSameBytes(as: kind)
    let isWrongVersion = !type.apiVersion.isEmpty && !apiVersions.contains { $0.hasSameBytes(as: type.apiVersion) }
    guard isWrongKind || isWrongVersion else { return }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: decoder.codingPath + [AnyKey(stringValue: isWrongKind ? "kind" : "apiVersion")],
        debugDescription: "says \(type.apiVersion) \(type.kind) where \(apiVersions[0]) \(kind) is read"
      )
    )
  }
}
