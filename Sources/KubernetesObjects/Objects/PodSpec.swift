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
  /// When containers that ended are started anew: `Always`, `OnFailure` or `Never`; empty where none is written, which is `Always`.
  @ByteExact public var restartPolicy: String
  /// The names of the volumes, in the order written.
  @ByteExactList public var volumeNames: [String]

  /// A specification with the given values.
  public init(
    containers: [Container] = [],
    initContainers: [Container] = [],
    nodeName: String = "",
    serviceAccountName: String = "",
    volumeNames: [String] = [],
    restartPolicy: String = ""
  ) {
    self.containers = containers
    self.initContainers = initContainers
    self.nodeName = nodeName
    self.serviceAccountName = serviceAccountName
    self.volumeNames = volumeNames
    self.restartPolicy = restartPolicy
  }
}

extension PodSpec: Decodable {
  private enum CodingKeys: String, CodingKey {
    case containers, initContainers, nodeName, serviceAccountName, volumes, restartPolicy
  }

  private struct Volume: Decodable {
    let name: String?
  }

  /// Decodes `spec`; absent and null lists are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      containers: try container.decodeIfPresent([Container].self, forKey: .containers) ?? [],
      initContainers: try container.decodeIfPresent([Container].self, forKey: .initContainers) ?? [],
      nodeName: try container.decodeIfPresent(String.self, forKey: .nodeName) ?? "",
      serviceAccountName: try container.decodeIfPresent(String.self, forKey: .serviceAccountName) ?? "",
      volumeNames: try container.decodeIfPresent([Volume].self, forKey: .volumes)?.compactMap(\.name) ?? [],
      restartPolicy: try container.decodeIfPresent(String.self, forKey: .restartPolicy) ?? ""
    )
  }
}
