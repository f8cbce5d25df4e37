import MeshMapping
import Testing

/// Each edit changes the rule that it names, and no other.
@Suite("Edits of rules")
struct RuleEditTests {
  private static func edited(_ edits: RuleEdit...) -> MappingRules {
    var rules = MappingRules.documented
    for edit in edits { edit.apply(to: &rules) }
    return rules
  }

  @Test func setSetsARule() {
    var expected = MappingRules.documented
    #expect(expected.validation.gatewayService == .always)
    expected.validation.gatewayService = .withTags
    #expect(Self.edited(.set(\.validation.gatewayService, .withTags)) == expected)
  }

  /// Before the first that comes after it in the order of bytes, in which capital letters come first.
  @Test func insertKeepsAListInOrder() {
    let rules = Self.edited(
      .insert("tls", into: \.inbounds.knownProtocols), .insert("amqp", into: \.inbounds.knownProtocols),
      .insert("Http", into: \.inbounds.knownProtocols))
    #expect(rules.inbounds.knownProtocols == ["Http", "amqp", "grpc", "http", "http2", "kafka", "tcp", "tls"])
  }

  @Test func appendAddsAtTheEnd() {
    let rules = Self.edited(.append("zone", to: \.defaultNodeLabels), .append("hostname", to: \.defaultNodeLabels))
    #expect(rules.defaultNodeLabels == ["zone", "hostname"])
  }

  @Test func removeTakesOut() {
    let rules = Self.edited(
      .remove("http", from: \.inbounds.knownProtocols), .remove("udp", from: \.inbounds.knownProtocols))
    #expect(rules.inbounds.knownProtocols == ["grpc", "http2", "kafka", "tcp"])
  }
}
