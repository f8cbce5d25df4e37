public import KubernetesObjects

/// What distinguishes the outbounds of a Dataplane: the service, the address and the port.
public struct OutboundKey: Sendable, Hashable {
  /// The tag of the service; empty where the outbound has none.
  @ByteExact public private(set) var service: String
  /// The address that the outbound listens on.
  @ByteExact public private(set) var address: String
  /// The port that the outbound listens on.
  public let port: Int

  /// What distinguishes an outbound of the given service, address and port from others.
  public init(service: String, address: String, port: Int) {
    self.service = service
    self.address = address
    self.port = port
  }
}

extension OutboundKey: CustomStringConvertible {
  /// The key as it stands in a path, safe to print.
  public var description: String { "\(service.printedSafely), \(address.printedSafely):\(port)" }
}
