import KubernetesJSON
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The full story of a Pod, step by step.
@Suite("Explanations")
struct ExplanationTests {
  private static let labels: StringMap = [
    "app": "web", "empty": "", "kuma.io/x": "reserved", "kuma.io/service": "mine", "version": "v1",
  ]

  private static func explanation(
    _ pod: Pod = .fixture(
      labels: labels,
      containers: [Container(name: "app", ports: [ContainerPort(name: "http", containerPort: 8080)])]),
    of namespaces: [Namespace] = [.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])],
    services: [Service] = [],
    as standpoint: PodReport.Standpoint = .preview
  ) throws -> PodExplanation {
    let objects = namespaces.map(KubernetesObject.namespace) + services.map(KubernetesObject.service) + [.pod(pod)]
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    let cluster = Cluster(objects.map(ClusterObject.kubernetes) + [.mesh(Mesh(name: "default"))], under: kuma)
    return try #require(cluster.explanation(of: ObjectName(of: pod.metadata), as: standpoint))
  }

  @Test func thePlaceThatDecidesIsTheFirstOneThatHasTheSwitch() throws {
    let byNamespace = try Self.explanation()
    #expect(byNamespace.switches.first?.place == .podLabel)
    #expect(byNamespace.switches.filter { $0.standing == .decisive }.map(\.place) == [.namespaceLabel])
    #expect(byNamespace.switches.compactMap(\.evidence?.value) == ["enabled"])
    #expect(byNamespace.switches.allSatisfy { $0.needs == nil })
    let byPod = try Self.explanation(.fixture(labels: ["kuma.io/sidecar-injection": "disabled"]))
    #expect(byPod.switches.filter { $0.standing == .decisive }.map(\.place) == [.podLabel])
    #expect(byPod.switches.compactMap(\.evidence?.value) == ["disabled", "enabled"])
  }

  @Test func thePlaceOfTheMeshIsToldWhereOneIsWritten() throws {
    #expect(try Self.explanation().meshes.allSatisfy { $0.evidence == nil && $0.standing != .decisive })
    let namespace = Namespace.fixture(
      labels: ["kuma.io/sidecar-injection": "enabled"], annotations: ["kuma.io/mesh": "default"])
    let written = try Self.explanation(of: [namespace])
    #expect(written.meshes.filter { $0.standing == .decisive }.map(\.place) == [.namespaceAnnotation])
    #expect(written.report.mesh?.name == "default")
  }

  /// What a Namespace that is not among the objects says is unknown to a preview; for the controller it says nothing.
  @Test func thePlacesOfANamespaceThatIsNotThereAreUnknown() throws {
    let preview = try Self.explanation(of: [])
    let ofNamespace = preview.switches.filter { [.namespaceLabel, .namespaceAnnotation].contains($0.place) }
    #expect(!ofNamespace.isEmpty)
    #expect(ofNamespace.allSatisfy { $0.needs == .namespaces && $0.evidence == nil && $0.standing != .decisive })
    #expect(preview.switches.first?.needs == nil)
    #expect(try Self.explanation(of: [], as: .reconciliation).switches.allSatisfy { $0.needs == nil })
  }

  @Test func everyServiceIsToldWithWhatItIsToThePod() throws {
    let services: [Service] = [
      .fixture(
        name: "web",
        ports: [
          ServicePort(port: 80, targetPort: "http"), ServicePort(port: 81, targetPort: 9090),
          ServicePort(port: 82, targetPort: "absent"), ServicePort(transportProtocol: .udp, port: 83, targetPort: 8080),
        ]),
      .fixture(name: "ignored", annotations: ["kuma.io/ignore": "true"]),
      .fixture(name: "other", selector: ["app": "api"]), .fixture(name: "more", selector: ["app": "web", "tier": "front"]),
      .fixture(name: "none", selector: [:]),
    ]
    let told = try Self.explanation(services: services).services
    // What belongs to the Pod comes first, and each part by name.
    #expect(told.map(\.name) == ["web", "ignored", "more", "none", "other"])
    #expect(
      told.map(\.verdict.phrase) == [
        "selects the Pod", "is left out by service annotation kuma.io/ignore=true",
        "wants label tier=front, which is absent on the Pod", "has no selector",
        "wants label app=api, which is \"web\" on the Pod",
      ])
    guard case .belongs(.selector, let ports)? = told.first?.verdict else {
      Issue.record("Service web belongs to the Pod")
      return
    }
    #expect(
      ports.map(\.phrase) == [
        "port 8080 (http) of container app", "port 9090, which no container declares",
        "no container port is named \"absent\", so there is no inbound", "is UDP, which gives no inbound",
      ])
  }

  /// A preview fills a target port in as the API server does, and tells of the one that it takes.
  @Test func aTargetPortThatIsFilledInIsShown() throws {
    let told = try Self.explanation(services: [.fixture(ports: [ServicePort(port: 8080)])]).services
    guard case .belongs(_, let ports)? = told.first?.verdict else {
      Issue.record("the Service belongs to the Pod")
      return
    }
    #expect(ports.map(\.phrase) == ["port 8080 (http) of container app"])
    let matches = try Self.explanation(services: [.fixture(ports: [ServicePort(port: 8080)])]).report.services
    #expect(matches.map(\.filledInTargetPorts) == [[0]])
    #expect(try Self.explanation(services: [.fixture()]).report.services.map(\.filledInTargetPorts) == [[]])
  }

  @Test func labelsThatAreNoTagsAreToldEachWithWhy() throws {
    let dropped = try Self.explanation(services: [.fixture()]).droppedLabels
    #expect(
      dropped.map { "\($0.key): \($0.reason.phrase)" } == [
        "empty: its value is empty", "kuma.io/service: its key contains kuma.io/, which is reserved to Kuma",
        "kuma.io/x: its key contains kuma.io/, which is reserved to Kuma",
      ])
  }

  @Test func anExplanationIsWrittenWithTheStepsBehindIt() throws {
    let written = String(
      decoding: JSONWriter.bytes(of: try Self.explanation(services: [.fixture()]), layout: .compact), as: UTF8.self)
    for piece in [
      #"{"pods":[{"#, #""steps":{"webhook":"#, #"{"place":"podLabel","standing":"lookedAt"},{"#,
      #"{"place":"namespaceLabel","value":"enabled","standing":"decisive"}"#, #""name":"web""#,
      #""tags":[{"inbound":8080,"tags":[{"key":"app","value":"web","origin":"podLabel"}"#,
      #""droppedLabels":[{"key":"empty","value":"","reason":"its value is empty"}"#,
    ] {
      #expect(written.contains(piece), "\(piece)")
    }
  }

  /// A Namespace that is not in the input is to be added, and one that could not be read is to be mended.
  @Test(arguments: [(false, "is not in the input"), (true, "could not be read")])
  func whatIsWrongWithTheNamespaceIsSaid(isUnreadable: Bool, words: String) throws {
    let reference = ObjectReference(.namespace, name: "demo")
    let completeness = Completeness(known: [], unreadable: isUnreadable ? [reference] : [])
    let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    let cluster = Cluster([.kubernetes(.pod(.fixture()))], under: kuma, completeness: completeness)
    let report = try #require(cluster.preview(of: ObjectName(namespace: "demo", name: "web-1")))
    #expect(report.admission.decision.verdict == .unknown)
    #expect(report.injectionMessage.contains(words), "\(report.injectionMessage)")
    #expect(report.outcomeMessage?.contains(words) ?? false)
  }

  @Test func ofAPodThatIsNotThereThereIsNoStory() throws {
    let cluster = Cluster([], under: ControlPlane(release: .newest))
    #expect(cluster.explanation(of: ObjectName(namespace: "demo", name: "web-1")) == nil)
  }
}
