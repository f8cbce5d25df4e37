import KubernetesJSON
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// A cluster answers the same however it is asked.
@Suite("Cluster")
struct ClusterTests {
  @Test(arguments: 0..<20)
  func outcomesAreThoseOfTheReports(seed: Int) {
    var random = RandomCluster(seed: UInt64(seed))
    let objects = random.objects()
    for kuma in PropertyTests.planes {
      let cluster = Cluster(objects, under: kuma)
      let reports = cluster.reconciliations()
      #expect(cluster.outcomes(of: cluster.podNames) == reports.map(\.outcome))
      for report in reports {
        #expect(cluster.outcome(of: report.name) == report.outcome)
        #expect(cluster.reconciliation(of: report.name) == report)
      }
      for report in cluster.previews() { #expect(cluster.preview(of: report.name) == report) }
    }
  }

  @Test func namesThatNoPodHasAreLeftOutOfReportsAndAnsweredWithNil() throws {
    var random = RandomCluster(seed: 3)
    let cluster = Cluster(random.objects(), under: PropertyTests.planes[0])
    let first = try #require(cluster.podNames.first)
    let names = [
      ObjectName(namespace: "nowhere", name: "x"), first, ObjectName(namespace: first.namespace, name: "x"), first,
    ]
    #expect(cluster.reconciliations(of: names).map(\.name) == [first, first])
    #expect(cluster.previews(of: names).map(\.name) == [first, first])
    #expect(cluster.outcomes(of: names).map { $0 == nil } == [true, false, true, false])
    #expect(cluster.outcome(of: names[0]) == nil)
    #expect(cluster.reconciliations(of: []).isEmpty)
  }

  @Test func labelsAreFoundInNamespacesWithMoreSelectorsThanAPodHasLabels() throws {
    let services = (0..<40).map { index in
      Service(
        metadata: ObjectMeta(name: "svc-\(index)", namespace: "demo"),
        selector: ["label-\(index)": "yes"],
        ports: [ServicePort(port: 80, targetPort: 8080)]
      )
    }
    let labels: StringMap = ["label-7": "yes", "label-31": "yes", "label-8": "no", "other": "yes"]
    let annotations: StringMap = ["kuma.io/sidecar-injected": "true"]
    let pod = Pod.fixture(
      labels: labels, annotations: annotations, statuses: [ContainerStatus(name: "app", isReady: true)])
    let namespace = Namespace(metadata: ObjectMeta(name: "demo"))
    let objects =
      services.map { ClusterObject.kubernetes(.service($0)) } + [.kubernetes(.pod(pod)), .kubernetes(.namespace(namespace))]
    let cluster = Cluster(objects, under: ControlPlane(rules: .documented))
    let report = try #require(cluster.reconciliation(of: ObjectName(namespace: "demo", name: "web-1")))
    #expect(report.services.map(\.service.metadata.name) == ["svc-31", "svc-7"])
  }

  /// What a report tells of a Pod's Services may be handed to another control plane, which makes its own tags of them.
  @Test func matchesOfOneControlPlaneAreMappedByTheRulesOfAnother() throws {
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "demo"), selector: ["app": "web"],
      ports: [ServicePort(port: 80, targetPort: 8080)])
    let pod = Pod.fixture(labels: ["app": "web"], podIP: "")
    let namespace = Namespace(metadata: ObjectMeta(name: "demo", labels: ["kuma.io/sidecar-injection": "enabled"]))
    let objects: [ClusterObject] = [
      .kubernetes(.service(service)), .kubernetes(.pod(pod)), .kubernetes(.namespace(namespace)),
    ]
    let east = ControlPlane(rules: .documented, settings: ControlPlaneSettings(zone: "east"))
    let west = ControlPlane(rules: .documented, settings: ControlPlaneSettings(zone: "west"))
    let report = try #require(Cluster(objects, under: east).preview(of: ObjectName(namespace: "demo", name: "web-1")))
    #expect(report.outcome.dataplane?.networking.inbound[0].tags["kuma.io/zone"] == "east")
    let inbounds = try west.inbounds(of: pod, through: report.services, among: ObjectCatalog())
    #expect(inbounds[0].tags["kuma.io/zone"] == "west")
  }

  /// Pods that come one after the other share what is the same in both; what only looks the same is not.
  @Test func podsThatLookAlikeKeepWhatIsTheirs() throws {
    func pod(_ name: String, container: String, team: String) -> Pod {
      .fixture(
        name: name, labels: ["app": "web", "team": team], annotations: ["kuma.io/sidecar-injected": "true"],
        containers: [Container(name: container, ports: [ContainerPort(name: "http", containerPort: 8080)])],
        statuses: [ContainerStatus(name: container, isReady: true)])
    }
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "demo"), selector: ["app": "web"],
      ports: [ServicePort(port: 80, targetPort: "http")])
    let pods = [
      pod("a", container: "\u{E9}", team: "x"), pod("b", container: "e\u{301}", team: "x"),
      pod("c", container: "e\u{301}", team: "\u{E9}"), pod("d", container: "e\u{301}", team: "e\u{301}"),
    ]
    let namespace = Namespace(metadata: ObjectMeta(name: "demo"))
    let objects: [ClusterObject] =
      [.kubernetes(.service(service)), .kubernetes(.namespace(namespace))] + pods.map { .kubernetes(.pod($0)) }
    // No Kubernetes takes such names and labels; what the validator thinks of them is no matter here.
    let settings = ControlPlaneSettings(admission: .leftOut)
    let cluster = Cluster(objects, under: ControlPlane(rules: .documented, settings: settings))
    for (report, pod) in zip(cluster.reconciliations(), pods) {
      let container = try #require(report.pod.spec.containers.first)
      #expect(Array(container.name.utf8) == Array(pod.spec.containers[0].name.utf8))
      let inbound = try #require(report.outcome.dataplane?.networking.inbound.first)
      #expect(inbound.health == Dataplane.Health(isReady: true))
      #expect(inbound.tags["team"].map { Array($0.utf8) } == pod.metadata.labels["team"].map { Array($0.utf8) })
    }
  }

  /// A tag may have a problem wherever it comes from: the Pod, its Node, or the Service.
  @Test(arguments: ["team", "rack", "web s"])
  func aTagWithAProblemIsFoundInEveryLayer(place: String) throws {
    let name = place == "web s" ? place : "web"
    let service = Service(
      metadata: ObjectMeta(name: name, namespace: "demo"), selector: ["app": "web"],
      ports: [ServicePort(port: 80, targetPort: 8080)])
    let labels: StringMap = ["app": "web", "team": place == "team" ? "a b" : "a"]
    let pod = Pod.fixture(
      labels: labels, annotations: ["kuma.io/sidecar-injected": "true"], nodeName: "node-a",
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let node = Node(metadata: ObjectMeta(name: "node-a", labels: ["rack": place == "rack" ? "a b" : "a"]))
    let objects: [KubernetesObject] = [
      .service(service), .pod(pod), .node(node), .namespace(Namespace(metadata: ObjectMeta(name: "demo"))),
    ]
    var kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    kuma.settings.nodeLabels = ["rack"]
    let cluster = Cluster(objects.map(ClusterObject.kubernetes), under: kuma)
    let report = try #require(cluster.reconciliation(of: ObjectName(namespace: "demo", name: "web-1")))
    guard case .fail(.dataplaneRefused(.invalid(let problems))) = report.outcome.verdict else {
      Issue.record("\(report.outcome)")
      return
    }
    // The name of a Service stands in two tags.
    #expect(problems.count == (place == "web s" ? 2 : 1))
  }

  @Test func aZoneEgressIsReadWithItsZone() throws {
    let json = """
      {"apiVersion": "kuma.io/v1alpha1", "kind": "ZoneEgress", "metadata": {"name": "egress", "namespace": "kuma-system"},
       "spec": {"zone": "west", "networking": {"address": "10.0.0.1", "port": 10002, "admin": {"port": 9902}}}}
      """
    let egress = try JSONReader.decode(ZoneEgress.self, from: Array(json.utf8))
    let metadata = Dataplane.Metadata(name: "egress", namespace: "kuma-system")
    #expect(
      egress == ZoneEgress(metadata: metadata, zone: "west", address: "10.0.0.1", port: 10002, adminPort: 9902))
  }

  /// The resource of a zone proxy is missed where the input holds any of its kind: most inputs hold Dataplanes only.
  @Test(arguments: [true, false])
  func aZoneProxyIsMissedAmongOthersOfItsKind(isAmongOthers: Bool) throws {
    func metadata(_ name: String) -> Dataplane.Metadata { .init(name: name, namespace: "kuma-system") }
    let pod = Pod.fixture(
      name: "proxy-1", namespace: "kuma-system", labels: ["app": "proxy"], annotations: ["kuma.io/ingress": "enabled"],
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let service = Service.fixture(
      namespace: "kuma-system", selector: ["app": "proxy"], ports: [ServicePort(port: 10001, targetPort: 10001)])
    let ingress = ZoneIngress(metadata: metadata("other"), address: "10.0.0.2", port: 10001)
    let dataplane = Dataplane(mesh: "default", metadata: metadata("web-1"), networking: .init(address: "10.0.0.3"))
    let objects: [ClusterObject] = [
      .kubernetes(.pod(pod)), .kubernetes(.service(service)), .kubernetes(.namespace(.fixture(name: "kuma-system"))),
      isAmongOthers ? .zoneIngress(ingress) : .dataplane(dataplane),
    ]
    let cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
    let problems = cluster.verification().problems.filter { $0.name.name == "proxy-1" }
    #expect(problems.map(\.kind) == (isAmongOthers ? [.missing] : []))
  }

  /// Outbounds are made of the Dataplanes that exist, and one that the validator does not allow has every Dataplane refused (VALID-14).
  @Test(arguments: [("db", true), ("d$b", false)])
  func anOutboundWithAProblemRefusesEveryDataplane(name: String, isAllowed: Bool) throws {
    let service = "\(name)_demo_svc_80"
    let tags = Tags([KumaTag(key: "kuma.io/service", value: service, origin: .resource)])
    let dataplane = Dataplane(
      mesh: "default", metadata: .init(name: "db-1", namespace: "demo"),
      networking: .init(address: "10.0.0.7", inbound: [.init(port: 8080, tags: tags)]))
    let pod = Pod.fixture(
      annotations: ["kuma.io/sidecar-injected": "true"], statuses: [ContainerStatus(name: "app", isReady: true)])
    let objects: [ClusterObject] = [
      .kubernetes(.service(.fixture(name: name))), .kubernetes(.pod(pod)),
      .kubernetes(.namespace(.fixture())), .dataplane(dataplane),
    ]
    let cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: "2.1.7")))
    let outcome = try #require(cluster.reconciliation(of: ObjectName(namespace: "demo", name: "web-1"))).outcome
    if isAllowed {
      #expect(outcome.dataplane?.networking.outbound.map { $0.tags["kuma.io/service"] } == [service])
    } else {
      let problem = ValidationProblem(
        path: "networking.outbound[0].tags[\"kuma.io/service\"]", kind: .tagValue(ExactString(service)))
      #expect(outcome == .fail(.dataplaneRefused(.invalid([problem]))))
    }
  }

  /// A Dataplane that somebody wrote may have a name for its address, which no outbound may: those of a headless Service have it (VALID-14).
  @Test(arguments: [("10.96.0.7", true), ("None", false)])
  func anOutboundHasAnAddressOfIP(clusterIP: String, isAllowed: Bool) throws {
    let tags = ["kuma.io/service": "db_demo_svc_80", "kuma.io/instance": "db-1"].map { key, value in
      KumaTag(key: key, value: value, origin: .resource)
    }
    let dataplane = Dataplane(
      mesh: "default", metadata: .init(name: "db-1", namespace: "demo"),
      networking: .init(address: "db.example.com", inbound: [.init(port: 8080, tags: Tags(tags))]))
    let pod = Pod.fixture(
      annotations: ["kuma.io/sidecar-injected": "true"], statuses: [ContainerStatus(name: "app", isReady: true)])
    let objects: [ClusterObject] = [
      .kubernetes(.service(.fixture(name: "db", clusterIP: clusterIP, selector: ["app": "db"]))), .kubernetes(.pod(pod)),
      .kubernetes(.namespace(.fixture())), .dataplane(dataplane),
    ]
    let cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: "2.1.7")))
    let outcome = try #require(cluster.reconciliation(of: ObjectName(namespace: "demo", name: "web-1"))).outcome
    let problem = ValidationProblem(path: "networking.outbound[0].address", kind: .address("db.example.com"))
    if isAllowed {
      #expect(outcome.dataplane?.networking.outbound.map(\.address) == [clusterIP])
    } else {
      #expect(outcome == .fail(.dataplaneRefused(.invalid([problem]))))
    }
  }

  /// Looked back from any service, the Pods are those that give it, and no others.
  @Test(arguments: 0..<30)
  func thePodsBehindAServiceAreThoseThatGiveIt(seed: Int) throws {
    var random = RandomCluster(seed: UInt64(seed))
    let objects = random.objects()
    for kuma in PropertyTests.planes {
      let cluster = Cluster(objects, under: kuma)
      var expected: [ServiceName: Set<ObjectName>] = [:]
      for report in cluster.reconciliations() {
        guard let networking = report.outcome.dataplane?.networking else { continue }
        let tags = networking.inbound.map(\.tags) + (networking.gateway.map { [$0.tags] } ?? [])
        for name in tags.compactMap({ $0["kuma.io/service"] }) {
          expected[try ServiceName(parsing: name), default: []].insert(report.name)
        }
      }
      for (service, pods) in expected { #expect(cluster.pods(behind: service) == pods.sorted(), "\(service)") }
      for service in ["svc-0", "web-0"] {
        let name = ServiceName(name: service, namespace: "a", port: 1)
        #expect(cluster.pods(behind: name).isEmpty == (expected[name] == nil))
      }
    }
    #expect(
      Cluster(objects, under: PropertyTests.planes[0]).pods(behind: ServiceName(name: "x", namespace: "nowhere")).isEmpty)
  }

  @Test func thePodsBehindAServiceWithoutASelectorAreThoseThatItsSlicesName() throws {
    let service = Service(
      metadata: ObjectMeta(name: "web", namespace: "demo"), ports: [ServicePort(port: 80, targetPort: 8080)])
    let slice = EndpointSlice(
      metadata: ObjectMeta(name: "web-x", namespace: "demo", labels: ["kubernetes.io/service-name": "web"]),
      endpoints: [EndpointSlice.Endpoint(targetRef: EndpointSlice.TargetReference(uid: "one"))])
    let pods = ["one", "two"].map { name in
      Pod.fixture(name: name, uid: name, annotations: ["kuma.io/sidecar-injected": "true"])
    }
    let objects: [KubernetesObject] =
      [.service(service), .endpointSlice(slice), .namespace(Namespace(metadata: ObjectMeta(name: "demo")))]
      + pods.map { .pod($0) }
    let cluster = Cluster(
      objects.map(ClusterObject.kubernetes), under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
    #expect(cluster.pods(behind: try ServiceName(parsing: "web_demo_svc_80")).map(\.name) == ["one"])
    #expect(cluster.pods(behind: try ServiceName(parsing: "web_demo_svc_81")).isEmpty)
    #expect(cluster.pods(behind: try ServiceName(parsing: "two_demo_svc")).map(\.name) == ["two"])
  }

  /// Which mesh a Pod is in its Namespace may say, so nobody knows it of a Pod whose Namespace is not there.
  @Test func noMeshIsToldOfAPodWhoseNamespaceIsNotThere() throws {
    let pod = Pod.fixture(annotations: ["kuma.io/sidecar-injected": "true"])
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    let alone = Cluster([.kubernetes(.pod(pod))], under: kuma)
    let report = try #require(alone.reconciliation(of: ObjectName(namespace: "demo", name: "web-1")))
    #expect(report.mesh == nil)
    #expect(report.outcome == .fail(.namespaceNotFound("demo")))
    let whole = Cluster([.kubernetes(.pod(pod)), .kubernetes(.namespace(.fixture()))], under: kuma)
    #expect(whole.reconciliation(of: ObjectName(namespace: "demo", name: "web-1"))?.mesh == .defaultMesh)
  }

  /// The newest kubelet is that of a cluster which is being brought to another version.
  @Test func theVersionOfKubernetesIsThatOfTheNewestKubelet() {
    let node = { (name: String, version: String) in
      ClusterObject.kubernetes(.node(Node(metadata: ObjectMeta(name: name), kubeletVersion: version)))
    }
    let nodes = [node("a", "v1.28.5-gke.1"), node("b", "v1.9.0"), node("c", "v1.28.1"), node("d", ""), node("e", "unknown")]
    #expect(KubernetesVersion(ofNodesAmong: nodes) == KubernetesVersion(1, 28))
    #expect(KubernetesVersion(ofNodesAmong: nodes.suffix(2)) == nil)
    #expect(KubernetesVersion(ofNodesAmong: []) == nil)
  }

  @Test(
    arguments: [
      ("1.29", KubernetesVersion(1, 29)), ("v1.29.3", KubernetesVersion(1, 29)), ("1.29.4.4", nil), ("1.29.", nil),
      ("1", nil),
      ("v1.28.5-gke.1217000", KubernetesVersion(1, 28)), ("v1.30.0+k3s1", KubernetesVersion(1, 30)), ("1.29.x", nil),
    ] as [(String, KubernetesVersion?)])
  func aVersionOfKubernetesIsRead(_ string: String, _ version: KubernetesVersion?) {
    #expect(KubernetesVersion(string) == version)
  }
}
