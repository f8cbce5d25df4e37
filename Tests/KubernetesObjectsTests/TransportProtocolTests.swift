import Foundation
import KubernetesObjects
import Testing

@Suite("TransportProtocol")
struct TransportProtocolTests {
  @Test func namesThatAreKnownAreTheSameHoweverTheyCame() throws {
    #expect(TransportProtocol("TCP") == .tcp)
    #expect(TransportProtocol("") == .tcp)
    #expect(TransportProtocol("UDP") == .udp)
    #expect(TransportProtocol("SCTP") == .sctp)
    let decoded = try JSONDecoder().decode([TransportProtocol].self, from: Data(#"["TCP", "UDP", "SCTP", "QUIC", ""]"#.utf8))
    #expect(decoded == [.tcp, .udp, .sctp, TransportProtocol("QUIC"), .tcp])
    #expect(decoded.map(\.name) == ["TCP", "UDP", "SCTP", "QUIC", "TCP"])
  }

  @Test func otherNamesAreComparedAsBytes() {
    #expect(TransportProtocol("tcp") != .tcp)
    #expect(TransportProtocol("\u{E9}") != TransportProtocol("e\u{301}"))
    #expect(Set([TransportProtocol("x"), TransportProtocol("x"), .tcp]).count == 2)
  }
}
