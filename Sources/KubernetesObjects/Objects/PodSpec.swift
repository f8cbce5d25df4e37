/// What the mapping reads of a Pod's specification.
public struct PodSpec: Sendable, Hashable {
  /// The containers, in the order written.
  public var containers: [Container]
  /// The containers that run before those, in the order written; native sidecars among them.
  public var initContainers: [Container]
  /// The node that the Pod is bound to, empty before it is.
  public var nodeName: String
  /// The service account that the Pod runs as, empty where none is written.
  public var serviceAccountName: String

  /// A specification with the given values.
  public init(
    containers: [Container] = [],
    initContainers: [Container] = [],
    nodeName: String = "",
    serviceAccountName: String = ""
  ) {
    self.containers = containers
    self.initContainers = initContainers
    self.nodeName = nodeName
    self.serviceAccountName = serviceAccountName
  }
}

extension PodSpec {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.nodeName.hasSameBytes(as: right.nodeName)
      && left.serviceAccountName.hasSameBytes(as: right.serviceAccountName)
      && left.containers == right.containers
      && left.initContainers == right.initContainers
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(nodeName))
    hasher.combine(ExactString(serviceAccountName))
    hasher.combine(containers)
    hasher.combine(initContainers)
  }
}

extension PodSpec: Decodable {
  private enum CodingKeys: String, CodingKey {
    case containers, initContainers, nodeName, serviceAccountName
  }

  /// Decodes `spec`; absent and null lists are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      containers: try container.decodeIfPresent([Container].self, forKey: .containers) ?? [],
      initContainers: try container.decodeIfPresent([Container].self, forKey: .initContainers) ?? [],
      nodeName: try container.decodeIfPresent(String.self, forKey: .nodeName) ?? "",
      serviceAccountName: try container.decodeIfPresent(String.self, forKey: .serviceAccountName) ?? ""
    )
  }
}
