/// The transport protocol of a port. Kubernetes knows `TCP`, `UDP` and `SCTP`; an absent or empty one is `TCP`.
public struct TransportProtocol: RawRepresentable, Sendable, Hashable {
  /// The protocol as Kubernetes writes it.
  public let rawValue: String

  /// The protocol of a name; the empty name is `TCP`.
  public init(rawValue: String) {
    self.rawValue = rawValue.isEmpty ? "TCP" : rawValue
  }

  /// `TCP`, the only protocol that Kuma maps.
  public static let tcp = TransportProtocol(rawValue: "TCP")
  /// `UDP`.
  public static let udp = TransportProtocol(rawValue: "UDP")
  /// `SCTP`.
  public static let sctp = TransportProtocol(rawValue: "SCTP")

  /// Whether both are equal, byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue.hasSameBytes(as: right.rawValue)
  }
}

extension TransportProtocol: Decodable {}
