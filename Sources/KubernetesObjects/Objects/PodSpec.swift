/// What the mapping reads of a Pod's specification.
public struct PodSpec: Sendable, Hashable {
  /// The containers, in the order written.
  public var containers: [Container]
  /// The containers that run before those, in the order written; native sidecars among them.
  public var initContainers: [Container]
  /// The node that the Pod is bound to, empty before it is.
  @ByteExact public var nodeName: String
  /// The service account that the Pod runs as, empty where none is written.
  @ByteExact public var serviceAccountName: String
  /// When containers that ended are restarted: `Always`, `OnFailure` or `Never`; empty if none is written, which means `Always`.
  @ByteExact public var restartPolicy: String
  /// The names of the volumes, in the order written.
  @ByteExactList public var volumeNames: [String]
  /// The user that containers run as which do not say it themselves (`securityContext.runAsUser`), where it is written.
  public var runAsUser: Int64?
  /// The network that the containers are in.
  public var network: Network

  /// A specification with the given values.
  public init(
    containers: [Container] = [],
    initContainers: [Container] = [],
    nodeName: String = "",
    serviceAccountName: String = "",
    volumeNames: [String] = [],
    restartPolicy: String = "",
    runAsUser: Int64? = nil,
    network: Network = .pod
  ) {
    self.containers = containers
    self.initContainers = initContainers
    self.nodeName = nodeName
    self.serviceAccountName = serviceAccountName
    self.volumeNames = volumeNames
    self.restartPolicy = restartPolicy
    self.runAsUser = runAsUser
    self.network = network
  }

  /// The network that the containers of a Pod are in.
  public enum Network: Sendable, Hashable {
    /// One of the Pod's own.
    case pod
    /// That of the Node (`hostNetwork: true`).
    case host
  }
}

extension PodSpec {
  /// Whether another specification is the same but for the Node that the Pod is on: every field but that one.
  package func isSameApartFromNode(as other: PodSpec) -> Bool {
    containers == other.containers && initContainers == other.initContainers && network == other.network
      && serviceAccountName.hasSameBytes(as: other.serviceAccountName)
      && restartPolicy.hasSameBytes(as: other.restartPolicy)
      && runAsUser == other.runAsUser && _volumeNames == other._volumeNames
  }
}

extension PodSpec: Decodable {
  private enum CodingKeys: String, CodingKey {
    case containers, initContainers, nodeName, serviceAccountName, serviceAccount, volumes, restartPolicy, securityContext,
      hostNetwork
  }

  private enum SecurityContextKeys: String, CodingKey {
    case runAsUser
  }

  private struct Volume: Decodable {
    let name: String?
  }

  /// Decodes `spec`; absent and null lists are empty. Where `serviceAccountName` is absent or empty its old name, `serviceAccount`, holds,
  /// as Kubernetes has it (Convert_v1_PodSpec_To_core_PodSpec).
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let security = try container.nestedIfPresent(keyedBy: SecurityContextKeys.self, forKey: .securityContext)
    let account = try container.decodeIfPresent(String.self, forKey: .serviceAccountName) ?? ""
    let isOnHost = try container.decodeIfPresent(Bool.self, forKey: .hostNetwork) ?? false
    self.init(
      containers: try container.decodeIfPresent([Container].self, forKey: .containers) ?? [],
      initContainers: try container.decodeIfPresent([Container].self, forKey: .initContainers) ?? [],
      nodeName: try container.decodeIfPresent(String.self, forKey: .nodeName) ?? "",
      serviceAccountName: account.isEmpty
        ? try container.decodeIfPresent(String.self, forKey: .serviceAccount) ?? "" : account,
      volumeNames: try container.decodeIfPresent([Volume].self, forKey: .volumes)?.compactMap(\.name) ?? [],
      restartPolicy: try container.decodeIfPresent(String.self, forKey: .restartPolicy) ?? "",
      runAsUser: try security?.numberIfPresent(Int64.self, forKey: .runAsUser),
      network: isOnHost ? .host : .pod
    )
  }
}
