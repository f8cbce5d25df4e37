import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The labels of a Pod's Dataplane.
struct LabelCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let previous: Dataplane?
  let node: StringMap
  let settings: SettingsChange?
  let expected: [String: String]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    account: String = "",
    previous: Dataplane? = nil,
    node: StringMap = [:],
    settings: SettingsChange? = nil,
    expect expected: [String: String]
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(labels: labels, annotations: annotations, nodeName: "node-a", serviceAccountName: account)
    self.previous = previous
    self.node = node
    self.settings = settings
    self.expected = expected
  }
}

enum LabelTable {
  private static let namespace = "k8s.kuma.io/namespace"
  private static let account = "k8s.kuma.io/service-account"
  private static let mesh = "kuma.io/mesh"
  private static let proxyType = "kuma.io/proxy-type"
  private static let workload = "kuma.io/workload"
  private static let ingress = "kuma.io/listener-zoneingress"
  private static let egress = "kuma.io/listener-zoneegress"
  private static let zone = "topology.kubernetes.io/zone"
  private static let host = "kubernetes.io/hostname"
  private static let inEast: SettingsChange = { $0.zone = "east" }
  private static let withoutTags: SettingsChange = { $0.inboundTags = .disabled }

  /// What every Dataplane has, with others beside or over it.
  private static func computed(_ others: [String: String] = [:]) -> [String: String] {
    [mesh: "default", namespace: "demo", proxyType: "sidecar"].merging(others) { $1 }
  }

  /// What every Dataplane of the zone `default` has, which is that of a control plane where none is set, with others beside or over it.
  private static func zoned(_ others: [String: String] = [:]) -> [String: String] {
    computed(["kuma.io/origin": "zone", "kuma.io/zone": "default", "kuma.io/env": "kubernetes"]).merging(others) { $1 }
  }

  private static func previous(
    _ labels: StringMap = [:],
    gateway: Dataplane.Gateway? = nil,
    listeners: [Dataplane.Listener.ListenerType] = []
  ) -> Dataplane {
    Dataplane(
      mesh: "default",
      metadata: .init(name: "web-1", namespace: "demo", labels: labels),
      networking: .init(
        address: "10.0.0.1",
        listeners: listeners.map { .init(type: $0, address: "10.0.0.1", port: 1, name: "x", state: .ready) },
        gateway: gateway
      )
    )
  }

  static let cases: [LabelCase] = [
    LabelCase("LBL-1", "there are none", labels: ["app": "web"], settings: inEast, expect: [:]),
    LabelCase("LBL-1", "there are none", under: "2.9.19", labels: ["app": "web"], settings: inEast, expect: [:]),
    LabelCase("LBL-1", "those that are there stay", under: "2.9.19", previous: previous(["old": "1"]), expect: ["old": "1"]),
    LabelCase(
      "LBL-1", "all labels of the Pod, empty and reserved ones too", under: "2.10.0",
      labels: ["app": "web", "note": "", "kuma.io/sidecar-injection": "enabled"],
      expect: zoned(["app": "web", "note": "", "kuma.io/sidecar-injection": "enabled"])
    ),
    LabelCase("LBL-1", "the zone is the release's own where none is set", under: "2.10.0", expect: zoned()),
    LabelCase(
      "LBL-1", "without a name the control plane is that of a zone all the same", under: .newest, settings: { $0.zone = "" },
      expect: computed(["kuma.io/origin": "zone", "kuma.io/env": "kubernetes"])
    ),
    LabelCase(
      "LBL-1", "the zone brings three more", under: "2.10.0", settings: inEast,
      expect: computed(["kuma.io/origin": "zone", "kuma.io/zone": "east", "kuma.io/env": "kubernetes"])
    ),
    LabelCase(
      "LBL-1", "the mesh that the Pod is in", under: "2.10.0", annotations: [mesh: "blue"], expect: zoned([mesh: "blue"])
    ),
    LabelCase(
      "LBL-1", "what the Pod says is not written over", under: .newest,
      labels: [namespace: "x", "kuma.io/origin": "zone", "kuma.io/zone": "west", "kuma.io/env": "universal"],
      settings: inEast,
      expect: computed([
        namespace: "x", "kuma.io/origin": "zone", "kuma.io/zone": "west", "kuma.io/env": "universal",
      ])
    ),
    LabelCase(
      "LBL-1", "an empty label of the Pod is not absent", under: "2.10.0", labels: [mesh: ""], expect: zoned([mesh: ""])
    ),
    LabelCase(
      "LBL-1", "the labels it had stay, and the Pod's lie over them", under: "2.10.0", labels: ["app": "web"],
      previous: previous(["app": "old", "gone": "1"]), expect: zoned(["app": "web", "gone": "1"])
    ),
    LabelCase(
      "LBL-1", "the mesh it had stays", under: "2.10.0", annotations: [mesh: "blue"], previous: previous([mesh: "green"]),
      expect: zoned([mesh: "green"])
    ),
    LabelCase(
      "LBL-1", "the type of proxy is always written", under: "2.10.0", labels: [proxyType: "x"],
      previous: previous([proxyType: "y"]),
      expect: zoned()
    ),
    LabelCase(
      "LBL-1", "a gateway that somebody else runs is a sidecar", under: .newest,
      annotations: ["kuma.io/gateway": "enabled"],
      previous: previous([proxyType: "sidecar"], gateway: .init(tags: Tags())), expect: zoned()
    ),
    LabelCase(
      "LBL-1", "one that says to come from the global control plane has no zone and no namespace", under: "2.10.0",
      labels: ["kuma.io/origin": "global"], settings: inEast,
      expect: [mesh: "default", "kuma.io/origin": "global", proxyType: "sidecar"]
    ),
    LabelCase("LBL-2", "there is none", under: "2.11.18", account: "web", expect: zoned()),
    LabelCase("LBL-2", "the Pod's", under: "2.12.0", account: "web", expect: zoned([account: "web"])),
    LabelCase("LBL-2", "a Pod without one", under: "2.12.0", expect: zoned()),
    LabelCase(
      "LBL-2", "it is written over a label of the Pod", under: "2.12.0", labels: [account: "x"], account: "web",
      expect: zoned([account: "web"])
    ),
    LabelCase(
      "LBL-2", "without one, what is there stays", under: "2.12.0", previous: previous([account: "x"]),
      expect: zoned([account: "x"])
    ),
    LabelCase(
      "LBL-3", "there is none", under: "2.12.14", labels: ["team": "a"], account: "web",
      settings: { $0.workloadLabels = ["team"] }, expect: zoned(["team": "a", account: "web"])
    ),
    LabelCase(
      "LBL-3", "the service account", under: "2.13.0", account: "web", expect: zoned([account: "web", workload: "web"])
    ),
    LabelCase("LBL-3", "neither a label nor an account", under: "2.13.0", expect: zoned()),
    LabelCase(
      "LBL-3", "the first configured label that has a value", under: "2.13.0", labels: ["a": "", "c": "3", "b": "2"],
      account: "web", settings: { $0.workloadLabels = ["none", "a", "b", "c"] },
      expect: zoned(["a": "", "b": "2", "c": "3", account: "web", workload: "2"])
    ),
    LabelCase(
      "LBL-3", "configured labels without a value leave it to the account", under: .newest, labels: ["a": ""],
      account: "web", settings: { $0.workloadLabels = ["a"] },
      expect: zoned(["a": "", account: "web", workload: "web"])
    ),
    LabelCase(
      "LBL-3", "it is written over a label of the Pod", under: "2.13.0", labels: [workload: "x"], account: "web",
      expect: zoned([account: "web", workload: "web"])
    ),
    LabelCase(
      "LBL-4", "there are none", under: "2.13.10", previous: previous(listeners: [.zoneIngress]), expect: zoned()
    ),
    LabelCase(
      "LBL-4", "those of the Dataplane before", under: "2.14.0", previous: previous(listeners: [.zoneIngress]),
      expect: zoned([ingress: "enabled"])
    ),
    LabelCase(
      "LBL-4", "both types", under: "2.14.0", previous: previous(listeners: [.zoneEgress, .zoneIngress, .zoneEgress]),
      expect: zoned([ingress: "enabled", egress: "enabled"])
    ),
    LabelCase(
      "LBL-4", "without listeners they are taken away", under: .newest, labels: [egress: "enabled"],
      previous: previous([ingress: "enabled"]), expect: zoned()
    ),
    LabelCase("LBL-4", "a Dataplane that was not there had none", under: "2.14.0", expect: zoned()),
    LabelCase(
      "LBL-5", "they are lost", under: "2.14.1", node: [zone: "a", host: "h"], settings: withoutTags, expect: zoned()
    ),
    LabelCase(
      "LBL-5", "the configured ones that the Node has", under: "2.14.2", node: [zone: "a", host: "h", "other": "o"],
      settings: withoutTags, expect: zoned([zone: "a", host: "h"])
    ),
    LabelCase(
      "LBL-5", "they lie over the Pod's", under: "2.14.2", labels: [zone: "pod"], node: [zone: "a"], settings: withoutTags,
      expect: zoned([zone: "a"])
    ),
    LabelCase(
      "LBL-5", "where inbounds never have tags", under: "3.0.0", node: [zone: "a"],
      settings: { $0.zone = "east" },
      expect: [
        mesh: "default", namespace: "demo", "kuma.io/display-name": "web-1", "kuma.io/zone": "east",
        "kuma.io/env": "kubernetes", "kuma.io/origin": "zone", zone: "a",
      ]
    ),
    LabelCase(
      "LBL-6", "reserved labels that are computed", under: "3.0.0",
      labels: [
        "app": "web", mesh: "other", namespace: "elsewhere", "kuma.io/zone": "west", "kuma.io/origin": "global",
        workload: "mine", "kuma.io/display-name": "nicer", "kuma.io/x": "1", "k8s.kuma.io/y": "2", "my-kuma.io/z": "3",
        "app.kuma.io": "4",
      ],
      account: "shop", previous: previous(["kuma.io/old": "5", "old": "6"]), settings: inEast,
      expect: [
        "app": "web", mesh: "other", namespace: "demo", "kuma.io/zone": "east", "kuma.io/env": "kubernetes",
        "kuma.io/origin": "zone", account: "shop", workload: "shop", "kuma.io/display-name": "web-1", "my-kuma.io/z": "3",
        "app.kuma.io": "4", "old": "6",
      ]
    ),
    LabelCase("LBL-5", "where inbounds have tags there are none", under: "2.14.2", node: [zone: "a"], expect: zoned()),
    LabelCase(
      "LBL-5", "a list of one's own", under: .newest, node: [zone: "a", "rack": "7"],
      settings: {
        $0.inboundTags = .disabled
        $0.nodeLabels = ["rack"]
      }, expect: zoned(["rack": "7"])
    ),
  ]
}

@Suite("Labels of Dataplanes")
struct LabelTests {
  @Test(arguments: LabelTable.cases)
  func labels(_ row: LabelCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let node = Node(metadata: ObjectMeta(name: "node-a", labels: row.node))
    let mapping = kuma.dataplane(
      of: row.pod, in: .fixture(), through: [], among: ObjectCatalog(nodes: [node]), previous: row.previous
    )
    let dataplane = try #require(mapping.dataplane)
    #expect(dataplane.metadata.labels.dictionary == row.expected)
  }
}
