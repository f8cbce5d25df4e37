/// A port of a Service.
public struct ServicePort: Sendable, Hashable {
  /// The port's name, empty where it has none.
  @ByteExact public var name: String
  /// The transport protocol.
  public var transportProtocol: TransportProtocol
  /// The application protocol that the port speaks, where the Service says so; it may be the empty string.
  @OptionalByteExact public var appProtocol: String?
  /// The number under which the Service offers the port.
  public var port: Int
  /// The port of the Pod that the Service forwards to; the number 0 where it is absent.
  public var targetPort: PortReference
  /// The port of every Node that leads to this one; 0 where there is none.
  public var nodePort: Int

  /// A port with the given values.
  public init(
    name: String = "",
    transportProtocol: TransportProtocol = .tcp,
    appProtocol: String? = nil,
    port: Int,
    targetPort: PortReference = .number(0),
    nodePort: Int = 0
  ) {
    self.name = name
    self.transportProtocol = transportProtocol
    self.appProtocol = appProtocol
    self.port = port
    self.targetPort = targetPort
    self.nodePort = nodePort
  }
}

extension ServicePort: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name, appProtocol, port, targetPort, nodePort
    case transportProtocol = "protocol"
  }

  /// Decodes an entry of `spec.ports`; an absent number is 0 and an absent protocol `TCP`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      transportProtocol: try container.decodeIfPresent(TransportProtocol.self, forKey: .transportProtocol) ?? .tcp,
      appProtocol: try container.decodeIfPresent(String.self, forKey: .appProtocol),
      port: try container.portIfPresent(forKey: .port) ?? 0,
      targetPort: try container.decodeIfPresent(PortReference.self, forKey: .targetPort) ?? .number(0),
      nodePort: try container.portIfPresent(forKey: .nodePort) ?? 0
    )
  }
}
