/// What the mapping reads of a Namespace.
public struct Namespace: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// `Active` or `Terminating`; empty where none is written.
  @ByteExact public var phase: String

  /// A Namespace with the given values.
  public init(metadata: ObjectMeta, phase: String = "") {
    self.metadata = metadata
    self.phase = phase
  }

  /// Whether the Namespace is being deleted.
  public var isTerminating: Bool { phase == "Terminating" }
}

extension Namespace: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, status
  }

  private enum StatusKeys: String, CodingKey {
    case phase
  }

  /// The kind that the type reads.
  public static let kind = "Namespace"
  /// The API versions of that kind that the type reads.
  public static let apiVersions = ["v1"]
  /// The group of the API that the kind belongs to.
  public static let apiGroup = ""
  /// Where the names of objects of the kind are unique.
  public static let scope = ResourceScope.cluster

  /// Decodes what is read of the object.
  public init(fieldsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let status = try container.nestedIfPresent(keyedBy: StatusKeys.self, forKey: .status)
    self.init(
      metadata: try container.decode(ObjectMeta.self, forKey: .metadata),
      phase: try status?.decodeIfPresent(String.self, forKey: .phase) ?? ""
    )
  }
}
