public import KubernetesObjects

/// Where a zone proxy in a mesh listens (VALID-12).
public struct ListenerPlace: Sendable, Hashable {
  /// The address; empty before the Pod has one.
  @ByteExact public private(set) var address: String
  /// The port.
  public let port: Int

  /// A place of the given address and port.
  public init(address: String, port: Int) {
    self.address = address
    self.port = port
  }
}
