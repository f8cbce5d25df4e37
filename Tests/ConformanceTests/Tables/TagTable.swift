import KubernetesObjects
import MeshMapping
import Testing

/// The tags of the inbound that Service `demo/web` gives the Pod `demo/web-1`.
struct TagCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let service: Service
  let node: Node?
  let settings: SettingsChange?
  let expected: [String: String]
  let origins: [String: TagOrigin]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    service: Service = .fixture(),
    node: StringMap? = nil,
    settings: SettingsChange? = nil,
    expect expected: [String: String],
    origins: [String: TagOrigin] = [:]
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(labels: labels, annotations: annotations)
    self.service = service
    self.node = node.map { Node(metadata: ObjectMeta(name: "node-a", labels: $0)) }
    self.settings = settings
    self.expected = expected
    self.origins = origins
  }
}

enum TagTable {
  /// The tags that are added for port 80 of Service `demo/web`, with others beside or over them.
  private static func added(_ others: [String: String] = [:]) -> [String: String] {
    [
      "k8s.kuma.io/namespace": "demo",
      "k8s.kuma.io/service-name": "web",
      "k8s.kuma.io/service-port": "80",
      "kuma.io/protocol": "tcp",
      "kuma.io/service": "web_demo_svc_80",
    ].merging(others) { $1 }
  }

  static let cases: [TagCase] = [
    TagCase("TAG-1", "labels become tags", labels: ["app": "web", "team": "a"], expect: added(["app": "web", "team": "a"])),
    TagCase("TAG-3", "a label with kuma.io/ inside its key", labels: ["x.kuma.io/y": "1", "team": "a"], expect: added(["team": "a"])),
  ]
}

@Suite("Tags")
struct TagTests {
  @Test(arguments: TagTable.cases)
  func tags(_ row: TagCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let port = try #require(row.service.ports.first)
    let tags = kuma.tags(of: row.pod, through: row.service, port: port, node: row.node)
    #expect(tags.dictionary == row.expected)
    for (key, origin) in row.origins { #expect(tags.origin(of: key) == origin, "origin of \(key)") }
  }
}
