/// What the mapping reads of a Node: its labels, its addresses, under which others reach a zone, and the version of Kubernetes that it
/// runs.
public struct Node: Sendable, Hashable {
  /// The metadata.
  public var metadata: ObjectMeta
  /// The addresses, in the order written.
  public var addresses: [NodeAddress]

  /// The version of its kubelet (`status.nodeInfo.kubeletVersion`), e.g. `v1.31.2`; empty where none is written.
  @ByteExact public var kubeletVersion: String

  /// A Node with the given values.
  public init(metadata: ObjectMeta, addresses: [NodeAddress] = [], kubeletVersion: String = "") {
    self.metadata = metadata
    self.addresses = addresses
    self.kubeletVersion = kubeletVersion
  }
}

extension Node: KubernetesResource {
  private enum CodingKeys: String, CodingKey {
    case metadata, status
  }

  private enum StatusKeys: String, CodingKey {
    case addresses, nodeInfo
  }

  private enum InfoKeys: String, CodingKey {
    case kubeletVersion
  }

  /// The kind that the type reads.
  public static let kind = "Node"
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
    let info = try status?.nestedIfPresent(keyedBy: InfoKeys.self, forKey: .nodeInfo)
    self.init(
      metadata: try container.decode(ObjectMeta.self, forKey: .metadata),
      addresses: try status?.decodeIfPresent([NodeAddress].self, forKey: .addresses) ?? [],
      kubeletVersion: try info?.decodeIfPresent(String.self, forKey: .kubeletVersion) ?? ""
    )
  }
}
