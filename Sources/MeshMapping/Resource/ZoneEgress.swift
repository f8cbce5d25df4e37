public import KubernetesJSON
public import KubernetesObjects

/// Kuma's ZoneEgress: the proxy through which a zone reaches what is outside of it.
///
/// Encodes as the resource `kuma.io/v1alpha1` that Kuma's control plane writes on Kubernetes, and decodes from it.
public struct ZoneEgress: Sendable, Hashable {
  /// The name, namespace, labels and owner.
  public var metadata: Dataplane.Metadata
  /// The zone; empty where the control plane has none.
  @ByteExact public var zone: String
  /// The Pod's address.
  @ByteExact public var address: String
  /// The port of the Pod.
  public var port: Int
  /// The port of Envoy's administration, where one is set.
  public var adminPort: Int?

  /// A ZoneEgress with the given values.
  public init(
    metadata: Dataplane.Metadata,
    zone: String = "",
    address: String,
    port: Int,
    adminPort: Int? = nil
  ) {
    self.metadata = metadata
    self.zone = zone
    self.address = address
    self.port = port
    self.adminPort = adminPort
  }

  /// The kind of the resource.
  public static let kind = "ZoneEgress"
}

extension ZoneEgress: Decodable {
  /// Decodes the resource; what the mapping does not write is dropped.
  public init(from decoder: any Decoder) throws {
    let object = try DecodedZoneProxy(from: decoder, Self.kind)
    self.init(
      metadata: object.metadata, zone: object.zone, address: object.address, port: object.port, adminPort: object.adminPort)
  }
}

extension ZoneEgress: JSONWritable {
  /// Writes the resource, absent values left out.
  public func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(Dataplane.apiVersion, forKey: "apiVersion")
      object.write(Self.kind, forKey: "kind")
      object.write(metadata, forKey: "metadata")
      object.writeObject(forKey: "spec") { spec in
        spec.writeUnlessEmpty(zone, forKey: "zone")
        spec.writeObject(forKey: "networking") { networking in
          networking.writeUnlessEmpty(address, forKey: "address")
          networking.writeUnlessZero(port, forKey: "port")
          if let adminPort {
            networking.writeObject(forKey: "admin") { $0.writeUnlessZero(adminPort, forKey: "port") }
          }
        }
      }
    }
  }
}
