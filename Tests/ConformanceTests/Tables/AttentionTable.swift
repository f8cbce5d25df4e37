import KubernetesObjects
import MeshMapping
import Testing

/// Whether a change needs attention.
struct AttentionCase: SpecificationCase {
  let statement = "CMP-5"
  let title: String
  let rules: RulesName = .newest
  let difference: PodDifference
  let needsAttention: Bool

  init(_ title: String, _ difference: PodDifference, _ needsAttention: Bool) {
    self.title = title
    self.difference = difference
    self.needsAttention = needsAttention
  }

  /// A field that changes.
  init(_ title: String, _ path: FieldPath, _ old: String?, _ new: String?, _ needsAttention: Bool) {
    self.init(title, .field(FieldDifference(path: path, old: old, new: new)), needsAttention)
  }
}

enum AttentionTable {
  private static let key = InboundKey(service: "web_demo_svc_80", port: 8080)

  static let cases = [
    AttentionCase("a sidecar is lost", .losesSidecar(.skip(.notRequested)), true),
    AttentionCase("a sidecar is gained", .gainsSidecar(.skip(.notRequested)), true),
    AttentionCase(
      "a Pod is refused", .injection(old: .skip(.notRequested), new: .reject(.meshNotFound("blue", namedBy: nil))), true),
    AttentionCase("a Dataplane fails", .outcome(old: .apply, new: .fail(.meshNotFound("blue"))), true),
    AttentionCase("a Dataplane is deleted", .outcome(old: .apply, new: .delete(.podEvicted)), true),
    AttentionCase(
      "a zone proxy or builtin gateway is a Pod without a sidecar",
      .outcome(old: .apply, new: .leave(.willNotBeInjected)), true),
    AttentionCase(
      "a Pod without a sidecar is a zone proxy", .outcome(old: .leave(.willNotBeInjected), new: .apply), false),
    AttentionCase(
      "a Dataplane still fails", .outcome(old: .fail(.meshNotFound("blue")), new: .fail(.meshNotFound("red"))), false),
    AttentionCase(
      "a Pod is no longer refused, and has no sidecar",
      .injection(old: .reject(.meshNotFound("blue", namedBy: nil)), new: .skip(.notRequested)), true),
    AttentionCase("a Dataplane that was left alone", .outcome(old: .leave(.notInjected), new: .apply), false),
    AttentionCase(
      "a name of direct access that matched nothing before", .directAccessName(entry: "a", matches: .serviceTag), false),
    AttentionCase("a name of direct access that matches nothing", .directAccessName(entry: "a", matches: .nothing), true),
    AttentionCase("another kind of proxy", .kind, "ZoneIngress", "Dataplane", true),
    AttentionCase("what may be reached is not read", .proxying(.reachableServices), "a", nil, true),
    AttentionCase(
      "what may be reached is read of another list, which was there before", .reachableServicesUnread(services: "a"), false),
    AttentionCase("what may be reached is another list", .proxying(.reachableBackends), "[a]", "[]", true),
    AttentionCase("what may be reached is read", .proxying(.reachableBackends), nil, "[]", false),
    AttentionCase("the direct access is not read", .proxying(.directAccessServices), "a", nil, true),
    AttentionCase("another field of proxying is gone", .proxying(.ipFamilyMode), "IPv4", nil, false),
    AttentionCase("the metrics are gone", .metricsSection, "set", nil, false),
    AttentionCase("the probes are gone", .probesSection, "set", nil, false),
    AttentionCase("a label is gone", .label("app"), "web", nil, false),
    AttentionCase("the name of an inbound", .inboundName(key), "http", "web", false),
    AttentionCase("the service of a gateway is gone", .gatewayTag("kuma.io/service"), "edge", nil, true),
    AttentionCase("a Dataplane no longer fails", .outcome(old: .fail(.meshNotFound("blue")), new: .apply), false),
    AttentionCase("a service is renamed", .serviceRenamed(old: "a", new: "b"), true),
    AttentionCase("a service is merged", .inboundMerged(service: "a", port: 80, into: "b"), false),
    AttentionCase("an entry of direct access", .directAccess(entry: "a", renamed: "b"), true),
    AttentionCase("another mesh", .mesh, "default", "blue", true),
    AttentionCase("an inbound is gone", .inbound(key), "web_demo_svc_80", nil, true),
    AttentionCase("an inbound is new", .inbound(key), nil, "web_demo_svc_80", false),
    AttentionCase("the service of an inbound is gone", .inboundTag(key, "kuma.io/service"), "web", nil, true),
    AttentionCase("another tag is gone", .inboundTag(key, "version"), "v1", nil, false),
    AttentionCase("an inbound is no longer ready", .inboundReadiness(key), "Ready, health ready", "NotReady", true),
    AttentionCase(
      "the health of an inbound is no longer ready", .inboundReadiness(key), "Ready", "Ready, health not ready", true),
    AttentionCase("the health of an inbound is told", .inboundReadiness(key), "Ready", "Ready, health ready", false),
    AttentionCase("an inbound becomes ready", .inboundReadiness(key), "NotReady", "Ready", false),
    AttentionCase("a label", .label("app"), nil, "web", false),
    AttentionCase("the protocol as a field", .inboundProtocol(key), nil, "tcp", false),
    AttentionCase("a gateway is gone", .gateway, "DELEGATED", nil, true),
  ]
}

@Suite("Changes that need attention")
struct AttentionTests {
  @Test(arguments: AttentionTable.cases)
  func attention(_ row: AttentionCase) {
    #expect(row.difference.needsAttention == row.needsAttention)
  }
}
