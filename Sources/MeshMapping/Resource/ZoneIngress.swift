public import KubernetesJSON
public import KubernetesObjects

/// Kuma's ZoneIngress: the proxy through which other zones reach this one.
///
/// Encodes as the resource `kuma.io/v1alpha1` that Kuma's control plane writes on Kubernetes, and decodes from it.
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
  /// The services that the zone offers others. Another part of the control plane writes them, of all that the zone has: they are kept where
  /// the ZoneIngress is (ZONE-2), and differ from nothing.
  public var availableServices: [AvailableService]

  /// A ZoneIngress with the given values.
  public init(
    metadata: Dataplane.Metadata,
    address: String,
    port: Int,
    advertisedAddress: String = "",
    advertisedPort: Int = 0,
    adminPort: Int? = nil,
    availableServices: [AvailableService] = []
  ) {
    self.metadata = metadata
    self.address = address
    self.port = port
    self.advertisedAddress = advertisedAddress
    self.advertisedPort = advertisedPort
    self.adminPort = adminPort
    self.availableServices = availableServices
  }

  /// The kind of the resource.
  public static let kind = "ZoneIngress"
}

extension ZoneIngress: Decodable {
  /// Decodes the resource; what the mapping does not write is dropped.
  public init(from decoder: any Decoder) throws {
    let object = try DecodedZoneProxy(from: decoder, Self.kind)
    self.init(
      metadata: object.metadata, address: object.address, port: object.port, advertisedAddress: object.advertisedAddress,
      advertisedPort: object.advertisedPort, adminPort: object.adminPort, availableServices: object.availableServices)
  }
}

extension ZoneIngress: JSONWritable {
  /// Writes the resource, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(Dataplane.apiVersion, forKey: "apiVersion")
      object.write(Self.kind, forKey: "kind")
      object.write(metadata, forKey: "metadata")
      object.writeObject(forKey: "spec") { spec in
        spec.writeObject(forKey: "networking") { networking in
          networking.writeUnlessEmpty(address, forKey: "address")
          networking.writeUnlessZero(port, forKey: "port")
          networking.writeUnlessEmpty(advertisedAddress, forKey: "advertisedAddress")
          networking.writeUnlessZero(advertisedPort, forKey: "advertisedPort")
          if let adminPort {
            networking.writeObject(forKey: "admin") { $0.writeUnlessZero(adminPort, forKey: "port") }
          }
        }
        spec.writeUnlessEmpty(availableServices, forKey: "availableServices")
      }
    }
  }
}
