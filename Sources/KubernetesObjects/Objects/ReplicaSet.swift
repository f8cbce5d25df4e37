/// What the mapping reads of a ReplicaSet: who it is and who owns it.
public struct ReplicaSet: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta

  /// An object with the given metadata.
  public init(metadata: ObjectMeta) {
    self.metadata = metadata
  }
}

extension ReplicaSet: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata
  }

  /// The kind that the type reads.
  public static let kind = "ReplicaSet"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["apps/v1", "apps/v1beta2", "extensions/v1beta1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "apps"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(metadata: try container.decode(ObjectMeta.self, forKey: .metadata))
  }
}
