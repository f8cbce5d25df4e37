import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The one inbound of the Pod `demo/web-1` to which no Service belongs.
struct WorkloadCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let catalog: ObjectCatalog
  let settings: SettingsChange?
  let expected: Result<Placeholder, MappingFailure>
  let origins: [String: TagOrigin]
  let dropped: [DroppedLabel]?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    name: String = "web-1",
    podNamespace: String? = "demo",
    labels: StringMap = [:],
    owners: [OwnerReference] = [],
    deletionTimestamp: String? = nil,
    containers: [String] = ["app"],
    statuses: [ContainerStatus] = [],
    initStatuses: [ContainerStatus] = [],
    nodeName: String = "",
    among catalog: ObjectCatalog = ObjectCatalog(),
    settings: SettingsChange? = nil,
    expect expected: Result<Placeholder, MappingFailure>,
    origins: [String: TagOrigin] = [:],
    dropped: [DroppedLabel]? = nil
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(
      name: name, namespace: podNamespace, labels: labels, owners: owners, deletionTimestamp: deletionTimestamp,
      containers: containers.map { Container(name: $0) }, nodeName: nodeName, statuses: statuses, initStatuses: initStatuses
    )
    self.catalog = catalog
    self.settings = settings
    self.expected = expected
    self.origins = origins
    self.dropped = dropped
  }

  /// What is pinned of the inbound, beside its port and that it has no name.
  struct Placeholder: Hashable {
    var tags: StringMap
    var state: Dataplane.State = .ready
    var health: Bool?
    var appProtocol = ""

    init(_ tags: StringMap, _ state: Dataplane.State = .ready, health: Bool? = nil, appProtocol: String = "") {
      self.tags = tags
      self.state = state
      self.health = health
      self.appProtocol = appProtocol
    }

    init(_ inbound: Dataplane.Inbound) {
      let tags = StringMap(inbound.tags.map { StringMap.Entry(key: $0.key, value: $0.value) })
      self.init(tags, inbound.state, health: inbound.health?.isReady, appProtocol: inbound.appProtocol)
    }
  }
}

enum WorkloadTable {
  private typealias Expected = Result<WorkloadCase.Placeholder, MappingFailure>

  /// The tags that the documented rules add.
  private static func documented(_ service: String = "web-1_demo_svc", _ others: StringMap = [:]) -> StringMap {
    others.over(["k8s.kuma.io/namespace": "demo", "kuma.io/protocol": "tcp", "kuma.io/service": service])
  }

  /// The tags that releases from 1.4.1 on add.
  private static func released(_ service: String = "web-1_demo_svc", _ others: StringMap = [:]) -> StringMap {
    others.over(documented(service, ["kuma.io/instance": "web-1"]))
  }

  /// The tags that releases from 2.6.0 on add, whose zone is `default` where none is set.
  private static func zoned(_ service: String = "web-1_demo_svc", _ others: StringMap = [:]) -> StringMap {
    released(service, others.over(["kuma.io/zone": "default"]))
  }

  /// The tags that releases before 1.4.1 add.
  private static func early(_ others: StringMap = [:]) -> StringMap {
    others.over(["kuma.io/instance": "web-1", "kuma.io/protocol": "tcp", "kuma.io/service": "web-1_demo_svc"])
  }

  /// As documented and up to 2.5.0: health only where something is known.
  private static func inbound(_ tags: StringMap, health: Bool? = nil) -> Expected {
    .success(WorkloadCase.Placeholder(tags, health: health))
  }

  /// From 2.5.1: state and health.
  private static func inbound(_ tags: StringMap, _ state: Dataplane.State, appProtocol: String = "") -> Expected {
    .success(WorkloadCase.Placeholder(tags, state, health: state == .ready, appProtocol: appProtocol))
  }

  private static func dropped(_ key: String, _ value: String, _ reason: DroppedLabel.Reason) -> DroppedLabel {
    DroppedLabel(key: key, value: value, reason: reason)
  }

  static let cases =
    reservedPort + podNames + owners + reservedLabels + nodeLabels + readiness + readinessInReleases + origins

  private static let reservedPort: [WorkloadCase] = [
    WorkloadCase("POD-1", "no Service at all", expect: inbound(documented())),
    WorkloadCase(
      "POD-1", "labels are tags too", labels: ["app": "web", "canary": ""], expect: inbound(documented(["app": "web"]))),
    WorkloadCase(
      "POD-1", "a Service that selects others", labels: ["app": "api"], among: ObjectCatalog(services: [.fixture()]),
      expect: inbound(documented(["app": "api"]))
    ),
    WorkloadCase(
      "POD-1", "a Service of another namespace", labels: ["app": "web"],
      among: ObjectCatalog(services: [.fixture(namespace: "other")]), expect: inbound(documented(["app": "web"]))
    ),
    WorkloadCase(
      "POD-1", "the zone is added", settings: { $0.zone = "east" }, expect: inbound(documented(["kuma.io/zone": "east"])),
      origins: ["kuma.io/zone": .zoneSetting]
    ),
    WorkloadCase(
      "POD-1", "a Pod without a namespace is in that of default", podNamespace: nil,
      expect: inbound(documented("web-1_default_svc", ["k8s.kuma.io/namespace": "default"]))
    ),
    WorkloadCase("POD-1", "the first release names no Kubernetes namespace", under: "1.2.0", expect: inbound(early())),
    WorkloadCase("POD-1", "1.4.1 does", under: "1.4.1", expect: inbound(released())),
    WorkloadCase(
      "POD-1", "the protocol is a field too from 2.14", under: "2.14.0",
      expect: inbound(zoned(), .ready, appProtocol: "tcp")),
    WorkloadCase(
      "POD-1", "it is there without tags too", under: "2.14.0", labels: ["app": "web"],
      settings: { $0.inboundTags = .disabled }, expect: inbound([:], .ready, appProtocol: "tcp"),
      dropped: [dropped("app", "web", .tagsDisabled)]
    ),
  ]

  private static func owner(_ kind: String, _ name: String) -> OwnerReference {
    OwnerReference(apiVersion: "apps/v1", kind: kind, name: name)
  }

  private static func replicaSet(namespace: String = "demo", of owners: OwnerReference...) -> ObjectCatalog {
    let metadata = ObjectMeta(name: "web-7d4", namespace: namespace, ownerReferences: owners)
    return ObjectCatalog(replicaSets: [ReplicaSet(metadata: metadata)])
  }

  private static func job(of owners: OwnerReference...) -> ObjectCatalog {
    ObjectCatalog(jobs: [Job(metadata: ObjectMeta(name: "backup-28", namespace: "demo", ownerReferences: owners))])
  }

  /// A Pod of a name in a release that cuts names, whose instance is the whole name.
  private static func cut(_ title: String, _ name: String, to service: String, under rules: RulesName = "2.0.0")
    -> WorkloadCase
  {
    WorkloadCase(
      "POD-2", title, under: rules, name: name, expect: inbound(released(service, ["kuma.io/instance": name])),
      origins: ["kuma.io/service": .podName, "kuma.io/instance": .podName]
    )
  }

  private static let podNames: [WorkloadCase] = [
    WorkloadCase(
      "POD-2", "the Pod's own name, whole", name: "web-7d4-x2z", expect: inbound(documented("web-7d4-x2z_demo_svc")),
      origins: ["kuma.io/service": .podName]
    ),
    WorkloadCase(
      "POD-2", "owners are not read as documented", name: "web-7d4-x2z", owners: [owner("ReplicaSet", "web-7d4")],
      expect: inbound(documented("web-7d4-x2z_demo_svc")), origins: ["kuma.io/service": .podName]
    ),
    cut("the last two of three parts are taken off", "web-7d4-x2z", to: "web_demo_svc"),
    cut("the last two of four parts are taken off", "a-b-c-d", to: "a-b_demo_svc"),
    cut("two parts stay", "web-1", to: "web-1_demo_svc"),
    cut("one part stays", "web", to: "web_demo_svc"),
    cut("empty parts count", "web--1", to: "web_demo_svc"),
    cut("nothing but empty parts leaves nothing", "--", to: "_demo_svc"),
    cut("parts are taken off in 1.6.5", "web-7d4-x2z", to: "web_demo_svc", under: "1.6.5"),
    WorkloadCase(
      "POD-2", "parts are taken off in the first release", under: "1.2.0", name: "web-7d4-x2z",
      expect: inbound(["kuma.io/instance": "web-7d4-x2z", "kuma.io/protocol": "tcp", "kuma.io/service": "web_demo_svc"])
    ),
    WorkloadCase(
      "POD-2", "owners are not read before 2.1", under: "2.0.0", name: "web-1", owners: [owner("StatefulSet", "shop")],
      expect: inbound(released())
    ),
  ]

  /// A Pod whose service 2.1 and later name after an owner.
  private static func owned(
    _ title: String,
    under rules: RulesName = "2.1.0",
    by owners: OwnerReference...,
    among catalog: ObjectCatalog = ObjectCatalog(),
    named name: String,
    from origin: TagOrigin = .owner
  ) -> WorkloadCase {
    WorkloadCase(
      "POD-2", title, under: rules, owners: owners, among: catalog, expect: inbound(released("\(name)_demo_svc")),
      origins: ["kuma.io/service": origin]
    )
  }

  private static let owners: [WorkloadCase] = [
    owned(
      "a ReplicaSet stands for its Deployment", by: owner("ReplicaSet", "web-7d4"),
      among: replicaSet(of: owner("Deployment", "web")), named: "web"),
    owned(
      "a ReplicaSet that nobody owns stands for itself", by: owner("ReplicaSet", "web-7d4"), among: replicaSet(),
      named: "web-7d4"),
    owned(
      "a ReplicaSet that only another kind owns gives no name", by: owner("ReplicaSet", "web-7d4"),
      among: replicaSet(of: owner("Rollout", "web")), named: "web-1", from: .podName),
    owned(
      "the next owner of the Pod is looked at then", by: owner("ReplicaSet", "web-7d4"), owner("Game", "chess"),
      among: replicaSet(of: owner("Rollout", "web")), named: "chess"
    ),
    owned(
      "a Deployment among several owners of the ReplicaSet", by: owner("ReplicaSet", "web-7d4"),
      among: replicaSet(of: owner("Rollout", "other"), owner("Deployment", "web")), named: "web"
    ),
    owned(
      "a Job stands for its CronJob", by: owner("Job", "backup-28"), among: job(of: owner("CronJob", "backup")),
      named: "backup"),
    owned("a Job that nobody owns stands for itself", by: owner("Job", "backup-28"), among: job(), named: "backup-28"),
    owned(
      "a Deployment does not stand behind a Job", by: owner("Job", "backup-28"), among: job(of: owner("Deployment", "web")),
      named: "web-1", from: .podName),
    owned("any other kind stands for itself", by: owner("StatefulSet", "shop"), named: "shop"),
    owned("the first of several owners", by: owner("StatefulSet", "shop"), owner("DaemonSet", "agent"), named: "shop"),
    owned("a Pod that nobody owns has its own name", named: "web-1", from: .podName),
    WorkloadCase(
      "POD-2", "a Pod that nobody owns keeps all parts from 2.1", under: "2.1.0", name: "web-7d4-x2z",
      expect: inbound(released("web-7d4-x2z_demo_svc", ["kuma.io/instance": "web-7d4-x2z"]))
    ),
    WorkloadCase(
      "POD-2", "a ReplicaSet that is not there is a failure", under: "2.1.0", owners: [owner("ReplicaSet", "web-7d4")],
      expect: .failure(.ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: "demo", name: "web-7d4")))
    ),
    WorkloadCase(
      "POD-2", "a ReplicaSet of another namespace is not there", under: .newest, owners: [owner("ReplicaSet", "web-7d4")],
      among: replicaSet(namespace: "other"),
      expect: .failure(.ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: "demo", name: "web-7d4")))
    ),
    WorkloadCase(
      "POD-2", "a Job that is not there is a failure", under: "2.1.0", owners: [owner("Job", "backup-28")],
      expect: .failure(.ownerNotFound(kind: "Job", name: ObjectName(namespace: "demo", name: "backup-28")))
    ),
    WorkloadCase(
      "POD-2", "the owner names it in the newest release", under: .newest, owners: [owner("ReplicaSet", "web-7d4")],
      among: replicaSet(of: owner("Deployment", "web")),
      expect: inbound(zoned("web_demo_svc"), .ready, appProtocol: "tcp"), origins: ["kuma.io/service": .owner]
    ),
  ]

  private static let reservedLabels: [WorkloadCase] = [
    WorkloadCase(
      "POD-3", "they are no tags as documented", labels: ["kuma.io/x": "1", "my-kuma.io/y": "2", "team": "a"],
      expect: inbound(documented(["team": "a"])),
      dropped: [dropped("kuma.io/x", "1", .reserved), dropped("my-kuma.io/y", "2", .reserved)]
    ),
    WorkloadCase(
      "POD-3", "1.6.5 turns them into tags", under: "1.6.5",
      labels: ["kuma.io/sidecar-injection": "enabled", "kuma.io/x": ""],
      expect: inbound(released(["kuma.io/sidecar-injection": "enabled"])), origins: ["kuma.io/sidecar-injection": .podLabel],
      dropped: [dropped("kuma.io/x", "", .empty)]
    ),
    WorkloadCase(
      "POD-3", "the newest release turns them into tags", under: .newest,
      labels: ["kuma.io/mesh": "default", "x.kuma.io/y": "1"],
      expect: inbound(zoned(["kuma.io/mesh": "default", "x.kuma.io/y": "1"]), .ready, appProtocol: "tcp"), dropped: []
    ),
    WorkloadCase(
      "POD-3", "a label makes a zone where there is none", under: "2.5.11", labels: ["kuma.io/zone": "west"],
      expect: inbound(released(["kuma.io/zone": "west"]), .ready), origins: ["kuma.io/zone": .podLabel]
    ),
    WorkloadCase(
      "POD-3", "a label makes a zone where none is wanted", under: "2.9.0", labels: ["kuma.io/zone": "west"],
      settings: { $0.zone = "" },
      expect: inbound(released(["kuma.io/zone": "west"]), .ready), origins: ["kuma.io/zone": .podLabel]
    ),
    WorkloadCase(
      "POD-3", "a label makes no zone where the release has its own", under: "2.6.0", labels: ["kuma.io/zone": "west"],
      expect: inbound(zoned(), .ready), origins: ["kuma.io/zone": .zoneSetting],
      dropped: [dropped("kuma.io/zone", "west", .overridden(by: .zoneSetting))]
    ),
    WorkloadCase(
      "POD-3", "a label makes no zone as documented", labels: ["kuma.io/zone": "west"], expect: inbound(documented()),
      dropped: [dropped("kuma.io/zone", "west", .reserved)]
    ),
    WorkloadCase(
      "POD-3", "tags that are added replace them", under: "1.2.0",
      labels: [
        "k8s.kuma.io/namespace": "x", "kuma.io/instance": "x", "kuma.io/protocol": "x", "kuma.io/service": "x",
        "kuma.io/zone": "x",
      ],
      settings: { $0.zone = "east" }, expect: inbound(early(["k8s.kuma.io/namespace": "x", "kuma.io/zone": "east"])),
      origins: ["k8s.kuma.io/namespace": .podLabel, "kuma.io/zone": .zoneSetting],
      dropped: [
        dropped("kuma.io/instance", "x", .overridden(by: .podName)),
        dropped("kuma.io/protocol", "x", .overridden(by: .defaultValue)),
        dropped("kuma.io/service", "x", .overridden(by: .podName)),
        dropped("kuma.io/zone", "x", .overridden(by: .zoneSetting)),
      ]
    ),
    WorkloadCase(
      "POD-3", "what is replaced is listed with what replaced it", under: "2.9.0",
      labels: ["k8s.kuma.io/namespace": "x", "k8s.kuma.io/service-name": "x", "kuma.io/service": "x"],
      owners: [owner("StatefulSet", "shop")],
      expect: inbound(zoned("shop_demo_svc", ["k8s.kuma.io/service-name": "x"]), .ready),
      dropped: [
        dropped("k8s.kuma.io/namespace", "x", .overridden(by: .podNamespace)),
        dropped("kuma.io/service", "x", .overridden(by: .owner)),
      ]
    ),
  ]

  private static let node = ObjectCatalog(
    nodes: [Node(metadata: ObjectMeta(name: "node-a", labels: ["kuma.io/instance": "i", "kuma.io/service": "s", "x": "y"]))]
  )

  private static let nodeLabels: [WorkloadCase] = [
    WorkloadCase(
      "TAG-10", "of the placeholder they replace everything", under: "2.9.0", labels: ["x": "mine"], nodeName: "node-a",
      among: node, settings: { $0.nodeLabels = ["kuma.io/instance", "kuma.io/service", "x"] },
      expect: inbound(zoned("s", ["kuma.io/instance": "i", "x": "y"]), .ready),
      origins: ["kuma.io/instance": .nodeLabel, "kuma.io/service": .nodeLabel, "x": .nodeLabel]
    ),
    WorkloadCase(
      "TAG-10", "the placeholder of a Pod without a Node has none", under: "2.9.0", among: node,
      settings: { $0.nodeLabels = ["x"] }, expect: inbound(zoned(), .ready)
    ),
    WorkloadCase(
      "TAG-10", "a Node that is not there is a failure for the placeholder", under: "2.7.0", nodeName: "node-b", among: node,
      expect: .failure(.nodeNotFound("node-b"))
    ),
  ]

  private static func status(_ name: String, ready: Bool) -> ContainerStatus {
    ContainerStatus(name: name, isReady: ready)
  }

  private static let readiness: [WorkloadCase] = [
    WorkloadCase("POD-4", "without a status nothing is known", expect: inbound(documented())),
    WorkloadCase(
      "POD-4", "a container that is ready", statuses: [status("app", ready: true)],
      expect: inbound(documented(), health: true)),
    WorkloadCase(
      "POD-4", "a container that is not", statuses: [status("app", ready: false)],
      expect: inbound(documented(), health: false)),
    WorkloadCase(
      "POD-4", "the last container decides", containers: ["a", "b"],
      statuses: [status("a", ready: false), status("b", ready: true)], expect: inbound(documented(), health: true)
    ),
    WorkloadCase(
      "POD-4", "it is the last of the containers and not of the statuses", containers: ["a", "b"],
      statuses: [status("b", ready: false), status("a", ready: true)], expect: inbound(documented(), health: false)
    ),
    WorkloadCase(
      "POD-4", "it is the last one that has a status", containers: ["a", "b"], statuses: [status("a", ready: false)],
      expect: inbound(documented(), health: false)
    ),
    WorkloadCase(
      "POD-4", "the sidecar decides with it", containers: ["app", "kuma-sidecar"],
      statuses: [status("app", ready: true), status("kuma-sidecar", ready: false)],
      expect: inbound(documented(), health: false)
    ),
    WorkloadCase(
      "POD-4", "a ready sidecar makes no application ready", containers: ["app", "kuma-sidecar"],
      statuses: [status("app", ready: false), status("kuma-sidecar", ready: true)],
      expect: inbound(documented(), health: false)
    ),
    WorkloadCase(
      "POD-4", "the sidecar alone is known", containers: ["app", "kuma-sidecar"],
      statuses: [status("kuma-sidecar", ready: true)], expect: inbound(documented(), health: true)
    ),
    WorkloadCase(
      "POD-4", "the status of a container that the Pod does not have", statuses: [status("other", ready: false)],
      expect: inbound(documented())
    ),
    WorkloadCase(
      "POD-4", "deletion does not count", deletionTimestamp: "2026-01-01T00:00:00Z", statuses: [status("app", ready: true)],
      expect: inbound(documented(), health: true)
    ),
  ]

  private static let readinessInReleases: [WorkloadCase] = [
    WorkloadCase(
      "POD-4", "the last container decides in 2.5.0", under: "2.5.0", containers: ["a", "b"],
      statuses: [status("a", ready: false), status("b", ready: true)], expect: inbound(released(), health: true)
    ),
    WorkloadCase(
      "POD-4", "every container decides from 2.5.1", under: "2.5.1", containers: ["a", "b"],
      statuses: [status("a", ready: false), status("b", ready: true)], expect: inbound(released(), .notReady)
    ),
    WorkloadCase(
      "POD-4", "every container is ready from 2.5.1", under: "2.5.1", containers: ["a", "b"],
      statuses: [status("a", ready: true), status("b", ready: true)], expect: inbound(released(), .ready)
    ),
    WorkloadCase("POD-4", "without a status it is ready from 2.5.1", under: "2.5.1", expect: inbound(released(), .ready)),
    WorkloadCase(
      "POD-4", "the sidecar decides from 2.5.1", under: "2.5.1", containers: ["app", "kuma-sidecar"],
      statuses: [status("app", ready: true), status("kuma-sidecar", ready: false)], expect: inbound(released(), .notReady)
    ),
    WorkloadCase(
      "POD-4", "deletion does not count from 2.5.1", under: "2.5.1", deletionTimestamp: "2026-01-01T00:00:00Z",
      expect: inbound(released(), .ready)
    ),
    WorkloadCase(
      "POD-4", "deletion does not count in the newest release", under: .newest, deletionTimestamp: "2026-01-01T00:00:00Z",
      expect: inbound(zoned(), .ready, appProtocol: "tcp")
    ),
    WorkloadCase(
      "POD-4", "the sidecar among the init containers decides from 2.7", under: "2.7.0",
      initStatuses: [status("kuma-sidecar", ready: false)], expect: inbound(zoned(), .notReady)
    ),
    WorkloadCase(
      "POD-4", "other init containers do not", under: "2.7.0", initStatuses: [status("app", ready: false)],
      expect: inbound(zoned(), .ready)
    ),
  ]

  private static let origins: [WorkloadCase] = [
    WorkloadCase(
      "TAG-14", "the origin of every tag of a Pod without a Service", under: .newest,
      labels: ["app": "web", "kuma.io/x": "1"],
      owners: [owner("StatefulSet", "shop")], settings: { $0.zone = "east" },
      expect: inbound(
        released("shop_demo_svc", ["app": "web", "kuma.io/x": "1", "kuma.io/zone": "east"]), .ready, appProtocol: "tcp"),
      origins: [
        "app": .podLabel, "k8s.kuma.io/namespace": .podNamespace, "kuma.io/instance": .podName,
        "kuma.io/protocol": .defaultValue, "kuma.io/service": .owner, "kuma.io/x": .podLabel, "kuma.io/zone": .zoneSetting,
      ],
      dropped: []
    ),
    WorkloadCase(
      "TAG-14", "each label that is no tag of a Pod without a Service", labels: ["canary": "", "kuma.io/service": "x"],
      expect: inbound(documented()), origins: ["kuma.io/protocol": .defaultValue, "kuma.io/service": .podName],
      dropped: [dropped("canary", "", .empty), dropped("kuma.io/service", "x", .reserved)]
    ),
  ]
}

extension WorkloadTable {
  /// The documented tags of the Pod `web-1`, with others beside them.
  private static func documented(_ others: StringMap) -> StringMap { documented("web-1_demo_svc", others) }

  /// The tags of the Pod `web-1` from 1.4.1 on, with others beside them.
  private static func released(_ others: StringMap) -> StringMap { released("web-1_demo_svc", others) }

  /// The tags of the Pod `web-1` from 2.6.0 on, with others beside them.
  private static func zoned(_ others: StringMap) -> StringMap { zoned("web-1_demo_svc", others) }
}

@Suite("Pods without a Service")
struct WorkloadTests {
  @Test(arguments: WorkloadTable.cases)
  func placeholder(_ row: WorkloadCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let namespace = Namespace.fixture(name: row.pod.metadata.effectiveNamespace)
    let mapping = kuma.dataplane(of: row.pod, in: namespace, among: row.catalog)
    #expect(mapping.result.map { $0.networking.inbound.map(WorkloadCase.Placeholder.init) } == row.expected.map { [$0] })
    guard case .success = row.expected else { return }
    let inbound = try #require(mapping.dataplane?.networking.inbound.first)
    #expect(inbound.port == 49151)
    #expect(inbound.name.isEmpty)
    for (key, origin) in row.origins { #expect(inbound.origin(of: key) == origin, "origin of \(key)") }
    if let dropped = row.dropped {
      #expect(kuma.droppedLabels(among: row.pod.metadata.labels, from: inbound.tags) == dropped)
    }
  }
}
