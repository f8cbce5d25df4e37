public import KubernetesObjects

/// Kuma's ZoneIngress: the proxy through which other zones reach this one.
public struct ZoneIngress: Sendable, Hashable {
  /// The name, namespace, labels and owner.
  public var metadata: Dataplane.Metadata
  /// The Pod's address.
  @ByteExact public var address: String
  /// The port of the Pod.
  public var port: Int
  /// The address under which other zones reach it; empty where it is not known yet.
  @ByteExact public var advertisedAddress: String
  /// The port under which other zones reach it; 0 where it is not known yet.
  public var advertisedPort: Int
  /// The port of Envoy's administration, where one is set.
  public var adminPort: Int?

  /// A ZoneIngress with the given values.
  public init(
    metadata: Dataplane.Metadata,
    address: String,
    port: Int,
    advertisedAddress: String = "",
    advertisedPort: Int = 0,
    adminPort: Int? = nil
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
