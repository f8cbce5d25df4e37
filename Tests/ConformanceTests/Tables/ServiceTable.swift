import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// Which Services belong to the Pod `demo/web-1`, labelled `app=web` and `version=v1`, and which inbounds they give.
struct ServiceCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let services: [Service]
  let slices: [EndpointSlice]
  let settings: SettingsChange?
  let expected: Result<[Match], MappingFailure>
  let inbounds: Result<[String], MappingFailure>?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    podNamespace: String? = "demo",
    labels: StringMap = ["app": "web", "version": "v1"],
    _ services: [Service],
    slices: [EndpointSlice] = [],
    settings: SettingsChange? = nil,
    expect expected: Result<[Match], MappingFailure>,
    inbounds: Result<[String], MappingFailure>? = nil
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    pod = .fixture(namespace: podNamespace, labels: labels, annotations: ["kuma.io/sidecar-injected": "true"])
    self.services = services
    self.slices = slices
    self.settings = settings
    self.expected = expected
    self.inbounds = inbounds
  }

  /// A Service that belongs to the Pod, and how.
  struct Match: Hashable {
    let name: String
    let relation: ServiceMatch.Relation

    init(_ name: String, _ relation: ServiceMatch.Relation) {
      self.name = name
      self.relation = relation
    }

    init(_ match: ServiceMatch) {
      self.init(match.service.metadata.name, match.relation)
    }
  }
}

enum ServiceTable {
  private typealias Match = ServiceCase.Match

  /// The only Service, `web`, belongs to the Pod by its selector.
  private static let web: Result<[Match], MappingFailure> = .success([Match("web", .selector)])
  /// The only Service, `web`, belongs to it thanks to the labels that do not count.
  private static let ignored: Result<[Match], MappingFailure> = .success([Match("web", .selectorWithoutIgnoredLabels)])
  /// The only Service, `web`, belongs to it by an EndpointSlice.
  private static let slice: Result<[Match], MappingFailure> = .success([Match("web", .endpointSlice)])
  /// No Service belongs to it.
  private static let none: Result<[Match], MappingFailure> = .success([])

  private static func selectors(_ names: String...) -> Result<[Match], MappingFailure> {
    .success(names.map { Match($0, .selector) })
  }

  private static let versionIgnored: SettingsChange = { $0.ignoredSelectorLabels = ["version"] }

  private static let ignoreKey = "kuma.io/ignore"

  static let cases =
    selection + order + ignoreAnnotation + ignoreAnnotationInReleases + ignoredLabels + withoutSelector + externalName

  private static let selection: [ServiceCase] = [
    ServiceCase(
      "SVC-1", "the selector is the Pod's labels", [.fixture(selector: ["app": "web", "version": "v1"])], expect: web),
    ServiceCase("SVC-1", "the selector is some of the Pod's labels", [.fixture(selector: ["version": "v1"])], expect: web),
    ServiceCase(
      "SVC-1", "the selector asks for one label more", [.fixture(selector: ["app": "web", "tier": "a"])], expect: none),
    ServiceCase("SVC-1", "the selector asks for another value", [.fixture(selector: ["app": "api"])], expect: none),
    ServiceCase(
      "SVC-1", "one of two values is another", [.fixture(selector: ["app": "web", "version": "v2"])], expect: none),
    ServiceCase("SVC-1", "a capital letter is another value", [.fixture(selector: ["app": "Web"])], expect: none),
    ServiceCase("SVC-1", "an empty selector selects nothing", [.fixture(selector: [:])], expect: none),
    ServiceCase(
      "SVC-1", "a selector with an empty value selects the empty label", labels: ["app": ""],
      [.fixture(selector: ["app": ""])],
      expect: web
    ),
    ServiceCase(
      "SVC-1", "a selector with an empty value does not select an absent label", labels: ["tier": "a"],
      [.fixture(selector: ["app": ""])], expect: none
    ),
    ServiceCase("SVC-1", "a Pod without labels", labels: [:], [.fixture()], expect: none),
    ServiceCase("SVC-1", "a Service of another namespace", [.fixture(namespace: "other")], expect: none),
    ServiceCase(
      "SVC-1", "a Pod without a namespace is in that of default", podNamespace: nil, [.fixture(namespace: "default")],
      expect: web
    ),
    ServiceCase(
      "SVC-1", "values that look alike but differ in bytes are two", labels: ["app": "caf\u{E9}"],
      [.fixture(selector: ["app": "cafe\u{301}"])], expect: none
    ),
    ServiceCase(
      "SVC-1", "keys that look alike but differ in bytes are two", labels: ["caf\u{E9}": "a"],
      [.fixture(selector: ["cafe\u{301}": "a"])], expect: none
    ),
    ServiceCase("SVC-1", "a Service without ports", [.fixture(ports: [])], expect: web),
    ServiceCase("SVC-1", "a headless Service", [.fixture(clusterIP: "None")], expect: web),
    ServiceCase(
      "SVC-1", "one of two Services", [.fixture(name: "api", selector: ["app": "api"]), .fixture()], expect: web
    ),
    ServiceCase(
      "SVC-1", "the first release selects so", under: "1.2.0",
      [.fixture(), .fixture(name: "more", selector: ["app": "web", "tier": "a"]), .fixture(name: "open", selector: [:])],
      expect: web
    ),
    ServiceCase(
      "SVC-1", "the newest release selects so", under: .newest,
      [.fixture(), .fixture(name: "more", selector: ["app": "web", "tier": "a"]), .fixture(name: "open", selector: [:])],
      expect: web
    ),
  ]

  private static let unordered: [Service] = [
    .fixture(name: "web-2"), .fixture(name: "webx"), .fixture(name: "web"), .fixture(name: "web-10"),
  ]

  private static let orderedInbounds = ["web_demo_svc_80", "web-10_demo_svc_80", "web-2_demo_svc_80", "webx_demo_svc_80"]

  private static let order: [ServiceCase] = [
    ServiceCase(
      "SVC-2", "names are ordered as bytes, not as numbers", unordered,
      expect: selectors("web", "web-10", "web-2", "webx"), inbounds: .success(orderedInbounds)
    ),
    ServiceCase(
      "SVC-2", "Services come as they are listed before 1.3", under: "1.2.0", unordered,
      expect: selectors("web-2", "webx", "web", "web-10"),
      inbounds: .success(["web-2_demo_svc_80", "webx_demo_svc_80", "web_demo_svc_80", "web-10_demo_svc_80"])
    ),
    ServiceCase(
      "SVC-2", "Services come by name from 1.3", under: "1.3.0", unordered,
      expect: selectors("web", "web-10", "web-2", "webx"), inbounds: .success(orderedInbounds)
    ),
    ServiceCase(
      "SVC-2", "what selects a Service does not change its place", under: "1.2.0",
      [.fixture(name: "a", selector: ["version": "v1"]), .fixture(name: "b")], expect: selectors("a", "b"),
      inbounds: .success(["a_demo_svc_80", "b_demo_svc_80"])
    ),
    ServiceCase(
      "SVC-2", "Services that are ignored come by name too", under: .newest,
      [.fixture(name: "b"), .fixture(name: "a", selector: ["app": "web", "version": "v2"])], settings: versionIgnored,
      expect: .success([Match("a", .selectorWithoutIgnoredLabels), Match("b", .selector)]),
      inbounds: .success(["a_demo_svc_80", "b_demo_svc_80"])
    ),
  ]

  private static let ignoreAnnotation: [ServiceCase] = [
    ServiceCase("SVC-3", "true leaves the Service out", [.fixture(annotations: [ignoreKey: "true"])], expect: none),
    ServiceCase("SVC-3", "enabled leaves it out", [.fixture(annotations: [ignoreKey: "enabled"])], expect: none),
    ServiceCase("SVC-3", "false leaves nothing out", [.fixture(annotations: [ignoreKey: "false"])], expect: web),
    ServiceCase("SVC-3", "disabled leaves nothing out", [.fixture(annotations: [ignoreKey: "disabled"])], expect: web),
    ServiceCase("SVC-3", "the empty value cannot be read", [.fixture(annotations: [ignoreKey: ""])], expect: web),
    ServiceCase("SVC-3", "a capital letter cannot be read", [.fixture(annotations: [ignoreKey: "True"])], expect: web),
    ServiceCase("SVC-3", "a number cannot be read", [.fixture(annotations: [ignoreKey: "1"])], expect: web),
    ServiceCase("SVC-3", "yes cannot be read as documented", [.fixture(annotations: [ignoreKey: "yes"])], expect: web),
    ServiceCase("SVC-3", "a label of that name is not read", [.fixture(labels: [ignoreKey: "true"])], expect: web),
    ServiceCase(
      "SVC-3", "the other Services stay", [.fixture(name: "api", annotations: [ignoreKey: "true"]), .fixture()], expect: web
    ),
  ]

  private static let ignoreAnnotationInReleases: [ServiceCase] = [
    ServiceCase(
      "SVC-3", "the annotation is not read before 1.4", under: "1.3.0", [.fixture(annotations: [ignoreKey: "true"])],
      expect: web),
    ServiceCase("SVC-3", "true from 1.4", under: "1.4.0", [.fixture(annotations: [ignoreKey: "true"])], expect: none),
    ServiceCase(
      "SVC-3", "1 as Go reads it, before 1.5", under: "1.4.1", [.fixture(annotations: [ignoreKey: "1"])], expect: none),
    ServiceCase(
      "SVC-3", "T as Go reads it, before 1.5", under: "1.4.1", [.fixture(annotations: [ignoreKey: "T"])], expect: none),
    ServiceCase(
      "SVC-3", "0 as Go reads it, before 1.5", under: "1.4.1", [.fixture(annotations: [ignoreKey: "0"])], expect: web),
    ServiceCase(
      "SVC-3", "enabled is no word of Go", under: "1.4.1", [.fixture(annotations: [ignoreKey: "enabled"])], expect: web),
    ServiceCase("SVC-3", "1 is no switch from 1.5", under: "1.5.0", [.fixture(annotations: [ignoreKey: "1"])], expect: web),
    ServiceCase(
      "SVC-3", "enabled is one from 1.5", under: "1.5.0", [.fixture(annotations: [ignoreKey: "enabled"])], expect: none),
    ServiceCase(
      "SVC-3", "yes is no switch before 2.7", under: "2.6.0", [.fixture(annotations: [ignoreKey: "yes"])], expect: web),
    ServiceCase(
      "SVC-3", "yes is a switch from 2.7", under: "2.7.0", [.fixture(annotations: [ignoreKey: "yes"])], expect: none),
    ServiceCase("SVC-3", "no is a switch from 2.7", under: "2.7.0", [.fixture(annotations: [ignoreKey: "no"])], expect: web),
    ServiceCase(
      "SVC-3", "the newest release leaves it out", under: .newest, [.fixture(annotations: [ignoreKey: "true"])],
      expect: none),
  ]

  private static let otherVersion: Service = .fixture(selector: ["app": "web", "version": "v2"])

  private static let ignoredLabels: [ServiceCase] = [
    ServiceCase("SVC-4", "the setting is not known as documented", [otherVersion], settings: versionIgnored, expect: none),
    ServiceCase(
      "SVC-4", "the setting is not known before 2.5.1", under: "2.5.0", [otherVersion], settings: versionIgnored,
      expect: none),
    ServiceCase(
      "SVC-4", "the setting is known from 2.5.1", under: "2.5.1", [otherVersion], settings: versionIgnored, expect: ignored),
    ServiceCase(
      "SVC-4", "the setting is known in the newest release", under: .newest, [otherVersion], settings: versionIgnored,
      expect: ignored),
    ServiceCase("SVC-4", "no label is ignored by default", under: .newest, [otherVersion], expect: none),
    ServiceCase(
      "SVC-4", "a Pod without the ignored label", under: "2.5.1", labels: ["app": "web"], [otherVersion],
      settings: versionIgnored, expect: ignored
    ),
    ServiceCase(
      "SVC-4", "a selector that matches with all its labels", under: "2.5.1",
      [.fixture(selector: ["app": "web", "version": "v1"])], settings: versionIgnored, expect: web
    ),
    ServiceCase(
      "SVC-4", "the labels that are left still count", under: "2.5.1",
      [.fixture(selector: ["app": "api", "version": "v1"])], settings: versionIgnored, expect: none
    ),
    ServiceCase(
      "SVC-4", "an emptied selector matches every Pod", under: "2.5.1", labels: [:],
      [.fixture(selector: ["version": "v2"])], settings: versionIgnored, expect: ignored
    ),
    ServiceCase(
      "SVC-4", "an emptied selector matches no Pod of another namespace", under: "2.5.1",
      [.fixture(namespace: "other", selector: ["version": "v2"])], settings: versionIgnored, expect: none
    ),
    ServiceCase(
      "SVC-4", "a selector that was empty before matches none", under: "2.5.1", [.fixture(selector: [:])],
      settings: versionIgnored, expect: none
    ),
    ServiceCase(
      "SVC-4", "an annotated Service stays left out", under: "2.5.1",
      [.fixture(annotations: [ignoreKey: "true"], selector: ["version": "v2"])], settings: versionIgnored, expect: none
    ),
    ServiceCase(
      "SVC-4", "several labels are ignored", under: "2.5.1",
      [.fixture(selector: ["app": "web", "tier": "a", "version": "v2"])],
      settings: { $0.ignoredSelectorLabels = ["tier", "version"] }, expect: ignored
    ),
  ]

  private static func endpoints(
    of service: String = "web",
    namespace: String = "demo",
    name: String = "web-abc",
    _ uids: String?...
  ) -> EndpointSlice {
    EndpointSlice(
      metadata: ObjectMeta(name: name, namespace: namespace, labels: ["kubernetes.io/service-name": service]),
      endpoints: uids.map { EndpointSlice.Endpoint(targetRef: $0.map { EndpointSlice.TargetReference(uid: $0) }) }
    )
  }

  private static let open: Service = .fixture(selector: [:])
  private static let crash: Result<[Match], MappingFailure> =
    .failure(.controlPlaneCrash(.endpointWithoutTarget(slice: "web-abc")))

  private static let withoutSelector: [ServiceCase] = [
    ServiceCase("SVC-5", "EndpointSlices are not read as documented", [open], slices: [endpoints("pod-uid")], expect: none),
    ServiceCase(
      "SVC-5", "they are not read before 2.8", under: "2.7.0", [open], slices: [endpoints("pod-uid")], expect: none),
    ServiceCase("SVC-5", "a target without an identifier", under: "2.8.0", [open], slices: [endpoints("")], expect: none),
    ServiceCase("SVC-5", "they are read from 2.8", under: "2.8.0", [open], slices: [endpoints("pod-uid")], expect: slice),
    ServiceCase(
      "SVC-5", "they give inbounds as others do", under: .newest, [open], slices: [endpoints("pod-uid")], expect: slice,
      inbounds: .success(["web_demo_svc_80"])
    ),
    ServiceCase(
      "SVC-5", "a later endpoint counts", under: "2.8.0", [open], slices: [endpoints("a", "pod-uid")], expect: slice),
    ServiceCase(
      "SVC-5", "a later EndpointSlice counts", under: "2.8.0", [open],
      slices: [endpoints("a"), endpoints(name: "web-def", "pod-uid")], expect: slice
    ),
    ServiceCase(
      "SVC-5", "another identifier does not count", under: "2.8.0", [open], slices: [endpoints("Pod-uid")], expect: none),
    ServiceCase("SVC-5", "without an EndpointSlice it belongs to none", under: "2.8.0", [open], expect: none),
    ServiceCase(
      "SVC-5", "the EndpointSlice of another Service", under: "2.8.0", [open], slices: [endpoints(of: "api", "pod-uid")],
      expect: none
    ),
    ServiceCase(
      "SVC-5", "the EndpointSlice of another namespace", under: "2.8.0", [open],
      slices: [endpoints(namespace: "other", "pod-uid")], expect: none
    ),
    ServiceCase(
      "SVC-5", "a selector that does not match is not helped by them", under: "2.8.0", [.fixture(selector: ["app": "api"])],
      slices: [endpoints("pod-uid")], expect: none
    ),
    ServiceCase(
      "SVC-5", "an endpoint that names none crashes 2.8.0", under: "2.8.0", [open], slices: [endpoints(nil, "pod-uid")],
      expect: crash),
    ServiceCase(
      "SVC-5", "an endpoint that names none crashes 2.8.1", under: "2.8.1", [open], slices: [endpoints("a", nil)],
      expect: crash),
    ServiceCase(
      "SVC-5", "an endpoint that names none is passed over from 2.8.2", under: "2.8.2", [open],
      slices: [endpoints(nil, "pod-uid")], expect: slice),
    ServiceCase("SVC-5", "only endpoints that name none", under: "2.8.2", [open], slices: [endpoints(nil)], expect: none),
    ServiceCase(
      "SVC-5", "the Pod is found before the endpoint that crashes", under: "2.8.0", [open],
      slices: [endpoints("pod-uid", nil)],
      expect: slice
    ),
    ServiceCase(
      "SVC-5", "a Service with a selector does not crash", under: "2.8.0", [.fixture()], slices: [endpoints(nil)],
      expect: web
    ),
    ServiceCase(
      "SVC-5", "a Service that is left out does not crash", under: "2.8.0",
      [.fixture(annotations: [ignoreKey: "true"], selector: [:])], slices: [endpoints(nil)], expect: none
    ),
    ServiceCase(
      "SVC-5", "a Service of another namespace does not crash", under: "2.8.0",
      [.fixture(namespace: "other", selector: [:])],
      slices: [endpoints(namespace: "other", nil)], expect: none
    ),
  ]

  private static let external: Service = .fixture(type: "ExternalName")
  private static let noPort: Result<[String], MappingFailure> = .failure(.noMatchingContainerPort(services: ["web"]))
  private static let inbound: Result<[String], MappingFailure> = .success(["web_demo_svc_80"])

  private static let externalName: [ServiceCase] = [
    ServiceCase("SVC-6", "it gives inbounds as documented", [external], expect: web, inbounds: inbound),
    ServiceCase(
      "SVC-6", "it gives inbounds in the first release", under: "1.2.0", [external], expect: web, inbounds: inbound),
    ServiceCase("SVC-6", "2.2.5 gives inbounds", under: "2.2.5", [external], expect: web, inbounds: inbound),
    ServiceCase("SVC-6", "2.2.6 gives none", under: "2.2.6", [external], expect: web, inbounds: noPort),
    ServiceCase("SVC-6", "2.3.3 gives inbounds", under: "2.3.3", [external], expect: web, inbounds: inbound),
    ServiceCase("SVC-6", "2.3.4 gives none", under: "2.3.4", [external], expect: web, inbounds: noPort),
    ServiceCase("SVC-6", "2.4.3 gives inbounds", under: "2.4.3", [external], expect: web, inbounds: inbound),
    ServiceCase("SVC-6", "2.4.4 gives none", under: "2.4.4", [external], expect: web, inbounds: noPort),
    ServiceCase("SVC-6", "2.5.0 gives none", under: "2.5.0", [external], expect: web, inbounds: noPort),
    ServiceCase(
      "SVC-6", "where it is the only one the Pod is one without a Service from 2.8", under: "2.8.0", [external], expect: web,
      inbounds: .success(["web-1_demo_svc"])
    ),
    ServiceCase(
      "SVC-6", "others give theirs beside it", under: "2.5.0", [.fixture(name: "api", type: "ExternalName"), .fixture()],
      expect: selectors("api", "web"), inbounds: inbound
    ),
    ServiceCase(
      "SVC-6", "the type is compared exactly", under: "2.5.0", [.fixture(type: "externalname")], expect: web,
      inbounds: inbound
    ),
  ]
}

@Suite("Services")
struct ServiceTests {
  @Test(arguments: ServiceTable.cases)
  func services(_ row: ServiceCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let around = ObjectCatalog(services: row.services, endpointSlices: row.slices)
    let matches = Result { () throws(MappingFailure) in try kuma.services(of: row.pod, among: around) }
    #expect(matches.map { $0.map(ServiceCase.Match.init) } == row.expected)
    guard let expected = row.inbounds else { return }
    let namespace = Namespace.fixture(name: row.pod.metadata.effectiveNamespace)
    let mapping = kuma.dataplane(of: row.pod, in: namespace, among: around)
    #expect(mapping.result.map { $0.networking.inbound.map { $0.tags["kuma.io/service"] ?? "" } } == expected)
  }

  /// The index of a cluster leads to the same Services, in the order of their names.
  @Test(arguments: ServiceTable.cases)
  func servicesOfCluster(_ row: ServiceCase) throws {
    let kuma = try row.rules.controlPlane(row.settings)
    let namespace = Namespace.fixture(name: row.pod.metadata.effectiveNamespace)
    let objects: [KubernetesObject] =
      [.pod(row.pod), .namespace(namespace)] + row.services.map { .service($0) } + row.slices.map { .endpointSlice($0) }
    let cluster = Cluster(objects.map { .kubernetes($0) }, under: kuma)
    let report = try #require(cluster.preview(of: ObjectName(of: row.pod.metadata)))
    switch row.expected {
    case .success(let matches):
      #expect(
        report.services.map(ServiceCase.Match.init)
          == matches.sorted { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) })
    case .failure(let failure): #expect(report.outcome == .fail(failure))
    }
  }
}
