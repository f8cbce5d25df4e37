import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What the annotation `kuma.io/gateway` makes of the Pod `demo/web-1`, which Service `demo/web` selects.
struct GatewayCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let pod: Pod
  let catalog: ObjectCatalog
  let replicaSets: [ReplicaSet]
  let settings: SettingsChange?
  let expected: Outcome
  let origins: [String: TagOrigin]
  let dropped: [DroppedLabel]?

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    annotation: String?,
    mark: String? = "true",
    labels: StringMap = ["app": "web"],
    owners: [OwnerReference] = [],
    nodeName: String = "",
    services: [Service] = [.fixture()],
    replicaSets: [ReplicaSet] = [],
    settings: SettingsChange? = nil,
    expect expected: Outcome,
    origins: [String: TagOrigin] = [:],
    dropped: [DroppedLabel]? = nil
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    var annotations: StringMap = [:]
    annotations["kuma.io/gateway"] = annotation
    annotations["kuma.io/sidecar-injected"] = mark
    pod = .fixture(labels: labels, annotations: annotations, owners: owners, nodeName: nodeName)
    catalog = ObjectCatalog(services: services, replicaSets: ObjectIndex(replicaSets))
    self.replicaSets = replicaSets
    self.settings = settings
    self.expected = expected
    self.origins = origins
    self.dropped = dropped
  }

  /// What becomes of the Pod.
  enum Outcome: Hashable {
    /// A gateway of these tags, without inbounds.
    case gateway(StringMap)
    /// An ordinary Pod with inbounds of these services.
    case ordinary([String])
    /// There is no Dataplane, and why.
    case fail(MappingFailure)
    /// The Pod is left alone, and why.
    case leave(DataplaneVerdict.LeaveReason)
    /// Something else, which no row expects.
    case other

    init(_ dataplane: Dataplane) {
      let services = dataplane.networking.inbound.map { $0.tags["kuma.io/service"] ?? "" }
      switch dataplane.networking.gateway {
      case nil: self = .ordinary(services)
      case let gateway? where services.isEmpty:
        self = .gateway(StringMap(gateway.tags.map { StringMap.Entry(key: $0.key, value: $0.value) }))
      case .some: self = .other
      }
    }
  }
}

enum GatewayTable {
  /// A gateway of the tags of port 80 of Service `demo/web` but the protocol, with others beside or over them.
  private static func gatewayWithoutProtocol(_ others: StringMap = [:]) -> GatewayCase.Outcome {
    .gateway(
      others.over([
        "app": "web", "k8s.kuma.io/namespace": "demo", "k8s.kuma.io/service-name": "web",
        "k8s.kuma.io/service-port": "80", "kuma.io/service": "web_demo_svc_80",
      ])
    )
  }

  /// A gateway of the tags of port 80 of Service `demo/web`, with others beside or over them.
  private static func gateway(_ others: StringMap = [:]) -> GatewayCase.Outcome {
    gatewayWithoutProtocol(others.over(["kuma.io/protocol": "tcp"]))
  }

  /// The tag of the zone that releases from 2.6.0 on have where none is set.
  private static let inZone: StringMap = ["kuma.io/zone": "default"]

  private static let ordinary = GatewayCase.Outcome.ordinary(["web_demo_svc_80"])

  private static func evidence(_ value: String) -> Evidence {
    Evidence(.podAnnotation, key: "kuma.io/gateway", value: value)
  }

  private static func noSwitch(_ value: String) -> GatewayCase.Outcome { .fail(.unreadableSwitch(evidence(value))) }
  private static func noType(_ value: String) -> GatewayCase.Outcome { .fail(.invalidGatewayType(evidence(value))) }

  static let cases = switches + tags + protocols + types + provided + providedOwners + builtin

  private static let switches: [GatewayCase] = [
    GatewayCase("GW-1", "without the annotation it is an ordinary Pod", annotation: nil, expect: ordinary),
    GatewayCase("GW-1", "enabled", annotation: "enabled", expect: gateway()),
    GatewayCase("GW-1", "true", annotation: "true", expect: gateway()),
    GatewayCase("GW-1", "disabled", annotation: "disabled", expect: ordinary),
    GatewayCase("GW-1", "false", annotation: "false", expect: ordinary),
    GatewayCase("GW-1", "a capital letter is a failure", annotation: "Enabled", expect: noSwitch("Enabled")),
    GatewayCase("GW-1", "the empty value is a failure", annotation: "", expect: noSwitch("")),
    GatewayCase("GW-1", "provided is a failure as documented", annotation: "provided", expect: noSwitch("provided")),
    GatewayCase(
      "GW-1", "enabled in the first release", under: "1.2.0", annotation: "enabled",
      expect: .gateway(["app": "web", "kuma.io/protocol": "tcp", "kuma.io/service": "web_demo_svc_80"])
    ),
    GatewayCase("GW-1", "false in 1.7", under: "1.7.0", annotation: "false", expect: ordinary),
    GatewayCase("GW-1", "yes in 1.7", under: "1.7.0", annotation: "yes", expect: noSwitch("yes")),
  ]

  private static let tags: [GatewayCase] = [
    GatewayCase(
      "GW-2", "the first inbound is that of the first Service", annotation: "enabled",
      services: [.fixture(), .fixture(name: "all", ports: [ServicePort(port: 90, targetPort: 9090)])],
      expect: gateway([
        "k8s.kuma.io/service-name": "all", "k8s.kuma.io/service-port": "90", "kuma.io/service": "all_demo_svc_90",
      ])
    ),
    GatewayCase(
      "GW-2", "the first inbound is that of the first port that is found", annotation: "enabled",
      services: [
        .fixture(ports: [
          ServicePort(name: "a", port: 79, targetPort: "a"), ServicePort(name: "b", port: 80, targetPort: 8080),
        ])
      ],
      expect: gateway()
    ),
    GatewayCase(
      "GW-2", "a gateway without a Service has the tags of such a Pod", annotation: "enabled", labels: ["app": "gw"],
      expect: .gateway([
        "app": "gw", "k8s.kuma.io/namespace": "demo", "kuma.io/protocol": "tcp", "kuma.io/service": "web-1_demo_svc",
      ])
    ),
    GatewayCase(
      "GW-2", "a gateway whose Services give no inbound is a failure", annotation: "enabled",
      services: [.fixture(ports: [ServicePort(port: 80, targetPort: "http")])],
      expect: .fail(.noMatchingContainerPort(services: ["web"]))
    ),
    GatewayCase(
      "GW-2", "a gateway in the newest release", under: .newest, annotation: "enabled", expect: gateway(inZone),
      origins: ["app": .podLabel, "kuma.io/service": .service]
    ),
    GatewayCase(
      "GW-2", "a gateway without tags", under: "2.14.0", annotation: "enabled", settings: { $0.inboundTags = .disabled },
      expect: .gateway([:]), dropped: [DroppedLabel(key: "app", value: "web", reason: .tagsDisabled)]
    ),
  ]

  private static func speaking(_ appProtocol: String) -> [Service] {
    [.fixture(ports: [ServicePort(appProtocol: appProtocol, port: 80, targetPort: 8080)])]
  }

  private static let protocols: [GatewayCase] = [
    GatewayCase(
      "GW-3", "http is left out", annotation: "enabled", services: speaking("http"), expect: gatewayWithoutProtocol()),
    GatewayCase("GW-3", "tcp stays", annotation: "true", services: speaking("tcp"), expect: gateway()),
    GatewayCase(
      "GW-3", "TCP is not tcp where it is written as it is found", annotation: "enabled", services: speaking("TCP"),
      expect: gatewayWithoutProtocol()),
    GatewayCase(
      "GW-3", "http stays before 1.6", under: "1.5.0", annotation: "enabled", services: speaking("http"),
      expect: gateway(["kuma.io/protocol": "http"])),
    GatewayCase(
      "GW-3", "http is left out from 1.6", under: "1.6.0", annotation: "enabled", services: speaking("http"),
      expect: gatewayWithoutProtocol()),
    GatewayCase(
      "GW-3", "TCP is tcp in lower case from 1.7", under: "1.7.0", annotation: "enabled", services: speaking("TCP"),
      expect: gateway()),
    GatewayCase(
      "GW-3", "http is left out in the newest release", under: .newest, annotation: "enabled", services: speaking("http"),
      expect: gatewayWithoutProtocol(inZone)),
    GatewayCase(
      "GW-3", "http stays where the gateway is provided", under: .newest, annotation: "provided",
      services: speaking("http"),
      expect: gateway(inZone.over(["kuma.io/protocol": "http"]))
    ),
  ]

  private static let types: [GatewayCase] = [
    GatewayCase("GW-4", "true is a gateway in 1.7", under: "1.7.0", annotation: "true", expect: gateway()),
    GatewayCase("GW-4", "true is a failure from 1.8", under: "1.8.0", annotation: "true", expect: noType("true")),
    GatewayCase(
      "GW-4", "disabled is a failure from 1.8", under: "1.8.0", annotation: "disabled", expect: noType("disabled")),
    GatewayCase("GW-4", "the empty value is a failure from 1.8", under: "1.8.0", annotation: "", expect: noType("")),
    GatewayCase("GW-4", "enabled is a gateway from 1.8", under: "1.8.0", annotation: "enabled", expect: gateway()),
    GatewayCase("GW-4", "provided is a gateway from 1.8", under: "1.8.0", annotation: "provided", expect: gateway()),
    GatewayCase(
      "GW-4", "provided is a failure in 1.7", under: "1.7.0", annotation: "provided", expect: noSwitch("provided")),
    GatewayCase("GW-4", "yes is no type in 2.7", under: "2.7.0", annotation: "yes", expect: noType("yes")),
    GatewayCase(
      "GW-4", "a capital letter is a failure in the newest release", under: .newest, annotation: "Provided",
      expect: noType("Provided")),
    GatewayCase("GW-4", "without the annotation it is an ordinary Pod", under: .newest, annotation: nil, expect: ordinary),
  ]

  private static func owner(_ kind: String, _ name: String) -> OwnerReference {
    OwnerReference(apiVersion: "apps/v1", kind: kind, name: name)
  }

  private static func replicaSet(_ name: String = "gw-7d4", of owners: OwnerReference...) -> [ReplicaSet] {
    [ReplicaSet(metadata: ObjectMeta(name: name, namespace: "demo", ownerReferences: owners))]
  }

  private static let behindReplicaSet = [owner("ReplicaSet", "gw-7d4")]
  private static let deployment = GatewayCase.Outcome.gateway(["kuma.io/service-name": "gw_demo_svc"])

  private static func dropped(_ key: String, _ value: String, _ reason: DroppedLabel.Reason) -> DroppedLabel {
    DroppedLabel(key: key, value: value, reason: reason)
  }

  private static let provided: [GatewayCase] = [
    GatewayCase(
      "GW-5", "the Deployment is its only tag", under: "1.8.0", annotation: "provided", owners: behindReplicaSet,
      replicaSets: replicaSet(of: owner("Deployment", "gw")), expect: deployment, origins: ["kuma.io/service-name": .owner]
    ),
    GatewayCase(
      "GW-5", "the Deployment is its only tag in the newest release", under: .newest, annotation: "provided",
      owners: behindReplicaSet, replicaSets: replicaSet(of: owner("Deployment", "gw")), expect: deployment,
      origins: ["kuma.io/service-name": .owner]
    ),
    GatewayCase(
      "GW-5", "an enabled one does not look at its Deployment", under: .newest, annotation: "enabled",
      owners: behindReplicaSet,
      expect: gateway(inZone)
    ),
    GatewayCase(
      "GW-5", "it has that tag where tags are left out too", under: "2.14.0", annotation: "provided",
      owners: behindReplicaSet,
      replicaSets: replicaSet(of: owner("Deployment", "gw")), settings: { $0.inboundTags = .disabled }, expect: deployment
    ),
    GatewayCase(
      "GW-5", "it needs no Service and no port that is found", under: "1.8.0", annotation: "provided",
      owners: behindReplicaSet,
      services: [.fixture(ports: [])], replicaSets: replicaSet(of: owner("Deployment", "gw")), expect: deployment
    ),
    GatewayCase(
      "GW-5", "it does not miss its Node", under: "2.9.0", annotation: "provided", owners: behindReplicaSet,
      nodeName: "node-a",
      replicaSets: replicaSet(of: owner("Deployment", "gw")), expect: deployment
    ),
    GatewayCase(
      "GW-5", "without an owner it is as enabled makes it", under: "1.8.0", annotation: "provided", expect: gateway()),
    GatewayCase(
      "GW-5", "of a StatefulSet it is as enabled makes it", under: "2.1.0", annotation: "provided",
      owners: [owner("StatefulSet", "gw")], expect: gateway()
    ),
    GatewayCase(
      "GW-5", "of a ReplicaSet that nobody owns it is as enabled makes it", under: "2.1.0", annotation: "provided",
      owners: behindReplicaSet, replicaSets: replicaSet(), expect: gateway()
    ),
    GatewayCase(
      "TAG-14", "each label that is no tag of a provided gateway", under: .newest, annotation: "provided",
      labels: ["app": "web", "canary": "", "kuma.io/x": "1"], owners: behindReplicaSet,
      replicaSets: replicaSet(of: owner("Deployment", "gw")), expect: deployment,
      dropped: [
        dropped("app", "web", .providedGateway), dropped("canary", "", .empty), dropped("kuma.io/x", "1", .reserved),
      ]
    ),
  ]

  private static let missing = GatewayCase.Outcome.fail(
    .ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: "demo", name: "gw-7d4"))
  )

  private static let providedOwners: [GatewayCase] = [
    GatewayCase(
      "GW-5", "a ReplicaSet that is not there is a failure", under: "1.8.0", annotation: "provided",
      owners: behindReplicaSet, expect: missing),
    GatewayCase(
      "GW-5", "a ReplicaSet that is not there is a failure in the newest release", under: .newest, annotation: "provided",
      owners: behindReplicaSet, expect: missing),
    GatewayCase(
      "GW-5", "a Deployment that owns the Pod itself does not count before 2.1", under: "2.0.0", annotation: "provided",
      owners: [owner("Deployment", "gw")], expect: gateway()
    ),
    GatewayCase(
      "GW-5", "a Deployment that owns the Pod itself counts from 2.1", under: "2.1.0", annotation: "provided",
      owners: [owner("Deployment", "gw")], expect: deployment
    ),
    GatewayCase(
      "GW-5", "a ReplicaSet after another owner counts before 2.1", under: "2.0.0", annotation: "provided",
      owners: [owner("Game", "chess")] + behindReplicaSet, replicaSets: replicaSet(of: owner("Deployment", "gw")),
      expect: deployment
    ),
    GatewayCase(
      "GW-5", "a ReplicaSet after another owner does not count from 2.1", under: "2.1.0", annotation: "provided",
      owners: [owner("Game", "chess")] + behindReplicaSet, replicaSets: replicaSet(of: owner("Deployment", "gw")),
      expect: gateway()
    ),
    GatewayCase(
      "GW-5", "a second ReplicaSet is not looked at before 2.1", under: "2.0.0", annotation: "provided",
      owners: behindReplicaSet + [owner("ReplicaSet", "gw-8e5")],
      replicaSets: replicaSet(of: owner("Rollout", "x")) + replicaSet("gw-8e5", of: owner("Deployment", "gw")),
      expect: gateway()
    ),
    GatewayCase(
      "GW-5", "a second ReplicaSet is looked at from 2.1", under: "2.1.0", annotation: "provided",
      owners: behindReplicaSet + [owner("ReplicaSet", "gw-8e5")],
      replicaSets: replicaSet(of: owner("Rollout", "x")) + replicaSet("gw-8e5", of: owner("Deployment", "gw")),
      expect: deployment
    ),
  ]

  private static let untagged = GatewayCase.Outcome.fail(.missingGatewayTags(key: "kuma.io/tags"))

  private static let builtin: [GatewayCase] = [
    GatewayCase("GW-6", "it is one", annotation: "builtin", expect: untagged),
    GatewayCase("GW-6", "it needs no mark of the injector", annotation: "builtin", mark: nil, expect: untagged),
    GatewayCase("GW-6", "a mark that is off changes nothing", annotation: "builtin", mark: "false", expect: untagged),
    GatewayCase("GW-6", "a capital letter is no such gateway", annotation: "Builtin", expect: noSwitch("Builtin")),
    GatewayCase("GW-6", "it is a failure before 1.5", under: "1.4.1", annotation: "builtin", expect: noSwitch("builtin")),
    GatewayCase(
      "GW-6", "it is left alone before 1.5 without a mark", under: "1.4.1", annotation: "builtin", mark: nil,
      expect: .leave(.willNotBeInjected)),
    GatewayCase("GW-6", "it is one from 1.5", under: "1.5.0", annotation: "builtin", expect: untagged),
    GatewayCase("GW-6", "it is no type of its own from 1.8", under: "1.8.0", annotation: "builtin", expect: untagged),
    GatewayCase(
      "GW-6", "it is one in the newest", under: .newest, annotation: "builtin", mark: nil, expect: untagged),
  ]
}

@Suite("Gateways")
struct GatewayTests {
  @Test(arguments: GatewayTable.cases)
  func preview(_ row: GatewayCase) throws {
    let objects: [KubernetesObject] =
      [.pod(row.pod), .namespace(.fixture())] + row.catalog.services.map { .service($0) }
      + row.replicaSets.map { .replicaSet($0) }
    // The validator refuses every provided gateway (VALID-7), which is no matter here.
    var kuma = try row.rules.controlPlane(row.settings)
    kuma.settings.admission = .leftOut
    let cluster = Cluster(objects.map { .kubernetes($0) }, under: kuma, completeness: .complete)
    let report = try #require(cluster.preview(of: ObjectName(namespace: "demo", name: "web-1")))
    let outcome: GatewayCase.Outcome =
      switch report.outcome.verdict {
      case .apply: .init(try #require(report.outcome.dataplane))
      case .fail(let failure): .fail(failure)
      case .leave(let reason): .leave(reason)
      case .delete, .pending, .unknown: .other
      }
    #expect(outcome == row.expected)
  }

  /// What is not decided before the mapping is the same without a cluster; origins and dropped labels are looked at here.
  @Test(arguments: GatewayTable.cases)
  func mapping(_ row: GatewayCase) throws {
    if case .leave = row.expected { return }
    let kuma = try row.rules.controlPlane(row.settings)
    let mapping = kuma.dataplane(of: row.pod, in: .fixture(), among: row.catalog)
    let outcome: GatewayCase.Outcome =
      switch mapping.result {
      case .success(let dataplane): .init(dataplane)
      case .failure(let failure): .fail(failure)
      }
    #expect(outcome == row.expected)
    let tags = mapping.dataplane?.networking.gateway?.tags
    for (key, origin) in row.origins { #expect(tags?.origin(of: key) == origin, "origin of \(key)") }
    if let dropped = row.dropped {
      #expect(kuma.droppedLabels(among: row.pod.metadata.labels, from: try #require(tags)) == dropped)
    }
  }
}
