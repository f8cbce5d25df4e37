import KubernetesObjects

/// Kuma's ZoneIngress: the proxy through which other zones reach this one.
public struct ZoneIngress: Sendable, Hashable {
  /// The name, namespace, labels and owner.
  public var metadata: Dataplane.Metadata
  /// The Pod's address.
  public var address: String
  /// The port of the Pod.
  public var port: UInt32
  /// The address under which other zones reach it; empty where it is not known yet.
  public var advertisedAddress: String
  /// The port under which other zones reach it; 0 where it is not known yet.
  public var advertisedPort: UInt32
  /// The port of Envoy's administration, where one is set.
  public var adminPort: UInt32?

  /// A ZoneIngress with the given values.
  public init(
    metadata: Dataplane.Metadata,
    address: String,
    port: UInt32,
    advertisedAddress: String = "",
    advertisedPort: UInt32 = 0,
    adminPort: UInt32? = nil
  ) {
    self.metadata = metadata
    self.address = address
    self.port = port
    self.advertisedAddress = advertisedAddress
    self.advertisedPort = advertisedPort
    self.adminPort = adminPort
  }

  /// The kind of the resource.
  public static let kind = "ZoneIngress"
}
