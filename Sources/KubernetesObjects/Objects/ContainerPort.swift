/// A port that a container declares.
public struct ContainerPort: Sendable, Hashable {
  /// The port's name, empty where it has none.
  @ByteExact public var name: String
  /// The port's number.
  public var containerPort: Int
  /// The transport protocol.
  public var transportProtocol: TransportProtocol

  /// A port with the given values.
  public init(name: String = "", containerPort: Int, transportProtocol: TransportProtocol = .tcp) {
    self.name = name
    self.containerPort = containerPort
    self.transportProtocol = transportProtocol
  }
}

extension ContainerPort: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name, containerPort
    case transportProtocol = "protocol"
  }

  /// Decodes a port; an absent number is 0 and an absent protocol `TCP`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      containerPort: try container.portIfPresent(forKey: .containerPort) ?? 0,
      transportProtocol: try container.decodeIfPresent(TransportProtocol.self, forKey: .transportProtocol) ?? .tcp
    )
  }
}
