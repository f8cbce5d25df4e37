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
    ("", "\"\""),
  ])
  func textsAreQuotedSafely(text: String, quoted: String) {
    #expect(text.quotedSafely == quoted)
  }
}
