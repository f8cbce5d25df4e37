/// The transport protocol of a port. Kubernetes knows `TCP`, `UDP` and `SCTP`; an absent or empty one is `TCP`.
///
/// It is not `RawRepresentable`, whose equality would compare names that merely look the same as equal.
public struct TransportProtocol: Sendable, Hashable {
  private let storage: Storage

  /// The protocols with a name of their own are told apart without looking at bytes: every port of every Pod is asked.
  private enum Storage: Hashable {
    case tcp
    case udp
    case sctp
    case other(ExactString)
  }

  /// The protocol of a name; the empty name is `TCP`.
  public init(_ name: String) {
    storage =
      switch name {
      case "", "TCP": .tcp
      case "UDP": .udp
      case "SCTP": .sctp
      default: .other(ExactString(name))
      }
  }

  private init(_ storage: Storage) {
    self.storage = storage
  }

  /// The protocol as Kubernetes writes it.
  public var name: String {
    switch storage {
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
}

extension TransportProtocol: CustomStringConvertible {
  /// The protocol as Kubernetes writes it.
  public var description: String { name }
}

extension TransportProtocol: Decodable {
  /// Decodes the name of a protocol.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }
}
