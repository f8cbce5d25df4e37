import Foundation
import MeshMapping
import Testing

/// What a stored Dataplane leaves out is the first value of the enumeration, as protocol buffers write it.
@Suite("What a stored Dataplane leaves out")
struct DataplaneDefaultTests {
  private static func decoded<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  @Test func aListenerIsThatOfAReadyZoneIngress() throws {
    let listener = try Self.decoded(Dataplane.Listener.self, #"{"address": "10.0.0.1", "port": 10001, "name": "in"}"#)
    #expect(listener == .init(type: .zoneIngress, address: "10.0.0.1", port: 10001, name: "in", state: .ready))
    let egress = try Self.decoded(Dataplane.Listener.self, #"{"type": "ZoneEgress", "state": "NotReady"}"#)
    #expect(egress == .init(type: .zoneEgress, address: "", port: 0, name: "", state: .notReady))
  }

  @Test func anInboundIsReady() throws {
    #expect(try Self.decoded(Dataplane.Inbound.self, #"{"port": 80}"#) == .init(port: 80, tags: Tags(), state: .ready))
  }

  @Test func aGatewayIsDelegated() throws {
    #expect(try Self.decoded(Dataplane.Gateway.self, "{}") == .init(type: .delegated, tags: Tags()))
    #expect(try Self.decoded(Dataplane.Gateway.self, #"{"type": "BUILTIN"}"#) == .init(type: .builtin, tags: Tags()))
  }

  @Test func healthIsNotReady() throws {
    #expect(try Self.decoded(Dataplane.Health.self, "{}") == Dataplane.Health(isReady: false))
  }
}
