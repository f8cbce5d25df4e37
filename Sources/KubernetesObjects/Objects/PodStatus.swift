/// What the mapping reads of a Pod's status.
public struct PodStatus: Sendable, Hashable {
  /// `Pending`, `Running`, `Succeeded`, `Failed` or `Unknown`; empty where none is written.
  @ByteExact public var phase: String
  /// Why the Pod is in its phase, e.g. `Evicted`; mostly empty.
  @ByteExact public var reason: String
  /// The Pod's address, empty before it has one.
  @ByteExact public var podIP: String
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
