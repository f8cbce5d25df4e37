/// What the mapping reads of a container's status.
public struct ContainerStatus: Sendable, Hashable {
  /// The name of the container.
  @ByteExact public var name: String
  /// Whether the container is ready.
  public var isReady: Bool
  /// Whether the container has ended (`state.terminated` is present).
  public var isTerminated: Bool
  /// What the container ended with, where it has (`state.terminated.exitCode`).
  public var exitCode: Int

  /// A status with the given values.
  public init(name: String, isReady: Bool, isTerminated: Bool = false, exitCode: Int = 0) {
    self.name = name
    self.isReady = isReady
    self.isTerminated = isTerminated
    self.exitCode = exitCode
  }
}

extension ContainerStatus: Identifiable {
  /// The name of the container, unique in the Pod.
  public var id: ExactString { ExactString(name) }
}

extension ContainerStatus: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name, ready, state
  }

  private enum StateKeys: String, CodingKey {
    case terminated
  }

  private enum TerminationKeys: String, CodingKey {
    case exitCode
  }

  /// Decodes an entry of `status.containerStatuses`; an absent `ready` is false.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let state = try container.nestedIfPresent(keyedBy: StateKeys.self, forKey: .state)
    let isTerminated =
      if let state { state.contains(.terminated) ? try !state.decodeNil(forKey: .terminated) : false } else { false }
    let termination = try state?.nestedIfPresent(keyedBy: TerminationKeys.self, forKey: .terminated)
    self.init(
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      isReady: try container.decodeIfPresent(Bool.self, forKey: .ready) ?? false,
      isTerminated: isTerminated,
      exitCode: try termination?.numberIfPresent(Int.self, forKey: .exitCode) ?? 0
    )
  }
}
