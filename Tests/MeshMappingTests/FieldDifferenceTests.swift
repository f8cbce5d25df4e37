import KubernetesObjects
import MeshMapping
import Testing

@Suite("Differences of fields")
struct FieldDifferenceTests {
  private static func dataplane(label: String = "app", service: String = "web", port: Int = 80) -> Dataplane {
    let tags = Tags([KumaTag(key: "kuma.io/service", value: service, origin: .service)])
    return Dataplane(
      mesh: "default",
      metadata: Dataplane.Metadata(name: "web-1", namespace: "demo", labels: [label: "x"]),
      networking: Dataplane.Networking(address: "10.0.0.1", inbound: [Dataplane.Inbound(port: port, tags: tags)])
    )
  }

  @Test func equalDataplanesDifferInNothing() {
    #expect(Self.dataplane().differences(to: Self.dataplane()).isEmpty)
  }

  @Test func keysThatOnlyLookTheSameAreTwoFields() {
    let differences = Self.dataplane(label: "caf\u{E9}").differences(to: Self.dataplane(label: "cafe\u{301}"))
    #expect(differences.map(\.old) == ["x", nil])
    #expect(differences.map(\.new) == [nil, "x"])
    #expect(differences[0].path != differences[1].path)
    #expect(Set(differences.map(\.path)).count == 2)
  }

  /// The codes of differences never change their meaning.
  @Test(arguments: [
    (FieldPath.mesh, "field"), (.label("a"), "label"), (.annotation("a"), "annotation"), (.gatewayTag("a"), "tag"),
    (.inboundTag(.init(service: "a", port: 80), "a"), "tag"), (.inbound(.init(service: "a", port: 80)), "inbound"),
  ])
  func codes(_ path: FieldPath, _ part: String) {
    #expect(FieldDifference(path: path, old: nil, new: "a").code == part + "Added")
    #expect(FieldDifference(path: path, old: "a", new: nil).code == part + "Removed")
    #expect(FieldDifference(path: path, old: "a", new: "b").code == part + "Changed")
  }

  /// The fields of sections are told one by one, and a section that one of the two lacks is told once.
  @Test func sectionsAreComparedFieldByField() {
    var (one, other) = (Self.dataplane(), Self.dataplane())
    one.metrics = .init(path: "/a", port: 1, aggregate: [.init(name: "x", path: "/", port: 1)])
    one.probes = .init(port: 9000, endpoints: [.init(path: "/1/", inboundPort: 1, inboundPath: "/")])
    #expect(one.differences(to: other).map(\.path) == [.metricsSection, .probesSection])
    #expect(other.differences(to: one).map(\.new) == ["prometheus", "port 9000"])
    other.metrics = .init(path: "/b", port: 1, aggregate: [.init(name: "x", path: "/", port: 1, isEnabled: false)])
    other.probes = .init(
      port: 9000, endpoints: (one.probes?.endpoints ?? []) + [.init(path: "/1/", inboundPort: 1, inboundPath: "/")])
    #expect(
      one.differences(to: other).map(\.message) == [
        "metrics.conf.path changes from \"/a\" to \"/b\".",
        "metrics.conf.aggregate[x] changes from \":1/\" to \":1/, off\".",
        "probes.endpoints[/1/#2] is added: \":1/\".",
      ])
  }

  /// The order of outbounds means nothing, and neither does it in a plan.
  @Test func outboundsAreComparedWithoutTheirOrder() {
    let outbounds = [1, 2].map {
      Dataplane.Outbound(address: "10.0.0.\($0)", port: 80, tags: ["kuma.io/service": "a_b_svc_80"])
    }
    var (one, other) = (Self.dataplane(), Self.dataplane())
    one.networking.outbound = outbounds
    other.networking.outbound = outbounds.reversed()
    #expect(one != other)
    #expect(one.differences(to: other).isEmpty)
    other.networking.outbound.removeFirst()
    #expect(
      one.differences(to: other).map(\.message) == [
        "networking.outbound[a_b_svc_80, 10.0.0.2:80] is removed; it was \"kuma.io/service=a_b_svc_80\"."
      ])
    other.networking.outbound = []
    #expect(one.differences(to: other).map(\.message) == ["networking.outbound is removed; it was \"2 outbounds\"."])
  }

  @Test func inboundsAreToldApartByServiceAndPort() {
    let others = [Self.dataplane(service: "caf\u{E9}"), Self.dataplane(service: "cafe\u{301}"), Self.dataplane(port: 81)]
    for (index, other) in others.enumerated() {
      let differences = others[(index + 1) % 3].differences(to: other)
      #expect(differences.map { "\($0.old ?? "-") \($0.new ?? "-")" }.count == 2, "one inbound goes and another comes")
    }
  }

  @Test(arguments: [
    ("plain text-1.2_3", "\"plain text-1.2_3\""), ("a\"b", #""a\"b""#), (#"a\b"#, #""a\\b""#), ("a\nb", #""a\nb""#),
    ("a\u{7F}", #""a\u{7f}""#), ("a\u{1B}[0m", #""a\u{1b}[0m""#), ("é", "\"é\""), ("\u{202E}x", #""\u{202e}x""#),
    ("\u{2028}", #""\u{2028}""#), ("\u{2029}", #""\u{2029}""#), ("\u{E0001}", #""\u{e0001}""#),
    ("", "\"\""),
  ])
  func textsAreQuotedSafely(text: String, quoted: String) {
    #expect(text.quotedSafely == quoted)
  }
}
