/// What the mapping reads of a Pod's status.
public struct PodStatus: Sendable, Hashable {
  /// `Pending`, `Running`, `Succeeded`, `Failed` or `Unknown`; empty where none is written.
  public var phase: String
  /// Why the Pod is in its phase, e.g. `Evicted`; mostly empty.
  public var reason: String
  /// The Pod's address, empty before it has one.
  public var podIP: String
  /// The statuses of the containers.
  public var containerStatuses: [ContainerStatus]
  /// The statuses of the init containers.
  public var initContainerStatuses: [ContainerStatus]

  /// A status with the given values.
  public init(
    phase: String = "",
    reason: String = "",
    podIP: String = "",
    containerStatuses: [ContainerStatus] = [],
    initContainerStatuses: [ContainerStatus] = []
  ) {
    self.phase = phase
    self.reason = reason
    self.podIP = podIP
    self.containerStatuses = containerStatuses
    self.initContainerStatuses = initContainerStatuses
  }
}

extension PodStatus {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.phase.hasSameBytes(as: right.phase)
      && left.reason.hasSameBytes(as: right.reason)
      && left.podIP.hasSameBytes(as: right.podIP)
      && left.containerStatuses == right.containerStatuses
      && left.initContainerStatuses == right.initContainerStatuses
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(phase))
    hasher.combine(ExactString(reason))
    hasher.combine(ExactString(podIP))
    hasher.combine(containerStatuses)
    hasher.combine(initContainerStatuses)
  }
}

extension PodStatus: Decodable {
  private enum CodingKeys: String, CodingKey {
    case phase, reason, podIP, containerStatuses, initContainerStatuses
  }

  /// Decodes `status`; absent strings and lists are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      phase: try container.decodeIfPresent(String.self, forKey: .phase) ?? "",
      reason: try container.decodeIfPresent(String.self, forKey: .reason) ?? "",
      podIP: try container.decodeIfPresent(String.self, forKey: .podIP) ?? "",
      containerStatuses: try container.decodeIfPresent([ContainerStatus].self, forKey: .containerStatuses) ?? [],
      initContainerStatuses: try container.decodeIfPresent([ContainerStatus].self, forKey: .initContainerStatuses) ?? []
    )
  }
}
