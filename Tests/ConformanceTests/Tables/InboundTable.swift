import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The inbounds of the Pod `demo/web-1`, which is labelled `app=web` and `version=v1`.
struct InboundCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let catalog: ObjectCatalog
  let settings: SettingsChange?
  let expected: Result<[Inbound], MappingFailure>

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    containers: [Container] = [Container(name: "app", ports: [ContainerPort(name: "http", containerPort: 8080)])],
    owners: [OwnerReference] = [],
    deletionTimestamp: String? = nil,
    nodeName: String = "",
    statuses: [ContainerStatus] = [],
    initStatuses: [ContainerStatus] = [],
    services: [Service] = [.fixture()],
    slices: [EndpointSlice] = [],
    nodes: [Node] = [],
    meshes: [Mesh] = [],
    settings: SettingsChange? = nil,
    expect expected: Result<[Inbound], MappingFailure>
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(
      labels: ["app": "web", "version": "v1"], owners: owners, deletionTimestamp: deletionTimestamp, containers: containers,
      nodeName: nodeName, statuses: statuses, initStatuses: initStatuses
    )
    catalog = ObjectCatalog(services: services, endpointSlices: slices, nodes: nodes, meshes: MeshCatalog(meshes))
    self.settings = settings
    self.expected = expected
  }

  /// What is pinned of an inbound: its service stands for its tags.
  struct Inbound: Hashable {
    var port: Int
    var name: String
    var service: String
    var state: Dataplane.State
    var health: Bool?
    var appProtocol: String

    init(
      _ service: String = "web_demo_svc_80",
      port: Int = 8080,
      name: String = "",
      state: Dataplane.State = .ready,
      health: Bool? = nil,
      appProtocol: String = ""
    ) {
      self.port = port
      self.name = name
      self.service = service
      self.state = state
      self.health = health
      self.appProtocol = appProtocol
    }

    init(_ inbound: Dataplane.Inbound) {
      self.init(
        inbound.tags["kuma.io/service"] ?? "", port: inbound.port, name: inbound.name, state: inbound.state,
        health: inbound.health?.isReady, appProtocol: inbound.appProtocol
      )
    }
  }
}

enum InboundTable {
  private typealias Inbound = InboundCase.Inbound
  private typealias Expected = Result<[Inbound], MappingFailure>

  /// As documented and up to 2.5.0: health only where something is known.
  private static func health(_ isReady: Bool?) -> Expected {
    .success([Inbound(health: isReady)])
  }

  /// From 2.5.1: state and health.
  private static func state(_ state: Dataplane.State, name: String = "", appProtocol: String = "") -> Expected {
    .success([Inbound(name: name, state: state, health: state == .ready, appProtocol: appProtocol)])
  }

  /// Inbounds of a Pod of which nothing is known, as documented and up to 2.5.0.
  private static func inbounds(_ inbounds: (service: String, port: Int)...) -> Expected {
    .success(inbounds.map { Inbound($0.service, port: $0.port) })
  }

  private static func status(_ name: String, ready: Bool) -> ContainerStatus {
    ContainerStatus(name: name, isReady: ready)
  }

  private static func service(_ name: String = "web", _ ports: ServicePort...) -> Service {
    .fixture(name: name, ports: ports)
  }

  private static let deleted = "2026-01-01T00:00:00Z"

  static let cases =
    ports + readiness + readinessInReleases + deletion + states + names + protocols + merging + nativeSidecars + lookups

  private static let ports: [InboundCase] = [
    InboundCase("INB-1", "one port of one Service", expect: inbounds(("web_demo_svc_80", 8080))),
    InboundCase(
      "LSN-1", "a Service of zone proxies gives inbounds like any other",
      services: [.fixture(labels: ["k8s.kuma.io/zone-proxy-type": "ingress"])], expect: inbounds(("web_demo_svc_80", 8080))
    ),
    InboundCase(
      "INB-1", "ports come in the order of the Service",
      services: [
        service(
          "web", ServicePort(name: "z", port: 90, targetPort: 9090), ServicePort(name: "a", port: 80, targetPort: 8080)
        )
      ],
      expect: inbounds(("web_demo_svc_90", 9090), ("web_demo_svc_80", 8080))
    ),
    InboundCase(
      "INB-1", "two Services of one port give two",
      services: [
        service("web", ServicePort(port: 80, targetPort: 8080)), service("all", ServicePort(port: 80, targetPort: 8080)),
      ],
      expect: inbounds(("all_demo_svc_80", 8080), ("web_demo_svc_80", 8080))
    ),
    InboundCase(
      "INB-1", "two ports to one target give two",
      services: [
        service(
          "web", ServicePort(name: "a", port: 80, targetPort: 8080), ServicePort(name: "b", port: 81, targetPort: "http")
        )
      ],
      expect: inbounds(("web_demo_svc_80", 8080), ("web_demo_svc_81", 8080))
    ),
    InboundCase(
      "INB-1", "all ports of the first Service come before those of the second",
      services: [
        service("b", ServicePort(port: 1, targetPort: 1)),
        service("a", ServicePort(name: "x", port: 3, targetPort: 3), ServicePort(name: "y", port: 2, targetPort: 2)),
      ],
      expect: inbounds(("a_demo_svc_3", 3), ("a_demo_svc_2", 2), ("b_demo_svc_1", 1))
    ),
    InboundCase(
      "INB-1", "two Services of one port in the first release", under: "1.2.0",
      services: [
        service("web", ServicePort(port: 80, targetPort: 8080)), service("all", ServicePort(port: 80, targetPort: 8080)),
      ],
      expect: inbounds(("web_demo_svc_80", 8080), ("all_demo_svc_80", 8080))
    ),
    InboundCase(
      "INB-1", "two Services of one port in the newest release", under: .newest,
      services: [
        service("web", ServicePort(port: 80, targetPort: 8080)), service("all", ServicePort(port: 80, targetPort: 8080)),
      ],
      expect: .success([
        Inbound("all_demo_svc_80", name: "http", health: true, appProtocol: "tcp"),
        Inbound("web_demo_svc_80", name: "http", health: true, appProtocol: "tcp"),
      ])
    ),
  ]

  private static let undeclared = [Container(name: "app")]

  private static let readiness: [InboundCase] = [
    InboundCase("INB-2", "without a status nothing is known", expect: health(nil)),
    InboundCase(
      "INB-2", "the container declaring the port is ready", statuses: [status("app", ready: true)], expect: health(true)),
    InboundCase(
      "INB-2", "the container declaring the port is not", statuses: [status("app", ready: false)], expect: health(false)),
    InboundCase(
      "INB-2", "a container that does not declare it does not count",
      containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080)]), Container(name: "log")],
      statuses: [status("log", ready: false), status("app", ready: true)], expect: health(true)
    ),
    InboundCase(
      "INB-2", "the sidecar counts", statuses: [status("app", ready: true), status("kuma-sidecar", ready: false)],
      expect: health(false)
    ),
    InboundCase(
      "INB-2", "a ready sidecar makes no container ready",
      statuses: [status("app", ready: false), status("kuma-sidecar", ready: true)], expect: health(false)
    ),
    InboundCase(
      "INB-2", "the sidecar alone is known", statuses: [status("kuma-sidecar", ready: true)], expect: health(true)),
    InboundCase(
      "INB-2", "where no container declares the port only the sidecar counts", containers: undeclared,
      statuses: [status("app", ready: false), status("kuma-sidecar", ready: true)], expect: health(true)
    ),
    InboundCase(
      "INB-2", "where no container declares the port nothing else is known", containers: undeclared,
      statuses: [status("app", ready: false)], expect: health(nil)
    ),
    InboundCase(
      "INB-2", "a container that declares it for UDP does not count",
      containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080, transportProtocol: .udp)])],
      statuses: [status("app", ready: false)], expect: health(nil)
    ),
    InboundCase(
      "INB-2", "of two containers that declare it the first one counts",
      containers: [
        Container(name: "a", ports: [ContainerPort(containerPort: 8080)]),
        Container(name: "b", ports: [ContainerPort(containerPort: 8080)]),
      ],
      statuses: [status("b", ready: false), status("a", ready: true)], expect: health(true)
    ),
  ]

  private static let readinessInReleases: [InboundCase] = [
    InboundCase("INB-2", "nothing is known in the first release", under: "1.2.0", expect: health(nil)),
    InboundCase("INB-2", "nothing is known in 2.5.0", under: "2.5.0", expect: health(nil)),
    InboundCase("INB-2", "what is not known is ready from 2.5.1", under: "2.5.1", expect: state(.ready)),
    InboundCase(
      "INB-2", "where no container declares the port it is ready from 2.5.1", under: "2.5.1", containers: undeclared,
      statuses: [status("app", ready: false)], expect: state(.ready)
    ),
    InboundCase(
      "INB-2", "the sidecar counts in the newest release", under: .newest, containers: undeclared,
      statuses: [status("app", ready: true), status("kuma-sidecar", ready: false)],
      expect: state(.notReady, appProtocol: "tcp")
    ),
  ]

  private static let deletion: [InboundCase] = [
    InboundCase("INB-3", "nothing else is known", deletionTimestamp: deleted, expect: health(false)),
    InboundCase(
      "INB-3", "everything is ready", deletionTimestamp: deleted, statuses: [status("app", ready: true)],
      expect: health(false)),
    InboundCase(
      "INB-3", "it does not count in 1.6.5", under: "1.6.5", deletionTimestamp: deleted,
      statuses: [status("app", ready: true)], expect: health(true)),
    InboundCase("INB-3", "it makes nothing known in 1.6.5", under: "1.6.5", deletionTimestamp: deleted, expect: health(nil)),
    InboundCase(
      "INB-3", "it counts from 1.7", under: "1.7.0", deletionTimestamp: deleted, statuses: [status("app", ready: true)],
      expect: health(false)),
    InboundCase("INB-3", "it is a state from 2.5.1", under: "2.5.1", deletionTimestamp: deleted, expect: state(.notReady)),
    InboundCase(
      "INB-3", "it counts in the newest release", under: .newest, deletionTimestamp: deleted,
      expect: state(.notReady, name: "http", appProtocol: "tcp")),
  ]

  private static let versionIgnored: SettingsChange = { $0.ignoredSelectorLabels = ["version"] }
  private static let otherVersion: [Service] = [.fixture(selector: ["app": "web", "version": "v2"])]

  private static let states: [InboundCase] = [
    InboundCase("INB-4", "there is none as documented", statuses: [status("app", ready: false)], expect: health(false)),
    InboundCase(
      "INB-4", "there is none in 2.5.0", under: "2.5.0", statuses: [status("app", ready: false)], expect: health(false)),
    InboundCase(
      "INB-4", "it is not ready", under: "2.5.1", statuses: [status("app", ready: false)], expect: state(.notReady)),
    InboundCase("INB-4", "it is ready", under: "2.5.1", statuses: [status("app", ready: true)], expect: state(.ready)),
    InboundCase(
      "INB-4", "it is ignored", under: "2.5.1", statuses: [status("app", ready: true)], services: otherVersion,
      settings: versionIgnored, expect: state(.ignored)
    ),
    InboundCase(
      "INB-4", "ignored wins over not ready", under: "2.5.1", deletionTimestamp: deleted,
      statuses: [status("app", ready: false)], services: otherVersion, settings: versionIgnored, expect: state(.ignored)
    ),
    InboundCase(
      "INB-4", "a Service that matches with all labels is not ignored", under: "2.5.1",
      services: [.fixture(selector: ["app": "web", "version": "v1"])], settings: versionIgnored, expect: state(.ready)
    ),
    InboundCase(
      "INB-4", "a Service without a selector is not ignored", under: "2.8.0", services: [.fixture(selector: [:])],
      slices: [
        EndpointSlice(
          metadata: ObjectMeta(name: "web-abc", namespace: "demo", labels: ["kubernetes.io/service-name": "web"]),
          endpoints: [EndpointSlice.Endpoint(targetRef: EndpointSlice.TargetReference(uid: "pod-uid"))]
        )
      ],
      settings: versionIgnored, expect: state(.ready)
    ),
    InboundCase(
      "INB-4", "it is ignored in the newest release", under: .newest, services: otherVersion, settings: versionIgnored,
      expect: state(.ignored, name: "http", appProtocol: "tcp")
    ),
    InboundCase(
      "SVC-4", "the inbounds of an emptied selector are ignored", under: "2.5.1",
      services: [.fixture(selector: ["version": "v2"])], settings: versionIgnored, expect: state(.ignored)
    ),
    InboundCase(
      "SVC-4", "each Service has a state of its own", under: "2.5.1", services: [.fixture(name: "all")] + otherVersion,
      settings: versionIgnored,
      expect: .success([
        Inbound("all_demo_svc_80", health: true), Inbound("web_demo_svc_80", state: .ignored, health: false),
      ])
    ),
  ]

  /// A Service whose port is named otherwise than the container's.
  private static let named = [service("web", ServicePort(name: "public", port: 80, targetPort: 8080))]

  private static let names: [InboundCase] = [
    InboundCase("INB-5", "there is none as documented", services: named, expect: health(nil)),
    InboundCase("INB-5", "there is none in 2.8", under: "2.8.0", services: named, expect: state(.ready)),
    InboundCase(
      "INB-5", "the Service's port from 2.9", under: "2.9.0", services: named, expect: state(.ready, name: "public")),
    InboundCase("INB-5", "the Service's port without a name", under: "2.9.0", expect: state(.ready)),
    InboundCase(
      "INB-5", "the container's port from 2.10", under: "2.10.0", services: named, expect: state(.ready, name: "http")),
    InboundCase(
      "INB-5", "the container's port without a name", under: "2.10.0",
      containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080)])], services: named,
      expect: state(.ready)
    ),
    InboundCase(
      "INB-5", "no container declares the port", under: "2.10.0", containers: undeclared, services: named,
      expect: state(.ready)),
    InboundCase(
      "INB-5", "the first container's port in the newest release", under: .newest,
      containers: [
        Container(name: "a", ports: [ContainerPort(name: "one", containerPort: 8080)]),
        Container(name: "b", ports: [ContainerPort(name: "two", containerPort: 8080)]),
      ],
      services: named, expect: state(.ready, name: "one", appProtocol: "tcp")
    ),
  ]

  private static func speaking(_ appProtocol: String) -> [Service] {
    [service("web", ServicePort(appProtocol: appProtocol, port: 80, targetPort: 8080))]
  }

  private static let protocols: [InboundCase] = [
    InboundCase("INB-6", "there is none as documented", services: speaking("http"), expect: health(nil)),
    InboundCase(
      "INB-6", "there is none in 2.13", under: "2.13.0", services: speaking("http"), expect: state(.ready, name: "http")),
    InboundCase(
      "INB-6", "the appProtocol from 2.14", under: "2.14.0", services: speaking("grpc"),
      expect: state(.ready, name: "http", appProtocol: "grpc")),
    InboundCase(
      "INB-6", "it is in lower case", under: "2.14.0", services: speaking("HTTP"),
      expect: state(.ready, name: "http", appProtocol: "http")),
    InboundCase(
      "INB-6", "one that is unknown is tcp", under: "2.14.0", services: speaking("ws"),
      expect: state(.ready, name: "http", appProtocol: "tcp")),
    InboundCase(
      "INB-6", "the annotation's, whatever it says", under: .newest,
      services: [.fixture(annotations: ["80.service.kuma.io/protocol": "WS"])],
      expect: state(.ready, name: "http", appProtocol: "ws")
    ),
    InboundCase(
      "INB-6", "it is there without tags too", under: .newest, services: speaking("http"),
      settings: { $0.inboundTags = .disabled },
      expect: .success([Inbound("", name: "http", health: true, appProtocol: "http")])
    ),
  ]

  /// Two Services of the same port, and one of another.
  private static let overlapping = [
    service("c", ServicePort(port: 90, targetPort: 9090)), service("b", ServicePort(port: 80, targetPort: 8080)),
    service("a", ServicePort(port: 80, targetPort: "http")),
  ]

  private static func three(name: String = "http", appProtocol: String = "") -> Expected {
    .success([
      Inbound("a_demo_svc_80", name: name, health: true, appProtocol: appProtocol),
      Inbound("b_demo_svc_80", name: name, health: true, appProtocol: appProtocol),
      Inbound("c_demo_svc_90", port: 9090, health: true, appProtocol: appProtocol),
    ])
  }

  private static func two(appProtocol: String = "") -> Expected {
    .success([
      Inbound("a_demo_svc_80", name: "http", health: true, appProtocol: appProtocol),
      Inbound("c_demo_svc_90", port: 9090, health: true, appProtocol: appProtocol),
    ])
  }

  private static func untagged(_ ports: Int...) -> Expected {
    .success(ports.map { Inbound("", port: $0, name: $0 == 8080 ? "http" : "", health: true, appProtocol: "tcp") })
  }

  private static let exclusive: SettingsChange = { $0.meshServicesMode = .exclusive }
  private static let exclusiveWithoutTags: SettingsChange = {
    $0.meshServicesMode = .exclusive
    $0.inboundTags = .disabled
  }

  private static func mesh(_ mode: MeshServicesMode?) -> [Mesh] {
    [Mesh(name: "other", meshServicesMode: .exclusive), Mesh(name: "default", meshServicesMode: mode)]
  }

  private static let merging: [InboundCase] = [
    InboundCase(
      "INB-7", "none are merged as documented", services: overlapping, settings: exclusive,
      expect: inbounds(("a_demo_svc_80", 8080), ("b_demo_svc_80", 8080), ("c_demo_svc_90", 9090))
    ),
    InboundCase(
      "INB-7", "none are merged in 2.10", under: "2.10.0", services: overlapping, settings: exclusive, expect: three()),
    InboundCase(
      "INB-7", "the first stays from 2.11", under: "2.11.0", services: overlapping, settings: exclusive, expect: two()),
    InboundCase("INB-7", "none are merged where nothing is set", under: "2.11.0", services: overlapping, expect: three()),
    InboundCase(
      "INB-7", "none are merged in the mode Everywhere", under: "2.11.0", services: overlapping,
      settings: { $0.meshServicesMode = .everywhere }, expect: three()
    ),
    InboundCase(
      "INB-7", "none are merged in the mode ReachableBackends", under: "2.11.0", services: overlapping,
      settings: { $0.meshServicesMode = .reachableBackends }, expect: three()
    ),
    InboundCase(
      "INB-7", "the Mesh says it", under: "2.11.0", services: overlapping, meshes: mesh(.exclusive), expect: two()),
    InboundCase(
      "INB-7", "the Mesh wins over the setting", under: "2.11.0", services: overlapping, meshes: mesh(.disabled),
      settings: exclusive, expect: three()
    ),
    InboundCase(
      "INB-7", "the setting holds where the Mesh says nothing", under: "2.11.0", services: overlapping, meshes: mesh(nil),
      settings: exclusive, expect: two()
    ),
    InboundCase(
      "INB-7", "the first stays although it is ignored", under: "2.11.0",
      services: [.fixture(name: "a", selector: ["version": "v2"]), .fixture(name: "b")],
      settings: {
        $0.meshServicesMode = .exclusive
        $0.ignoredSelectorLabels = ["version"]
      },
      expect: .success([Inbound("a_demo_svc_80", name: "http", state: .ignored, health: false)])
    ),
    InboundCase(
      "INB-7", "ports of one Service are merged too", under: "2.11.0",
      services: [
        service(
          "web", ServicePort(name: "b", port: 81, targetPort: 8080), ServicePort(name: "a", port: 80, targetPort: 8080)
        )
      ],
      settings: exclusive, expect: .success([Inbound("web_demo_svc_81", name: "http", health: true)])
    ),
    InboundCase(
      "INB-7", "those with tags are merged in 2.14.0", under: "2.14.0", services: overlapping, settings: exclusive,
      expect: two(appProtocol: "tcp")),
    InboundCase(
      "INB-7", "those with tags are not from 2.14.1", under: "2.14.1", services: overlapping, settings: exclusive,
      expect: three(appProtocol: "tcp")),
    InboundCase(
      "INB-7", "those without tags are from 2.14.1", under: "2.14.1", services: overlapping, settings: exclusiveWithoutTags,
      expect: untagged(8080, 9090)),
    InboundCase(
      "INB-7", "those without tags are not in another mode", under: "2.14.1", services: overlapping,
      settings: { $0.inboundTags = .disabled }, expect: untagged(8080, 8080, 9090)
    ),
  ]

  private static let nativeSidecars: [InboundCase] = [
    InboundCase(
      "INB-8", "it is not looked for there as documented", initStatuses: [status("kuma-sidecar", ready: false)],
      expect: health(nil)),
    InboundCase(
      "INB-8", "it is not looked for there in 2.6", under: "2.6.0", initStatuses: [status("kuma-sidecar", ready: false)],
      expect: state(.ready)),
    InboundCase(
      "INB-8", "it is looked for there from 2.7", under: "2.7.0", initStatuses: [status("kuma-sidecar", ready: false)],
      expect: state(.notReady)),
    InboundCase(
      "INB-8", "the one among the containers wins", under: "2.7.0", statuses: [status("kuma-sidecar", ready: true)],
      initStatuses: [status("kuma-sidecar", ready: false)], expect: state(.ready)
    ),
    InboundCase(
      "INB-8", "no other init container counts", under: "2.7.0", initStatuses: [status("app", ready: false)],
      expect: state(.ready)),
    InboundCase(
      "INB-8", "it is looked for there in the newest release", under: .newest,
      initStatuses: [status("kuma-sidecar", ready: false)], expect: state(.notReady, name: "http", appProtocol: "tcp")
    ),
  ]

  /// What is looked up beside the Services, and what is not.
  private static let lookups: [InboundCase] = [
    InboundCase(
      "POD-2", "an owner that is not there is not missed where a Service gives inbounds", under: .newest,
      owners: [OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-7d4")],
      expect: state(.ready, name: "http", appProtocol: "tcp")
    ),
    InboundCase(
      "TAG-10", "a Node that is not there is a failure", under: "2.7.0", nodeName: "node-a",
      expect: .failure(.nodeNotFound("node-a"))),
    InboundCase(
      "TAG-10", "a Node that is not there is not missed in 2.6", under: "2.6.0", nodeName: "node-a", expect: state(.ready)),
    InboundCase("TAG-10", "a Node that is not there is not missed as documented", nodeName: "node-a", expect: health(nil)),
    InboundCase(
      "TAG-10", "a Node that is not there is not missed where no label is set", under: .newest, nodeName: "node-a",
      settings: { $0.nodeLabels = [] }, expect: state(.ready, name: "http", appProtocol: "tcp")
    ),
    InboundCase(
      "TAG-10", "a Node of another name is not there", under: .newest, nodeName: "node-a",
      nodes: [Node(metadata: ObjectMeta(name: "node-b"))], expect: .failure(.nodeNotFound("node-a"))
    ),
    InboundCase(
      "TAG-10", "a Node that is there is found by its name", under: .newest, nodeName: "node-a",
      nodes: [
        Node(metadata: ObjectMeta(name: "node-b", labels: ["kuma.io/service": "b"])),
        Node(metadata: ObjectMeta(name: "node-a", labels: ["kuma.io/service": "a"])),
      ],
      settings: { $0.nodeLabels = ["kuma.io/service"] },
      expect: .success([Inbound("a", name: "http", health: true, appProtocol: "tcp")])
    ),
  ]
}

@Suite("Inbounds")
struct InboundTests {
  @Test(arguments: InboundTable.cases)
  func inbounds(_ row: InboundCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let mapping = kuma.dataplane(of: row.pod, in: .fixture(), among: row.catalog)
    #expect(mapping.result.map { $0.networking.inbound.map(InboundCase.Inbound.init) } == row.expected)
  }
}
