import Foundation
import KubernetesObjects
import Testing

@Suite("TransportProtocol")
struct TransportProtocolTests {
  @Test func namesThatAreKnownAreTheSameHoweverTheyCame() throws {
    #expect(TransportProtocol(rawValue: "TCP") == .tcp)
    #expect(TransportProtocol(rawValue: "") == .tcp)
    #expect(TransportProtocol(rawValue: "UDP") == .udp)
    #expect(TransportProtocol(rawValue: "SCTP") == .sctp)
    let decoded = try JSONDecoder().decode([TransportProtocol].self, from: Data(#"["TCP", "UDP", "SCTP", "QUIC", ""]"#.utf8))
    #expect(decoded == [.tcp, .udp, .sctp, TransportProtocol(rawValue: "QUIC"), .tcp])
    #expect(decoded.map(\.rawValue) == ["TCP", "UDP", "SCTP", "QUIC", "TCP"])
  }

  @Test func otherNamesAreComparedAsBytes() {
    #expect(TransportProtocol(rawValue: "tcp") != .tcp)
    #expect(TransportProtocol(rawValue: "\u{E9}") != TransportProtocol(rawValue: "e\u{301}"))
    #expect(Set([TransportProtocol(rawValue: "x"), TransportProtocol(rawValue: "x"), .tcp]).count == 2)
  }
}
