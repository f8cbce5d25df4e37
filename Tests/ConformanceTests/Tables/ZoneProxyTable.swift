import KubernetesJSON
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What becomes of a Pod that is a zone ingress or egress, and listens on port 10001.
struct ZoneProxyCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let standpoint: PodReport.Standpoint
  let pod: Pod
  let objects: [ClusterObject]
  let settings: SettingsChange?
  let expected: Expected

  /// What comes of it.
  enum Expected: Hashable, Sendable {
    case resource(ProxyResource)
    /// A ZoneIngress with these values unknown.
    case unknown(ProxyResource, [ExactString])
    case fail(MappingFailure)
    case other(DataplaneVerdict)
  }

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName,
    at standpoint: PodReport.Standpoint = .reconciliation,
    _ annotations: StringMap = ["kuma.io/ingress": "enabled"],
    labels: StringMap = [:],
    address: String = "10.0.0.1",
    services: [Service] = [ZoneProxyTable.service()],
    others: [ClusterObject] = [],
    namespaceLabels: StringMap = [:],
    settings: SettingsChange? = nil,
    expect expected: Expected
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.standpoint = standpoint
    var all = labels
    all["app"] = "proxy"
    pod = .fixture(
      name: "proxy-1", namespace: "kuma-system", labels: all, annotations: annotations, serviceAccountName: "kuma",
      podIP: address, statuses: [ContainerStatus(name: "app", isReady: true)])
    objects =
      [
        .kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: "kuma-system", labels: namespaceLabels)))),
        .kubernetes(.pod(pod)),
      ] + services.map { .kubernetes(.service($0)) } + others
    self.settings = settings
    self.expected = expected
  }
}

enum ZoneProxyTable {
  static let cases = ingresses + places + egresses + matches + labels

  fileprivate static func service(
    _ name: String = "proxy",
    type: String = "ClusterIP",
    ports: [ServicePort] = [ServicePort(port: 10001, targetPort: 10001, nodePort: 30001)],
    balancer: [LoadBalancerIngress] = []
  ) -> Service {
    Service(
      metadata: ObjectMeta(name: name, namespace: "kuma-system"), type: type, clusterIP: "10.96.0.9",
      selector: ["app": "proxy"], ports: ports, loadBalancer: balancer)
  }

  private static let owner = OwnerReference(
    apiVersion: "v1", kind: "Pod", name: "proxy-1", uid: "pod-uid", controller: true, blockOwnerDeletion: true)

  private static func metadata(labels: StringMap = [:], annotations: StringMap = [:]) -> Dataplane.Metadata {
    .init(
      name: "proxy-1", namespace: "kuma-system", labels: labels, annotations: annotations, ownerReferences: [owner])
  }

  private static func ingress(
    _ advertised: String = "", _ advertisedPort: Int = 0, port: Int = 10001, admin: Int? = nil, labels: StringMap = [:],
    annotations: StringMap = [:], offered: [ZoneIngress.AvailableService] = []
  ) -> ZoneIngress {
    ZoneIngress(
      metadata: metadata(labels: labels, annotations: annotations), address: "10.0.0.1", port: port,
      advertisedAddress: advertised, advertisedPort: advertisedPort, adminPort: admin, availableServices: offered)
  }

  private static func given(
    _ advertised: String = "", _ advertisedPort: Int = 0, port: Int = 10001, admin: Int? = nil
  ) -> ZoneProxyCase.Expected {
    .resource(.zoneIngress(ingress(advertised, advertisedPort, port: port, admin: admin)))
  }

  private static func egress(zone: String = "", admin: Int? = nil, labels: StringMap = [:]) -> ZoneProxyCase.Expected {
    .resource(
      .zoneEgress(
        ZoneEgress(metadata: metadata(labels: labels), zone: zone, address: "10.0.0.1", port: 10001, adminPort: admin)))
  }

  private static let adminPort = "kuma.io/envoy-admin-port"

  /// ZONE-1.
  private static let ingresses: [ZoneProxyCase] = [
    ZoneProxyCase("ZONE-1", "the port that its Service leads to", under: "1.2.0", expect: given()),
    ZoneProxyCase("ZONE-1", "the port that its Service leads to", under: "documented", expect: given()),
    ZoneProxyCase(
      "ZONE-1", "the port of the Pod, not that of the Service", under: "2.8.8",
      services: [service(ports: [ServicePort(port: 80, targetPort: 10001)])], expect: given()
    ),
    ZoneProxyCase(
      "ZONE-1", "the administration port before 1.5", under: "1.4.1", ["kuma.io/ingress": "true", adminPort: "9901"],
      expect: given()
    ),
    ZoneProxyCase(
      "ZONE-1", "the administration port", under: "1.5.0", ["kuma.io/ingress": "true", adminPort: "9901"],
      expect: given(admin: 9901)
    ),
    ZoneProxyCase(
      "ZONE-1", "an administration port that is no number", under: "1.5.0", ["kuma.io/ingress": "true", adminPort: "x"],
      expect: .fail(.unreadableNumber(Evidence(.podAnnotation, key: adminPort, value: "x")))
    ),
    ZoneProxyCase(
      "ZONE-1", "a preview without an address", under: "2.8.8", at: .preview, address: "",
      expect: .other(.pending(.podHasNoAddress))
    ),
    ZoneProxyCase(
      "ZONE-1", "without an address it is deleted", under: "2.8.8", address: "", expect: .other(.delete(.podHasNoAddress))
    ),
  ]

  private static let publicAddress = "kuma.io/ingress-public-address"
  private static let publicPort = "kuma.io/ingress-public-port"

  private static func annotated(_ address: String?, _ port: String?) -> StringMap {
    var annotations: StringMap = ["kuma.io/ingress": "enabled"]
    annotations[publicAddress] = address
    annotations[publicPort] = port
    return annotations
  }

  private static func node(_ name: String, _ addresses: NodeAddress...) -> ClusterObject {
    .kubernetes(.node(Node(metadata: ObjectMeta(name: name), addresses: addresses)))
  }

  private static let inside = NodeAddress(type: "InternalIP", address: "192.168.0.1")
  private static let outside = NodeAddress(type: "ExternalIP", address: "5.6.7.8")
  private static let kept = ClusterObject.zoneIngress(ingress("1.2.3.4", 10001, admin: 9901))

  private static let offered = [
    ZoneIngress.AvailableService(tags: ["kuma.io/service": "a", "version": "1"], instances: 2, mesh: "default"),
    ZoneIngress.AvailableService(tags: ["kuma.io/service": "b"], instances: 1, mesh: "other", isExternal: true),
  ]

  /// A ZoneIngress that offered services before.
  private static func offering(_ title: String, under rules: RulesName, isKept: Bool) -> ZoneProxyCase {
    ZoneProxyCase(
      "ZONE-2", title, under: rules, others: [.zoneIngress(ingress(offered: offered))],
      expect: .resource(.zoneIngress(ingress(offered: isKept ? offered : []))))
  }

  private static func balanced(_ places: LoadBalancerIngress...) -> [Service] {
    [service(type: "LoadBalancer", balancer: places)]
  }

  private static let onNodes = [service(type: "NodePort")]

  /// ZONE-2.
  private static let places: [ZoneProxyCase] = [
    ZoneProxyCase(
      "ZONE-2", "what is annotated", under: "1.2.0", annotated("zone.example", "443"), expect: given("zone.example", 443)),
    ZoneProxyCase(
      "ZONE-2", "what is annotated before what the Service gives", under: .newest, annotated("zone.example", "443"),
      services: balanced(.init(ip: "1.2.3.4")), settings: { $0.admission = .leftOut },
      expect: .resource(
        .zoneIngress(
          ingress(
            "zone.example", 443,
            labels: [
              "app": "proxy", "k8s.kuma.io/namespace": "kuma-system", "k8s.kuma.io/service-account": "kuma",
              "kuma.io/env": "kubernetes", "kuma.io/origin": "zone", "kuma.io/proxy-type": "zoneingress",
              "kuma.io/zone": "default",
            ])))
    ),
    ZoneProxyCase(
      "ZONE-2", "an address alone", under: "1.2.0", annotated("zone.example", nil),
      expect: .fail(.missingPublicPlace(key: "kuma.io/ingress-public-port"))
    ),
    ZoneProxyCase(
      "ZONE-2", "a port alone", under: .newest, annotated(nil, "443"),
      expect: .fail(.missingPublicPlace(key: "kuma.io/ingress-public-address"))
    ),
    ZoneProxyCase(
      "ZONE-2", "a port that is no number", under: "2.8.8", annotated("zone.example", "x"),
      expect: .fail(.unreadableNumber(Evidence(.podAnnotation, key: publicPort, value: "x")))
    ),
    ZoneProxyCase(
      "ZONE-2", "a load balancer", under: "1.2.0", services: balanced(.init(ip: "1.2.3.4"), .init(ip: "9.9.9.9")),
      expect: given("1.2.3.4", 10001)
    ),
    ZoneProxyCase(
      "ZONE-2", "a load balancer's address before its name", under: "2.8.8",
      services: balanced(.init(ip: "1.2.3.4", hostname: "lb.example")), expect: given("1.2.3.4", 10001)
    ),
    ZoneProxyCase(
      "ZONE-2", "a load balancer's name", under: "2.8.8", services: balanced(.init(hostname: "lb.example")),
      expect: given("lb.example", 10001)
    ),
    ZoneProxyCase("ZONE-2", "a load balancer that is not there yet", under: "2.8.8", services: balanced(), expect: given()),
    ZoneProxyCase(
      "ZONE-2", "a load balancer without an address", under: "2.8.8", services: balanced(.init()), expect: given()),
    ZoneProxyCase(
      "ZONE-2", "the first Node by name, from outside", under: "1.2.0", services: onNodes,
      others: [node("b", NodeAddress(type: "ExternalIP", address: "9.9.9.9")), node("a", inside, outside)],
      expect: given("5.6.7.8", 30001)
    ),
    ZoneProxyCase(
      "ZONE-2", "the first Node by name, from inside", under: "2.6.15", services: onNodes,
      others: [node("a", NodeAddress(type: "Hostname", address: "a"), inside), node("b", outside)],
      expect: given("192.168.0.1", 30001)
    ),
    ZoneProxyCase(
      "ZONE-2", "a Node without an address", under: "2.6.15", services: onNodes, others: [node("a"), node("b", outside)],
      expect: .fail(.noNodeAddress(node: "a"))
    ),
    ZoneProxyCase("ZONE-2", "no Node", under: "2.6.15", services: onNodes, expect: .fail(.noNodeAddress(node: nil))),
    ZoneProxyCase(
      "ZONE-2", "a preview without Nodes", under: "2.6.15", at: .preview, services: onNodes,
      expect: .unknown(
        .zoneIngress(ingress()), ["spec.networking.advertisedAddress", "spec.networking.advertisedPort"])
    ),
    ZoneProxyCase(
      "ZONE-2", "what was there stays up to 1.4.0", under: "1.4.0", others: [kept],
      expect: given("1.2.3.4", 10001, admin: 9901)),
    ZoneProxyCase("ZONE-2", "what was there goes", under: "1.4.1", others: [kept], expect: given()),
    ZoneProxyCase("ZONE-2", "what was there goes", under: "2.4.4", others: [kept], expect: given()),
    ZoneProxyCase(
      "ZONE-2", "what was there stays", under: "2.4.5", others: [kept], expect: given("1.2.3.4", 10001, admin: 9901)),
    ZoneProxyCase(
      "ZONE-2", "what was there is replaced by what is found", under: "2.4.5", services: balanced(.init(ip: "5.5.5.5")),
      others: [kept], expect: given("5.5.5.5", 10001, admin: 9901)
    ),
    offering("the services that were there stay up to 1.4.0", under: "1.4.0", isKept: true),
    offering("the services that were there are unknown", under: "1.4.1", isKept: false),
    offering("the services that were there are unknown", under: "2.2.5", isKept: false),
    offering("the services that were there stay", under: "2.2.6", isKept: true),
    offering("the services that were there are unknown", under: "2.3.3", isKept: false),
    offering("the services that were there stay", under: "2.3.4", isKept: true),
    offering("the services that were there are unknown", under: "2.4.4", isKept: false),
    offering("the services that were there stay", under: "2.4.5", isKept: true),
  ]

  /// ZONE-3.
  private static let egresses: [ZoneProxyCase] = [
    ZoneProxyCase("ZONE-3", "the port, without a zone", under: "1.5.0", ["kuma.io/egress": "true"], expect: egress()),
    ZoneProxyCase(
      "ZONE-3", "port and zone", under: "1.5.0", ["kuma.io/egress": "true"], settings: { $0.zone = "east" },
      expect: egress(zone: "east")
    ),
    ZoneProxyCase(
      "ZONE-3", "the release's own zone", under: "2.8.8", ["kuma.io/egress": "true", adminPort: "9901"],
      expect: egress(zone: "default", admin: 9901)
    ),
    ZoneProxyCase(
      "ZONE-3", "an administration port that is no number", under: "1.5.0", ["kuma.io/egress": "true", adminPort: ""],
      expect: .fail(.unreadableNumber(Evidence(.podAnnotation, key: adminPort, value: "")))
    ),
    ZoneProxyCase(
      "ZONE-3", "without an address it is deleted", under: .newest, ["kuma.io/egress": "true"], address: "",
      expect: .other(.delete(.podHasNoAddress))
    ),
  ]

  private static func two(_ second: Int) -> [Service] {
    [service(ports: [ServicePort(port: 80, targetPort: 10001), ServicePort(port: 81, targetPort: .number(second))])]
  }

  /// ZONE-4.
  private static let matches: [ZoneProxyCase] = [
    ZoneProxyCase(
      "ZONE-4", "no Service", under: "1.2.0", services: [], expect: .fail(.zoneProxyServices(kind: "ZoneIngress", []))),
    ZoneProxyCase(
      "ZONE-4", "no Service", under: .newest, ["kuma.io/egress": "yes"], services: [],
      expect: .fail(.zoneProxyServices(kind: "ZoneEgress", []))
    ),
    ZoneProxyCase(
      "ZONE-4", "two Services", under: "2.8.8", services: [service(), service("another")],
      expect: .fail(.zoneProxyServices(kind: "ZoneIngress", ["another", "proxy"]))
    ),
    ZoneProxyCase(
      "ZONE-4", "two ports", under: "2.10.0", services: two(10002),
      expect: .fail(.zoneProxyPorts(service: "proxy", [10001, 10002]))),
    ZoneProxyCase(
      "ZONE-4", "two ports of the Service that are one of the Pod", under: "2.10.0", services: two(10001),
      expect: .fail(.zoneProxyPorts(service: "proxy", [10001, 10001]))
    ),
    ZoneProxyCase(
      "ZONE-4", "two ports of the Service that are one of the Pod", under: "2.11.0", services: two(10001),
      settings: { $0.admission = .leftOut },
      expect: .resource(
        .zoneIngress(
          ingress(labels: [
            "app": "proxy", "k8s.kuma.io/namespace": "kuma-system", "kuma.io/env": "kubernetes", "kuma.io/origin": "zone",
            "kuma.io/proxy-type": "zoneingress", "kuma.io/zone": "default",
          ])))
    ),
    ZoneProxyCase(
      "ZONE-4", "no port that is found up to 2.7", under: "2.7.29",
      services: [service(ports: [ServicePort(port: 80, targetPort: "none")])],
      expect: .fail(.noMatchingContainerPort(services: ["proxy"]))
    ),
    ZoneProxyCase(
      "ZONE-4", "no port that is found from 2.8 on", under: "2.8.0",
      services: [service(ports: [ServicePort(port: 80, targetPort: "none")])], expect: given(port: 49151)
    ),
  ]

  private static let shared: StringMap = ["k8s.kuma.io/namespace": "kuma-system"]
  private static let ofZone: StringMap = ["kuma.io/env": "kubernetes", "kuma.io/origin": "zone", "kuma.io/zone": "east"]
  private static let east: SettingsChange = { $0.zone = "east" }
  private static let covered: StringMap = ["kuma.io/sidecar-injection": "false"]

  private static func labelled(
    _ title: String,
    under rules: RulesName,
    in namespaceLabels: StringMap = covered,
    previous: StringMap? = nil,
    _ labels: StringMap,
    _ annotations: StringMap = [:]
  ) -> ZoneProxyCase {
    ZoneProxyCase(
      "ZONE-5", title, under: rules, labels: ["team": "a"],
      others: previous.map { [.zoneIngress(ingress(labels: $0))] } ?? [], namespaceLabels: namespaceLabels, settings: east,
      expect: .resource(.zoneIngress(ingress(labels: labels, annotations: annotations))))
  }

  private static let displayed: StringMap = ["kuma.io/display-name": "proxy-1"]
  private static let ofPod: StringMap = ["app": "proxy", "team": "a"]
  private static let typed: StringMap = ["kuma.io/proxy-type": "zoneingress"]

  /// ZONE-5.
  private static let labels: [ZoneProxyCase] = [
    labelled("none", under: "2.8.8", [:]),
    labelled("those that were there stay", under: "2.8.8", previous: ["old": "1"], ["old": "1"]),
    labelled("those of the webhook, but no mesh", under: "2.9.0", shared.over(ofZone), displayed),
    labelled("those of the Pod, and the type", under: "2.10.0", shared.over(ofZone).over(ofPod).over(typed), displayed),
    labelled(
      "those that were there stay under those of the Pod", under: "2.10.0", previous: ["old": "1", "team": "b"],
      shared.over(ofZone).over(ofPod).over(typed).over(["old": "1"]), displayed),
    labelled(
      "the service account", under: "2.12.0", shared.over(ofZone).over(ofPod).over(typed),
      displayed.over(["k8s.kuma.io/service-account": "kuma"])),
    labelled(
      "never a workload", under: .newest, shared.over(ofZone).over(ofPod).over(typed),
      displayed.over(["k8s.kuma.io/service-account": "kuma"])),
    labelled(
      "no webhook is asked without the label of the namespace", under: "2.12.0", in: [:],
      shared.over(ofZone).over(ofPod).over(typed).over(["k8s.kuma.io/service-account": "kuma"])),
    ZoneProxyCase(
      "ZONE-5", "a service account whose name is too long for a label", under: "2.12.0", labels: [:],
      settings: { $0.zone = String(repeating: "z", count: 64) },
      expect: .fail(
        .dataplaneRefused(.invalidLabel(key: "kuma.io/zone", value: ExactString(String(repeating: "z", count: 64)))))
    ),
  ]
}

@Suite("Zone ingresses and egresses")
struct ZoneProxyTests {
  private static let json = """
    {"apiVersion":"v1","kind":"List","items":[
      {"apiVersion":"kuma.io/v1alpha1","kind":"ZoneIngress","metadata":{"name":"ingress-1","namespace":"kuma-system",
       "ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"ingress-1","uid":"pod-uid","controller":true}]},
       "spec":{"networking":{"address":"10.0.0.2","port":10001,"advertisedAddress":"1.2.3.4","advertisedPort":10001,
        "admin":{"port":9901}},"availableServices":[{"tags":{"kuma.io/service":"a"},"instances":1,"mesh":"default"}]}},
      {"apiVersion":"kuma.io/v1alpha1","kind":"ZoneEgress","metadata":{"name":"gone","namespace":"kuma-system",
       "ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"gone","uid":"x","controller":true}]},
       "spec":{"zone":"east","networking":{"address":"10.0.0.3","port":10002}}}
    ]}
    """

  private static let pod = Pod.fixture(
    name: "ingress-1", namespace: "kuma-system", labels: ["app": "web"], annotations: ["kuma.io/ingress": "true"],
    statuses: [ContainerStatus(name: "app", isReady: true)])

  private static func cluster(under release: String) throws -> Cluster {
    let existing = try JSONReader.decode(ObjectList<ClusterObject>.self, from: json.utf8).objects
    let service = Service.fixture(namespace: "kuma-system", ports: [ServicePort(port: 10001, targetPort: 10001)])
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(.fixture(name: "kuma-system"))), .kubernetes(.service(service)), .kubernetes(.pod(pod)),
    ]
    return Cluster(objects + existing, under: ControlPlane(release: try KumaRelease(parsing: release)))
  }

  /// ZONE-1, ZONE-2: those that exist are compared, but for the services that they offer; and one without its Pod is told.
  @Test func thoseThatExistAreVerified() throws {
    let problems = try Self.cluster(under: "2.8.8").verification().problems
    #expect(problems.map(\.name.name) == ["gone", "ingress-1"])
    #expect(problems.first?.kind == .orphaned)
    #expect(
      problems.last?.kind == .differs(FieldDifference(path: .address, old: "10.0.0.2", new: "10.0.0.1")))
  }

  /// What one pass does about them, and what events change.
  @Test func plansAndEventsKnowThem() throws {
    var cluster = try Self.cluster(under: "2.8.8")
    let ingress = ObjectName(namespace: "kuma-system", name: "ingress-1")
    let egress = ObjectName(namespace: "kuma-system", name: "gone")
    #expect(cluster.plan().map(\.name) == [egress, ingress])
    #expect(cluster.planItem(of: egress) == .collect)
    guard case .update(.zoneIngress(let updated), let differences) = cluster.planItem(of: ingress) else {
      Issue.record("it is updated")
      return
    }
    #expect(updated.advertisedAddress == "1.2.3.4")
    #expect(differences.map(\.path) == [.address])
    let stored = cluster.apply(.modified(.zoneIngress(updated)))
    #expect(stored.map(\.new) == [.unchanged(.zoneIngress(updated))])
    var unbound = Self.pod
    unbound.status.podIP = ""
    #expect(
      cluster.apply(.modified(.kubernetes(.pod(unbound)))).map(\.new)
        == [.delete(.podHasNoAddress, existing: .zoneIngress(updated))])
    let effects = cluster.apply(.deleted(ClusterObject.zoneIngress(updated).reference)).flatMap(\.effects)
    #expect(effects.isEmpty)
  }

  /// ZONE-2: which Node is the first matters to a zone ingress behind a port of the Nodes, wherever it runs.
  @Test func aNodeThatComesIsTheFirst() throws {
    let service = Service.fixture(
      namespace: "kuma-system", type: "NodePort", ports: [ServicePort(port: 10001, targetPort: 10001, nodePort: 30001)])
    func node(_ name: String, _ address: String) -> ClusterObject {
      .kubernetes(
        .node(Node(metadata: ObjectMeta(name: name), addresses: [NodeAddress(type: "ExternalIP", address: address)])))
    }
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(.fixture(name: "kuma-system"))), .kubernetes(.service(service)), .kubernetes(.pod(Self.pod)),
      node("b", "2.2.2.2"),
    ]
    var cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: "2.6.15")))
    let changes = cluster.apply(.added(node("a", "1.1.1.1")))
    #expect(changes.map(\.name.name) == ["ingress-1"])
    guard case .create(.zoneIngress(let ingress)) = changes.first?.new else {
      Issue.record("it is created")
      return
    }
    #expect(ingress.advertisedAddress == "1.1.1.1")
    #expect(ingress.advertisedPort == 30001)
  }

  /// CMP-1: what a release changes about them.
  @Test func releasesAreCompared() throws {
    let service = Service.fixture(namespace: "kuma-system", ports: [ServicePort(port: 10001, targetPort: 10001)])
    var pod = Self.pod
    pod.metadata.annotations["kuma.io/envoy-admin-port"] = "9901"
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(.fixture(name: "kuma-system"))), .kubernetes(.service(service)), .kubernetes(.pod(pod)),
    ]
    let comparison = ReleaseComparison(
      of: objects, from: try KumaRelease(parsing: "1.4.1"), to: try KumaRelease(parsing: "1.5.0"))
    #expect(comparison.changes.map(\.difference) == [.field(FieldDifference(path: .adminPort, old: nil, new: "9901"))])
    #expect(comparison.changes.map { $0.causes.map(\.id) } == [["admin-port"]])
  }

  @Test(arguments: ZoneProxyTable.cases)
  func outcome(_ row: ZoneProxyCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    for objects in [row.objects, row.objects.reversed()] {
      let cluster = Cluster(objects, under: kuma)
      let name = ObjectName(of: row.pod.metadata)
      let report = row.standpoint == .preview ? cluster.preview(of: name) : cluster.reconciliation(of: name)
      #expect(Self.told(try #require(report).outcome) == row.expected)
    }
  }

  private static let services = Unknown(path: "spec.availableServices", needs: .controlPlane)

  /// ZONE-1: what other zones are offered is unknown where a ZoneIngress is made anew, and nothing that the input lacks.
  @Test(arguments: [("2.8.8", [Unknown]()), ("2.4.4", [services])])
  func whatIsOfferedIsUnknown(_ release: String, _ unknown: [Unknown]) throws {
    let cluster = try Self.cluster(under: release)
    let report = try #require(cluster.preview(of: ObjectName(namespace: "kuma-system", name: "ingress-1")))
    #expect(report.outcome.unknownValues == unknown)
    #expect(Incompleteness.of([report]).isEmpty)
    #expect(cluster.verification().unchecked.isEmpty)
  }

  /// ZONE-1: what other zones are offered is not compared, kept or not.
  @Test(arguments: ["2.4.4", "2.4.5"])
  func whatIsOfferedIsNotCompared(_ release: String) throws {
    let name = ObjectName(namespace: "kuma-system", name: "ingress-1")
    var cluster = try Self.cluster(under: release)
    guard case .zoneIngress(var stored) = cluster.outcome(of: name)?.resource else {
      Issue.record("there is a ZoneIngress")
      return
    }
    stored.availableServices = [.init(tags: ["kuma.io/service": "new"], instances: 1, mesh: "default")]
    _ = cluster.apply(.modified(.zoneIngress(stored)))
    guard case .unchanged = cluster.planItem(of: name) else {
      Issue.record("it is left as it is")
      return
    }
    #expect(cluster.verification().problems.map(\.name.name) == ["gone"])
  }

  /// ZONE-2: the services that are kept are written as they were read.
  @Test func whatIsOfferedIsWritten() throws {
    let services = [
      #"{"tags":{"kuma.io/service":"a"},"instances":2,"mesh":"default"}"#,
      #"{"tags":{"kuma.io/service":"b"},"instances":1,"mesh":"other","externalService":true}"#,
    ]
    let json =
      #"{"apiVersion":"kuma.io/v1alpha1","kind":"ZoneIngress","metadata":{"name":"a","namespace":"kuma-system","#
      + #""ownerReferences":[]},"spec":{"networking":{"address":"10.0.0.1","port":10001},"availableServices":[\#(services.joined(separator: ","))]}}"#
    let ingress = try JSONReader.decode(ZoneIngress.self, from: json.utf8)
    #expect(ingress.availableServices.map(\.isExternal) == [false, true])
    #expect(String(decoding: JSONWriter.bytes(of: ingress, layout: .compact), as: UTF8.self) == json)
  }

  private static func told(_ outcome: DataplaneOutcome) -> ZoneProxyCase.Expected {
    switch (outcome.verdict, outcome.resource) {
    case (.fail(let failure), _): return .fail(failure)
    case (.apply, let resource?):
      // What other zones are offered is unknown where nothing of it was kept.
      if case .zoneIngress(let ingress) = resource,
        ingress.availableServices.isEmpty != (outcome.unknownValues.last == Self.services)
      {
        return .other(outcome.verdict)
      }
      let unknown = outcome.unknownValues.filter { $0 != Self.services }.map { ExactString($0.path) }
      return unknown.isEmpty ? .resource(resource) : .unknown(resource, unknown)
    default: return .other(outcome.verdict)
    }
  }
}
