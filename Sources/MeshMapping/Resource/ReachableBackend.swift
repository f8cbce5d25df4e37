public import KubernetesObjects

/// One backend that a Pod may reach.
public struct ReachableBackend: Sendable, Hashable {
  /// The kind, e.g. `MeshService`.
  @ByteExact public var kind: String
  /// The name; empty where the backend is named by labels.
  @ByteExact public var name: String
  /// The namespace; empty where none is written.
  @ByteExact public var namespace: String
  /// The port, where one is written.
  public var port: Int?
  /// The labels of the backends that are meant.
  public var labels: StringMap

  /// A backend with the given values.
  public init(kind: String, name: String = "", namespace: String = "", port: Int? = nil, labels: StringMap = [:]) {
    self.kind = kind
    self.name = name
    self.namespace = namespace
    self.port = port
    self.labels = labels
  }
}

extension ReachableBackend: Decodable {
  private enum CodingKeys: String, CodingKey {
    case kind, name, namespace, port, labels
  }

  /// Decodes a backend of a Dataplane.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      kind: try container.decodeIfPresent(String.self, forKey: .kind) ?? "",
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      namespace: try container.decodeIfPresent(String.self, forKey: .namespace) ?? "",
      port: try container.unsignedIfPresent(forKey: .port),
      labels: try container.decodeIfPresent(StringMap.self, forKey: .labels) ?? [:]
    )
  }
}
