/// The transport protocol of a port. Kubernetes knows `TCP`, `UDP` and `SCTP`; an absent or empty one is `TCP`.
public struct TransportProtocol: RawRepresentable, Sendable, Hashable {
  private let name: Name

  /// The protocols with a name of their own are told apart without looking at bytes: every port of every Pod is asked.
  private enum Name: Hashable {
    case tcp
    case udp
    case sctp
    case other(ExactString)
  }

  /// The protocol of a name; the empty name is `TCP`.
  public init(rawValue: String) {
    name =
      switch rawValue {
      case "", "TCP": .tcp
      case "UDP": .udp
      case "SCTP": .sctp
      default: .other(ExactString(rawValue))
      }
  }

  private init(_ name: Name) {
    self.name = name
  }

  /// The protocol as Kubernetes writes it.
  public var rawValue: String {
    switch name {
    case .tcp: "TCP"
    case .udp: "UDP"
    case .sctp: "SCTP"
    case .other(let name): name.string
    }
  }

  /// `TCP`, the only protocol that Kuma maps.
  public static let tcp = TransportProtocol(.tcp)
  /// `UDP`.
  public static let udp = TransportProtocol(.udp)
  /// `SCTP`.
  public static let sctp = TransportProtocol(.sctp)

  /// Whether both are equal, byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name
  }

  /// Feeds the name to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}

extension TransportProtocol: CustomStringConvertible {
  /// The protocol as Kubernetes writes it.
  public var description: String { rawValue }
}

extension TransportProtocol: Decodable {}
