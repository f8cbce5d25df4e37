public import KubernetesObjects

/// Kuma's ZoneEgress: the proxy through which a zone reaches what is outside of it.
public struct ZoneEgress: Sendable, Hashable {
  /// The name, namespace, labels and owner.
  public var metadata: Dataplane.Metadata
  /// The Pod's address.
  @ByteExact public var address: String
  /// The port of the Pod.
  public var port: Int
  /// The port of Envoy's administration, where one is set.
  public var adminPort: Int?

  /// A ZoneEgress with the given values.
  public init(metadata: Dataplane.Metadata, address: String, port: Int, adminPort: Int? = nil) {
    self.metadata = metadata
    self.address = address
    self.port = port
    self.adminPort = adminPort
  }

  /// The kind of the resource.
  public static let kind = "ZoneEgress"
}
