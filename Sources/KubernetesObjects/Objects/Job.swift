/// What the mapping reads of a Job: who it is and who owns it.
public struct Job: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta

  /// An object with the given metadata.
  public init(metadata: ObjectMeta) {
    self.metadata = metadata
  }
}

extension Job: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata
  }

  /// The kind that the type reads.
  public static let kind = "Job"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["batch/v1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = "batch"
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.namespaced

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(metadata: try container.decode(ObjectMeta.self, forKey: .metadata))
  }
}
