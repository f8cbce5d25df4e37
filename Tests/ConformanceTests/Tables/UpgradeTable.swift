import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// What needs attention on the way from one release to another.
struct UpgradeCase: SpecificationCase {
  let statement: String
  let title: String
  let old: String
  let new: String
  let objects: [ClusterObject]
  let completeness: Completeness
  let verdict: Verdict
  let safeUpTo: String?
  let expected: [Told]
  /// The notes to read; nil where the row is not about them.
  let toRead: [String]?

  var rules: RulesName { RulesName(stringLiteral: new) }

  /// A trouble as a row can write it down.
  struct Told: Hashable, Sendable {
    let effect: TroubleEffect
    let first: String
    let gone: String?
    let causes: [String]
    let workloads: [String]
    /// The fixes, each with whether it changes nothing under the release before.
    let fixes: [Fix]
    let policies: [String]
  }

  /// A fix as a row can write it down.
  struct Fix: Hashable, Sendable {
    let message: String
    let isHarmless: Bool
  }

  init(
    _ statement: String,
    _ title: String,
    from old: String,
    to new: String,
    _ objects: [ClusterObject],
    knowing completeness: Completeness = .complete,
    _ verdict: Verdict,
    safeUpTo: String?,
    toRead: [String]? = nil,
    _ expected: Told...
  ) {
    self.statement = statement
    self.title = title
    self.old = old
    self.new = new
    self.objects = objects
    self.completeness = completeness
    self.verdict = verdict
    self.safeUpTo = safeUpTo
    self.expected = expected
    self.toRead = toRead
  }
}

enum UpgradeTable {
  static let cases =
    sidecars + withoutSidecar + meshes + constraints + refusals + services + access + selected + unread + verdicts + history
    + noted + notedOfUnknown + quotas

  private static let key = KumaKey.sidecarInjection

  private static func told(
    _ effect: TroubleEffect,
    _ first: String,
    gone: String? = nil,
    by causes: String...,
    of workloads: [String] = ["Deployment demo/web"],
    fixes: [UpgradeCase.Fix] = [],
    policies: [String] = []
  ) -> UpgradeCase.Told {
    .init(
      effect: effect, first: first, gone: gone, causes: causes, workloads: workloads, fixes: fixes, policies: policies)
  }

  private static func fix(_ message: String) -> UpgradeCase.Fix { .init(message: message, isHarmless: true) }

  private static func deployment(
    _ name: String = "web",
    in namespace: String = "demo",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    ports: [ContainerPort] = [ContainerPort(name: "http", containerPort: 8080)],
    probes: [HTTPProbe] = [],
    serviceAccount: String = ""
  ) -> ClusterObject {
    var labels = labels
    labels["app"] = name
    let container = Container(name: "app", ports: ports, httpProbes: probes)
    let spec = PodSpec(containers: [container], serviceAccountName: serviceAccount)
    let template = PodTemplateSpec(labels: labels, annotations: annotations, spec: spec)
    return .kubernetes(
      .deployment(Deployment(metadata: ObjectMeta(name: name, namespace: namespace), template: template)))
  }

  private static func namespace(
    _ name: String = "demo", labels: StringMap = [key: "enabled"], annotations: StringMap = [:]
  ) -> ClusterObject {
    .kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: name, labels: labels, annotations: annotations))))
  }

  private static func service(
    _ name: String = "web", in namespace: String = "demo", port: ServicePort = ServicePort(port: 80, targetPort: "http"),
    type: String = "ClusterIP"
  ) -> ClusterObject {
    .kubernetes(
      .service(
        Service(
          metadata: ObjectMeta(name: name, namespace: namespace), type: type, clusterIP: "10.96.0.1",
          selector: ["app": "web"], ports: [port])))
  }

  private static func mesh(_ name: String) -> ClusterObject { .mesh(Mesh(name: name)) }

  private static let exclusive = ClusterObject.mesh(Mesh(name: "default", meshServicesMode: .exclusive))

  private static let both = [mesh("default"), mesh("blue")]

  // MARK: Sidecars

  private static let sidecars: [UpgradeCase] = [
    UpgradeCase(
      "UPG-3", "a Pod that asks for itself in a Namespace without the label", from: "2.10.11", to: "2.11.18",
      [namespace(labels: [:]), deployment(labels: [key: "enabled"])], .notReady(workloads: 1), safeUpTo: nil,
      told(
        .losesSidecar, "2.11.0", by: "webhook-namespace-label",
        fixes: [fix("label the Namespace \(key)=disabled, so that the label of its Pods is looked at")])
    ),
    UpgradeCase(
      "UPG-1", "the same before the release that needs the label", from: "2.9.19", to: "2.10.11",
      [namespace(labels: [:]), deployment(labels: [key: "enabled"])], .ready, safeUpTo: "2.10.11"
    ),
    UpgradeCase(
      "UPG-3", "a Pod that asks by an annotation", from: "2.1.7", to: "2.2.9",
      [namespace(labels: [:]), deployment(annotations: [key: "enabled"])], .notReady(workloads: 1), safeUpTo: nil,
      told(
        // The label is a tag of a Pod without a Service.
        .losesSidecar, "2.2.0", by: "injection-labels-only",
        fixes: [.init(message: "label the Pods \(key)=enabled", isHarmless: false)])
    ),
    UpgradeCase(
      "UPG-3", "a Pod behind a Service that asks by an annotation", from: "2.1.7", to: "2.2.9",
      [namespace(labels: [:]), deployment(annotations: [key: "enabled"]), service()], .notReady(workloads: 1),
      safeUpTo: nil,
      told(
        .losesSidecar, "2.2.0", by: "injection-labels-only", fixes: [fix("label the Pods \(key)=enabled")])
    ),
    UpgradeCase(
      "UPG-3", "a Pod that an annotation keeps out", from: "2.1.7", to: "2.2.9",
      [namespace(), deployment(annotations: [key: "disabled"])], .notReady(workloads: 1), safeUpTo: nil,
      told(
        .gainsSidecar, "2.2.0", by: "injection-labels-only", fixes: [fix("label the Pods \(key)=disabled")])
    ),
    UpgradeCase(
      "UPG-3", "a Namespace that asks by an annotation", from: "2.1.7", to: "2.2.9",
      [namespace(labels: [:], annotations: [key: "enabled"]), deployment()], .notReady(workloads: 1), safeUpTo: nil,
      told(
        .losesSidecar, "2.2.0", by: "injection-labels-only", fixes: [fix("label the Namespace \(key)=enabled")])
    ),
    UpgradeCase(
      "UPG-3", "a Pod that asks with true", from: "2.5.11", to: "2.6.15",
      [namespace(labels: [:]), deployment(labels: [key: "true"]), service()], .notReady(workloads: 1), safeUpTo: nil,
      told(
        .losesSidecar, "2.6.0", by: "webhook-catch-all", fixes: [fix("label the Pods \(key)=enabled")])
    ),
  ]

  // MARK: Proxies without a sidecar

  private static let system = namespace("kuma-system", labels: [key: "false"])

  /// A proxy of a zone, as the chart runs it.
  private static func zoneProxy(_ key: String, in namespace: String = "kuma-system") -> [ClusterObject] {
    [system, deployment(in: namespace, annotations: [key: "enabled"]), service(in: "kuma-system")] + both
  }

  /// A builtin gateway, as a MeshGatewayInstance runs it.
  private static let builtin =
    [
      namespace(),
      deployment(
        labels: [key: "disabled"],
        annotations: [KumaKey.gateway: "builtin", KumaKey.tags: #"{"kuma.io/service":"edge"}"#]), service(),
    ] + both

  private static let withoutSidecar: [UpgradeCase] = [
    UpgradeCase(
      "UPG-1", "a zone ingress", from: "2.14.3", to: "3.0.0", zoneProxy(KumaKey.ingress), .notReady(workloads: 1),
      safeUpTo: nil,
      told(.dataplaneGone, "3.0.0", by: "zone-proxies-gone", of: ["Deployment kuma-system/web"])
    ),
    UpgradeCase(
      "UPG-1", "a zone egress", from: "2.14.3", to: "3.0.0", zoneProxy(KumaKey.egress), .notReady(workloads: 1),
      safeUpTo: nil,
      told(.dataplaneGone, "3.0.0", by: "zone-proxies-gone", of: ["Deployment kuma-system/web"])
    ),
    UpgradeCase(
      "UPG-1", "a zone egress that becomes one", from: "1.4.1", to: "1.5.5", zoneProxy(KumaKey.egress), .ready,
      safeUpTo: "1.5.5"
    ),
    UpgradeCase(
      "UPG-1", "a zone egress elsewhere, which fails once it is read", from: "1.4.1", to: "1.5.5",
      zoneProxy(KumaKey.egress, in: "demo") + [namespace(labels: [:])], .notReady(workloads: 1), safeUpTo: nil,
      told(.dataplaneFails, "1.5.0", by: "zone-egress")
    ),
    UpgradeCase(
      "UPG-1", "a builtin gateway", from: "2.14.3", to: "3.0.0", builtin, .notReady(workloads: 1), safeUpTo: nil,
      told(.dataplaneGone, "3.0.0", by: "gateway-builtin-gone")
    ),
    UpgradeCase(
      "UPG-1", "a builtin gateway before it goes", from: "2.13.10", to: "2.14.3", builtin, .ready, safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "a builtin gateway that becomes one", from: "1.4.1", to: "1.5.5", builtin, .ready, safeUpTo: "1.5.5"
    ),
  ]

  // MARK: Meshes

  private static func constrained(_ constraints: MeshConstraints) -> [ClusterObject] {
    [
      namespace(), deployment(), service(),
      .mesh(Mesh(name: "default", meshServicesMode: .exclusive, constraints: constraints)),
    ]
  }

  private static let constraints: [UpgradeCase] = [
    UpgradeCase(
      "UPG-1", "a Mesh that asks for a tag", from: "2.14.3", to: "3.0.0",
      constrained(MeshConstraints(requirements: [["app": "*"]])), .notReady(workloads: 0, objects: 1), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a Mesh that forbids a tag", from: "2.14.3", to: "3.0.0",
      constrained(MeshConstraints(restrictions: [["team": "a"]])), .notReady(workloads: 0, objects: 1), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a Mesh that asks for a tag, before that is gone", from: "2.13.10", to: "2.14.3",
      constrained(MeshConstraints(requirements: [["app": "*"]])), .ready, safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "a Mesh without constraints", from: "2.14.3", to: "3.0.0", constrained(MeshConstraints()), .ready,
      safeUpTo: "3.0.0", toRead: []
    ),
  ]

  private static let meshes: [UpgradeCase] = [
    UpgradeCase(
      "UPG-3", "a Pod whose mesh is an annotation", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(annotations: [KumaKey.mesh: "blue"]), service()] + both, .notReady(workloads: 1),
      safeUpTo: nil,
      told(.otherMesh, "3.0.0", by: "mesh-annotation-gone", fixes: [fix("label the Pods kuma.io/mesh=blue")])
    ),
    UpgradeCase(
      "UPG-3", "a Namespace whose mesh is an annotation", from: "2.14.3", to: "3.0.0",
      [namespace(annotations: [KumaKey.mesh: "blue"]), deployment(), service()] + both, .notReady(workloads: 1),
      safeUpTo: nil,
      told(.otherMesh, "3.0.0", by: "mesh-annotation-gone", fixes: [fix("label the Namespace kuma.io/mesh=blue")])
    ),
    UpgradeCase(
      "UPG-1", "a Namespace whose mesh is a label", from: "2.14.3", to: "3.0.0",
      [namespace(labels: [key: "enabled", KumaKey.mesh: "blue"]), deployment(), service()] + both, .ready,
      safeUpTo: "3.0.0"
    ),
    UpgradeCase(
      "UPG-1", "a Pod on which the injector wrote the mesh of its Namespace's annotation", from: "2.14.3", to: "3.0.0",
      [namespace(annotations: [KumaKey.mesh: "blue"]), statefulSet, running] + both, .notReady(workloads: 1),
      safeUpTo: nil,
      told(
        .otherMesh, "3.0.0", by: "mesh-annotation-gone", of: ["StatefulSet demo/db"],
        fixes: [fix("label the Namespace kuma.io/mesh=blue")])
    ),
    UpgradeCase(
      "UPG-3", "a label that is another mesh than the annotation", from: "2.8.8", to: "2.9.19",
      [
        namespace(labels: [key: "enabled", KumaKey.mesh: "default"], annotations: [KumaKey.mesh: "blue"]), deployment(),
        service(),
      ] + both, .notReady(workloads: 1), safeUpTo: nil,
      told(.otherMesh, "2.9.0", by: "mesh-label", fixes: [fix("label the Namespace kuma.io/mesh=blue")])
    ),
  ]

  private static let statefulSet = ClusterObject.kubernetes(
    .statefulSet(
      StatefulSet(
        metadata: ObjectMeta(name: "db", namespace: "demo"),
        template: PodTemplateSpec(labels: ["app": "db"], spec: PodSpec(containers: [Container(name: "app")])))))

  private static let running = ClusterObject.kubernetes(
    .pod(
      .fixture(
        name: "db-0",
        namespace: "demo",
        labels: ["app": "db", KumaKey.mesh: "blue"],
        annotations: [
          KumaKey.sidecarInjected: "true", KumaKey.transparentProxying: "enabled",
          KumaKey.redirectPortInbound: "15006", KumaKey.redirectPortOutbound: "15001",
        ],
        owners: [OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "db", controller: true)],
        containers: [Container(name: "app"), Container(name: "kuma-sidecar")])))

  // MARK: Refusals

  private static let refusals: [UpgradeCase] = [
    UpgradeCase(
      "UPG-3", "an annotation that is read now and cannot be", from: "2.11.18", to: "2.12.14",
      [namespace(), deployment(annotations: [KumaKey.spire: "maybe"]), service()] + both, .notReady(workloads: 1),
      safeUpTo: nil,
      told(
        .refused, "2.12.0", by: "spire", fixes: [fix("remove k8s.kuma.io/spire-support")])
    ),
    UpgradeCase(
      "UPG-3", "a probe on the port of the probe proxy", from: "2.8.8", to: "2.9.19",
      [namespace(), deployment(probes: [HTTPProbe(.liveness, port: 9001)]), service()] + both, .notReady(workloads: 1),
      safeUpTo: nil, told(.refused, "2.9.0", by: "probe-proxy", fixes: [anotherPort])
    ),
    UpgradeCase(
      "UPG-3", "a label that Kuma keeps for itself", from: "2.12.14", to: "2.13.10",
      [namespace(), deployment(labels: [KumaKey.workload: "shop"]), service()] + both, .notReady(workloads: 1),
      safeUpTo: nil,
      told(
        .refused, "2.13.0", by: "workload-label-refused",
        fixes: [.init(message: "remove kuma.io/workload", isHarmless: false)])
    ),
    UpgradeCase(
      "UPG-1", "a mesh that does not exist", from: "1.4.1", to: "1.5.5",
      [namespace(labels: [:]), injected(annotations: [KumaKey.mesh: "red"]), service(), mesh("default")],
      .notReady(workloads: 1), safeUpTo: nil,
      told(.dataplaneFails, "1.5.0", by: "dataplane-mesh", of: ["Pod demo/web-1"])
    ),
  ]

  private static func injected(annotations: StringMap) -> ClusterObject {
    var annotations = annotations
    annotations[KumaKey.sidecarInjected] = "true"
    return .kubernetes(
      .pod(
        .fixture(
          name: "web-1", namespace: "demo", labels: ["app": "web"], annotations: annotations,
          containers: [
            Container(name: "app", ports: [ContainerPort(name: "http", containerPort: 8080)]),
            Container(name: "kuma-sidecar"),
          ],
          statuses: [ContainerStatus(name: "app", isReady: true)])))
  }

  // MARK: Services

  private static let services: [UpgradeCase] = [
    UpgradeCase(
      "UPG-1", "a Service of type ExternalName beside another", from: "2.2.5", to: "2.2.9",
      [
        namespace(), deployment(), service(),
        service("old", port: ServicePort(port: 81, targetPort: 81), type: "ExternalName"),
      ] + both, .notReady(workloads: 1), safeUpTo: nil,
      told(.serviceGone, "2.2.6", by: "external-name")
    ),
    UpgradeCase(
      "UPG-1", "a Service of type ExternalName alone", from: "2.2.5", to: "2.2.9",
      [namespace(), deployment(), service(type: "ExternalName")] + both, .notReady(workloads: 1), safeUpTo: nil,
      told(.dataplaneFails, "2.2.6", by: "external-name")
    ),
    UpgradeCase(
      "UPG-1", "two Services of one port where tags are gone", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(), service(), service("web-too")] + both, .ready, safeUpTo: "3.0.0"
    ),
    UpgradeCase(
      "UPG-1", "two Services of one port in a mesh of MeshServices, and nobody names the one that goes", from: "2.10.11",
      to: "2.11.18", [namespace(), deployment(), service(), service("alias"), exclusive], .ready, safeUpTo: "2.11.18"
    ),
    UpgradeCase(
      "CMP-6", "two Services of one port in a mesh of MeshServices, and a policy of the one that goes", from: "2.10.11",
      to: "2.11.18",
      [
        namespace(), deployment(), service(), service("alias"), exclusive,
        policy(tag: "kuma.io/service", "web_demo_svc_80"),
      ], .notReady(workloads: 1), safeUpTo: nil,
      told(
        .selected, "2.11.0", by: "deduplication",
        policies: [#"MeshTimeout demo/slow spec.targetRef.tags["kuma.io/service"]"#]
      )
    ),
    UpgradeCase(
      "CMP-6", "two Services of one port in a mesh of MeshServices, and a policy of the one that stays", from: "2.10.11",
      to: "2.11.18",
      [
        namespace(), deployment(), service(), service("alias"), exclusive,
        policy(tag: "kuma.io/service", "alias_demo_svc_80"),
      ], .ready, safeUpTo: "2.11.18"
    ),
    UpgradeCase(
      "CMP-3", "two Services of one port in a mesh of MeshServices, and direct access to the one that goes", from: "2.10.11",
      to: "2.11.18",
      [
        namespace(), deployment(), service(), service("alias"), exclusive,
        deployment("api", annotations: [KumaKey.directAccessServices: "web_demo_svc_80"]),
      ], .notReady(workloads: 1), safeUpTo: nil,
      told(.directAccess, "2.11.0", by: "deduplication", of: ["Deployment demo/api"])
    ),
    UpgradeCase(
      "UPG-3", "a Service that says kafka in an annotation", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(), kafka] + both, .notReady(workloads: 1), safeUpTo: nil,
      told(
        .dataplaneFails, "3.0.0", by: "protocol-kafka-gone",
        fixes: [.init(message: "annotate the Services with the protocol tcp instead of kafka", isHarmless: false)])
    ),
    UpgradeCase(
      "UPG-1", "a gateway", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(annotations: [KumaKey.gateway: "enabled"]), service()] + both, .notReady(workloads: 1),
      safeUpTo: nil, told(.serviceGone, "3.0.0", by: "gateway-gone")
    ),
  ]

  private static let kafka = ClusterObject.kubernetes(
    .service(
      Service(
        metadata: ObjectMeta(name: "web", namespace: "demo", annotations: ["80.service.kuma.io/protocol": "kafka"]),
        clusterIP: "10.96.0.1", selector: ["app": "web"], ports: [ServicePort(port: 80, targetPort: "http")])))

  // MARK: What is reached

  private static let access: [UpgradeCase] = [
    UpgradeCase(
      "UPG-3", "a name of direct access", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(annotations: [KumaKey.directAccessServices: "db_demo_svc_5432"]), service()] + both,
      .notReady(workloads: 1), safeUpTo: nil,
      told(
        .directAccess, "3.0.0", by: "proxying-fields-gone", "direct-access-wildcard",
        fixes: [.init(message: "annotate the Pods kuma.io/direct-access-services=*", isHarmless: false)])
    ),
    UpgradeCase(
      "UPG-1", "direct access to everything", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(annotations: [KumaKey.directAccessServices: "*"]), service()] + both, .ready,
      safeUpTo: "3.0.0"
    ),
    UpgradeCase(
      "UPG-1", "reachable services cannot be translated", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(annotations: [KumaKey.reachableServices: "db_demo_svc_5432"]), service()] + both,
      .notReady(workloads: 1), safeUpTo: nil,
      told(.reach, "3.0.0", by: "reachable-services-gone")
    ),
    UpgradeCase(
      "UPG-1", "reachable services beside the backends that are listed instead", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(annotations: bothLists), service()] + both, .ready, safeUpTo: "3.0.0"
    ),
    UpgradeCase(
      "UPG-1", "the same since backends are not read", from: "2.8.8", to: "3.0.0",
      [namespace(), deployment(annotations: bothLists), service()] + both, .ready, safeUpTo: "3.0.0"
    ),
    UpgradeCase(
      "UPG-1", "reachable services beside an empty list of backends", from: "2.14.3", to: "3.0.0",
      [
        namespace(),
        deployment(annotations: [KumaKey.reachableServices: "db_demo_svc_5432", KumaKey.reachableBackends: "{}"]), service(),
      ] + both, .ready, safeUpTo: "3.0.0"
    ),
  ]

  private static let bothLists: StringMap = [
    KumaKey.reachableServices: "db_demo_svc_5432",
    KumaKey.reachableBackends: "refs: [{kind: MeshService, name: db, port: 5432}]",
  ]

  // MARK: Policies

  private static let selected: [UpgradeCase] = [
    UpgradeCase(
      "CMP-6", "a tag that every Dataplane loses and nobody selects by", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(labels: ["version": "v1"]), service()] + both, .ready, safeUpTo: "3.0.0"
    ),
    UpgradeCase(
      "CMP-6", "a tag that every Dataplane loses and a policy selects by", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(labels: ["version": "v1"]), service(), policy(tag: "version", "v1")] + both,
      .notReady(workloads: 1, objects: 1), safeUpTo: nil,
      told(
        .selected, "3.0.0", by: "inbound-tags-gone", policies: [#"MeshTimeout demo/slow spec.targetRef.tags.version"#])
    ),
    UpgradeCase(
      "CMP-6", "a tag of another value than a policy selects by", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(labels: ["version": "v1"]), service(), policy(tag: "version", "v2")] + both,
      .notReady(workloads: 0, objects: 1), safeUpTo: nil
    ),
    UpgradeCase(
      "CMP-6", "a tag that is added and a policy selects by", from: "2.5.11", to: "2.6.15",
      [namespace(), deployment(), service(), policy(tag: "kuma.io/zone", "default")] + both, .notReady(workloads: 1),
      safeUpTo: nil,
      told(
        .selected, "2.6.0", by: "default-zone", policies: [#"MeshTimeout demo/slow spec.targetRef.tags["kuma.io/zone"]"#])
    ),
    UpgradeCase(
      "CMP-6", "a tag that is added and a policy selects by with another value", from: "2.5.11", to: "2.6.15",
      [namespace(), deployment(), service(), policy(tag: "kuma.io/zone", "east")] + both, .ready, safeUpTo: "2.6.15"
    ),
    UpgradeCase(
      "CMP-6", "a tag that is added and a policy selects by, together with one that the Pod never has", from: "2.5.11",
      to: "2.6.15",
      [
        namespace(), deployment(), service(), policy(tag: "kuma.io/zone", "default", and: ["app": "other"]),
      ] + both, .ready, safeUpTo: "2.6.15"
    ),
    UpgradeCase(
      "CMP-6", "a tag that is added and a policy selects by, together with one that the Pod has", from: "2.5.11",
      to: "2.6.15",
      [namespace(), deployment(), service(), policy(tag: "kuma.io/zone", "default", and: ["app": "web"])] + both,
      .notReady(workloads: 1), safeUpTo: nil,
      told(
        .selected, "2.6.0", by: "default-zone", policies: [#"MeshTimeout demo/slow spec.targetRef.tags["kuma.io/zone"]"#])
    ),
    UpgradeCase(
      "CMP-6", "tags that every Dataplane loses, of which a policy selects by another value of one", from: "2.14.3",
      to: "3.0.0",
      [
        namespace(), deployment(labels: ["version": "v1"]), service(),
        policy(tag: "version", "v1", and: ["app": "other"]),
      ] + both, .notReady(workloads: 0, objects: 1), safeUpTo: nil
    ),
    UpgradeCase(
      "CMP-6", "a tag that is added, and clients of whatever service", from: "2.5.11", to: "2.6.15",
      [namespace(), deployment(), service(), policy(tag: "kuma.io/service", "*")] + both, .ready, safeUpTo: "2.6.15"
    ),
    UpgradeCase(
      "CMP-6", "a tag of a Node that nobody knows, and a policy selects by it", from: "2.6.15", to: "2.7.0",
      [namespace(), deployment(), service(), policy(tag: "topology.kubernetes.io/zone", "z1")] + both,
      knowing: withoutNodes, .cannotTell(needs: [.nodes]), safeUpTo: nil
    ),
    UpgradeCase(
      "CMP-6", "the same tag together with one that the Pod never has", from: "2.6.15", to: "2.7.0",
      [
        namespace(), deployment(), service(),
        policy(tag: "topology.kubernetes.io/zone", "z1", and: ["app": "other"]),
      ] + both, knowing: withoutNodes, .ready, safeUpTo: "2.7.0"
    ),
    UpgradeCase(
      "CMP-6", "a policy of another mesh", from: "2.14.3", to: "3.0.0",
      [
        namespace(), deployment(labels: ["version": "v1"]), service(), policy(tag: "version", "v1", in: "blue"),
      ] + both, .notReady(workloads: 0, objects: 1), safeUpTo: nil
    ),
  ]

  private static let withoutNodes = Completeness(known: Completeness.complete.known.subtracting([.nodes]))

  /// By a kind that 3.0 itself refuses, which is told of the policy.
  private static func policy(
    tag key: String, _ value: String, and others: [String: String] = [:], in mesh: String = "default"
  ) -> ClusterObject {
    let tags = others.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) } + [(key: key, value: value)]
    let fields = FieldValue.object([
      .init(
        key: "targetRef",
        value: .object([
          .init(key: "kind", value: .string("MeshSubset")),
          .init(key: "tags", value: .object(tags.map { .init(key: $0.key, value: .string(ExactString($0.value))) })),
        ]))
    ])
    return .resource(
      MeshResource(
        type: ObjectType(apiVersion: "kuma.io/v1alpha1", kind: "MeshTimeout"),
        metadata: ObjectMeta(name: "slow", namespace: "demo", labels: [KumaKey.mesh: mesh]), mesh: mesh, fields: fields))
  }

  // MARK: What could not be read

  /// All is there but an object, or those that a list left out.
  private static func lacking(_ kind: String, named name: String = "", of group: String = "kuma.io") -> Completeness {
    Completeness(
      known: Completeness.complete.known,
      unreadable: [ObjectReference(apiGroup: group, kind: kind, namespace: "", name: name)])
  }

  private static let reserved =
    [namespace(annotations: [key: "enabled"]), deployment(labels: ["kuma.io/team": "a"]), service()] + both

  private static let unread: [UpgradeCase] = [
    UpgradeCase(
      "CMP-6", "a label that is no tag any more, and no policy", from: "1.4.0", to: "1.4.1", reserved, .ready,
      safeUpTo: "1.4.1"
    ),
    UpgradeCase(
      "CMP-6", "a label that is no tag any more, and a list of policies that was cut off", from: "1.4.0", to: "1.4.1",
      reserved, knowing: lacking("TrafficPermission"), .cannotTell(needs: [.policies]), safeUpTo: nil
    ),
    UpgradeCase(
      "CMP-6", "a label that is no tag any more, and a policy that could not be read", from: "1.4.0", to: "1.4.1",
      reserved, knowing: lacking("TrafficPermission", named: "mesh-1"), .cannotTell(needs: [.policies]), safeUpTo: nil
    ),
    UpgradeCase(
      "CMP-6", "a label that is no tag any more, and a list of zone proxies that was cut off", from: "1.4.0", to: "1.4.1",
      reserved, knowing: lacking("ZoneIngress"), .ready, safeUpTo: "1.4.1"
    ),
    UpgradeCase(
      "CMP-6", "no tag that goes, and a list of policies that was cut off", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(), service()] + both, knowing: lacking("MeshTimeout"), .ready, safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "a list of a kind that is gone was cut off", from: "2.13.10", to: "3.0.0",
      [namespace(), deployment(), service()] + both, knowing: lacking("ZoneIngress"), .cannotTell(needs: [.policies]),
      safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "a list of quotas was cut off before the release that minds them", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(), service()] + both, knowing: lacking("ResourceQuota", of: ""),
      .cannotTell(needs: [.policies]), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a list of meshes was cut off", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(), service()] + both, knowing: lacking("Mesh"), .cannotTell(needs: [.meshes]), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a list of Deployments was cut off", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(), service()] + both, knowing: lacking("Deployment", of: "apps"),
      .cannotTell(needs: [.pods]), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "trouble that is known, and a list of policies that was cut off", from: "2.10.11", to: "2.11.18",
      [namespace(labels: [:]), deployment(labels: [key: "enabled"]), service()] + both, knowing: lacking("MeshTimeout"),
      .notReady(workloads: 1), safeUpTo: nil,
      told(
        .losesSidecar, "2.11.0", by: "webhook-namespace-label",
        fixes: [fix("label the Namespace \(key)=disabled, so that the label of its Pods is looked at")])
    ),
  ]

  // MARK: Verdicts

  private static let verdicts: [UpgradeCase] = [
    UpgradeCase(
      "UPG-1", "two troubles of one workload and one of another", from: "2.14.3", to: "3.0.0",
      [
        namespace(),
        deployment(annotations: [KumaKey.mesh: "blue", KumaKey.reachableServices: "db"]),
        deployment("api", annotations: [KumaKey.mesh: "blue"]), service(),
      ] + both, .notReady(workloads: 2), safeUpTo: nil,
      told(
        .otherMesh, "3.0.0", by: "mesh-annotation-gone", of: ["Deployment demo/api", "Deployment demo/web"],
        fixes: [fix("label the Pods kuma.io/mesh=blue")]),
      told(.reach, "3.0.0", by: "reachable-services-gone")
    ),
    UpgradeCase(
      "UPG-1", "a Namespace that is not in the input", from: "2.10.11", to: "2.11.18",
      [deployment(labels: [key: "enabled"])], knowing: Completeness(known: []),
      .cannotTell(needs: [.namespaces]), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a Namespace of which some releases refuse the Pods", from: "2.5.11", to: "2.6.15",
      [namespace(labels: [key: "yes"]), deployment(), service()] + both, .notReady(workloads: 1), safeUpTo: nil,
      told(.losesSidecar, "2.6.0", by: "webhook-catch-all")
    ),
    UpgradeCase(
      "UPG-1", "a Namespace that is not in the input, of which some releases may refuse the Pods", from: "2.5.11",
      to: "2.6.15", [deployment(), service()] + both, knowing: withoutNamespaces, .cannotTell(needs: [.namespaces]),
      safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a policy of a kind that is gone", from: "2.14.3", to: "3.0.0",
      [namespace(), deployment(), service(), mesh("default"), trafficLog], .notReady(workloads: 0, objects: 1),
      safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "the same policy before it is gone", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(), service(), mesh("default"), trafficLog], .ready, safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "nothing to look at", from: "2.10.11", to: "2.11.18", [namespace()], .cannotTell(needs: [.pods]),
      safeUpTo: nil
    ),
  ]

  private static let trafficLog = ClusterObject.resource(
    MeshResource(
      type: ObjectType(apiVersion: "kuma.io/v1alpha1", kind: "TrafficLog"), metadata: ObjectMeta(name: "all"),
      mesh: "default", fields: .object([])))

  // MARK: The history

  private static let history: [UpgradeCase] = [
    UpgradeCase(
      "UPG-2", "several steps, and a trouble that begins in the last", from: "2.8.0", to: "2.11.18",
      [namespace(labels: [:]), deployment(labels: [key: "enabled"]), service()] + both, .notReady(workloads: 1),
      safeUpTo: "2.10.11",
      told(
        .losesSidecar, "2.11.0", by: "webhook-namespace-label",
        fixes: [fix("label the Namespace \(key)=disabled, so that the label of its Pods is looked at")])
    ),
    UpgradeCase(
      "UPG-2", "a way that ends before the release that begins it", from: "2.8.0", to: "2.10.3",
      [namespace(labels: [:]), deployment(labels: [key: "enabled"]), service()] + both, .ready, safeUpTo: "2.10.3"
    ),
    UpgradeCase(
      "UPG-2", "an endpoint that names nothing crashes two releases only", from: "2.7.29", to: "2.8.8",
      [namespace(), injected(annotations: [:]), service(), selectorless, slice] + both, .ready, safeUpTo: "2.8.8",
      told(
        .dataplaneFails, "2.8.0", gone: "2.8.2", by: "selectorless-services",
        of: ["Pod demo/web-1"])
    ),
  ]

  // MARK: Notes

  private static let http = ContainerPort(name: "http", containerPort: 8080)
  private static let anotherPort = fix("annotate the Pods kuma.io/application-probe-proxy-port=9010")

  private static let noted: [UpgradeCase] = [
    UpgradeCase(
      "UPG-5", "a container on the port of the probe proxy", from: "2.8.8", to: "2.9.19",
      [namespace(), deployment(ports: [http, ContainerPort(containerPort: 9001)]), service()] + both,
      .notReady(workloads: 1), safeUpTo: nil, toRead: [], told(.portTaken, "2.9.0", fixes: [anotherPort])
    ),
    UpgradeCase(
      "UPG-5", "a container on the port of the probe proxy and on the one that the fix would take", from: "2.8.8",
      to: "2.9.19",
      [
        namespace(),
        deployment(ports: [http, ContainerPort(containerPort: 9001), ContainerPort(containerPort: 9010)]), service(),
      ] + both, .notReady(workloads: 1), safeUpTo: nil, told(.portTaken, "2.9.0")
    ),
    UpgradeCase(
      "UPG-5", "a container on the port of the probe proxy by UDP", from: "2.8.8", to: "2.9.19",
      [namespace(), deployment(ports: [http, ContainerPort(containerPort: 9001, transportProtocol: .udp)]), service()]
        + both,
      .ready, safeUpTo: "2.9.19", toRead: []
    ),
    UpgradeCase(
      "UPG-5", "a container on the port of the probe proxy, which the Pod puts elsewhere", from: "2.8.8", to: "2.9.19",
      [
        namespace(),
        deployment(
          annotations: [KumaKey.probeProxyPort: "9005"], ports: [http, ContainerPort(containerPort: 9001)]), service(),
      ] + both, .ready, safeUpTo: "2.9.19", toRead: []
    ),
    UpgradeCase(
      "UPG-5", "a container on the port where the Pod puts the probe proxy", from: "2.8.8", to: "2.9.19",
      [namespace(), deployment(annotations: [KumaKey.probeProxyPort: "8080"], ports: [http]), service()] + both,
      .notReady(workloads: 1), safeUpTo: nil, told(.portTaken, "2.9.0", fixes: [anotherPort])
    ),
    UpgradeCase(
      "UPG-5", "a container on that port without a sidecar", from: "2.8.8", to: "2.9.19",
      [namespace(labels: [:]), deployment(ports: [http, ContainerPort(containerPort: 9001)]), service()] + both, .ready,
      safeUpTo: "2.9.19", toRead: []
    ),
    UpgradeCase(
      "UPG-5", "no virtual probes, so no probe proxy before 2.13", from: "2.8.8", to: "2.13.10",
      [
        namespace(),
        deployment(annotations: [KumaKey.virtualProbes: "disabled"], ports: [http, ContainerPort(containerPort: 9001)]),
        service(), service("too", port: ServicePort(port: 81, targetPort: 9001)),
      ] + both, .notReady(workloads: 1), safeUpTo: "2.12.14", toRead: [], told(.portTaken, "2.13.0", fixes: [anotherPort])
    ),
    UpgradeCase(
      "UPG-5", "a gateway on the port of the probe proxy", from: "2.14.3", to: "3.0.0",
      [
        namespace(),
        deployment(annotations: [KumaKey.gateway: "enabled"], ports: [http, ContainerPort(containerPort: 9001)]), service(),
      ] + both, .notReady(workloads: 1), safeUpTo: nil, told(.portTaken, "3.0.0"),
      told(.serviceGone, "3.0.0", by: "gateway-gone")
    ),
    UpgradeCase(
      "UPG-5", "a container on the port of the readiness", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(ports: [http, ContainerPort(containerPort: 9902)]), service()] + both,
      .notReady(workloads: 1), safeUpTo: nil, toRead: [], told(.portTaken, "2.14.0")
    ),
    UpgradeCase(
      "UPG-5", "a port that no Service leads to", from: "2.12.14", to: "2.13.10",
      [namespace(), deployment(ports: [http, ContainerPort(containerPort: 9797)]), service()] + both, .ready,
      safeUpTo: "2.13.10", toRead: ["strict-inbound-ports"]
    ),
    UpgradeCase(
      "UPG-5", "a port that no Service leads to and Prometheus asks", from: "2.12.14", to: "2.13.10",
      [
        namespace(),
        deployment(
          annotations: ["prometheus.io/port": "9797"],
          ports: [http, ContainerPort(containerPort: 9797), ContainerPort(containerPort: 9999)]), service(),
      ] + both, .notReady(workloads: 1), safeUpTo: nil, toRead: ["strict-inbound-ports"], told(.portClosed, "2.13.0")
    ),
    UpgradeCase(
      "UPG-5", "the same port, and Prometheus is told not to ask", from: "2.12.14", to: "2.13.10",
      [
        namespace(),
        deployment(
          annotations: ["prometheus.io/port": "9797", "prometheus.io/scrape": "false"],
          ports: [http, ContainerPort(containerPort: 9797)]), service(),
      ] + both, .ready, safeUpTo: "2.13.10", toRead: ["strict-inbound-ports"]
    ),
    UpgradeCase(
      "UPG-5", "the same port, which the Pod has its proxy leave open", from: "2.12.14", to: "2.13.10",
      [
        namespace(),
        deployment(
          annotations: [
            "prometheus.io/port": "9797",
            "kuma.io/sidecar-env-vars": "A=b;KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED=false",
          ], ports: [http, ContainerPort(containerPort: 9797)]), service(),
      ] + both, .ready, safeUpTo: "2.13.10", toRead: []
    ),
    UpgradeCase(
      "UPG-5", "the same port, which a Service leads to", from: "2.12.14", to: "2.13.10",
      [
        namespace(),
        deployment(annotations: ["prometheus.io/port": "9797"], ports: [http, ContainerPort(containerPort: 9797)]),
        service(), service("metrics", port: ServicePort(port: 81, targetPort: 9797)),
      ] + both, .ready, safeUpTo: "2.13.10", toRead: []
    ),
    UpgradeCase(
      "UPG-5", "what is deprecated and works", from: "2.4.0", to: "2.5.11",
      [
        namespace(),
        deployment(annotations: ["traffic.kuma.io/exclude-outbound-tcp-ports-for-uids": "1"]), service(),
      ] + both, .ready, safeUpTo: "2.5.11", toRead: []
    ),
    UpgradeCase(
      "UPG-5", "the same where it does not work any more, on a longer way", from: "2.8.8", to: "2.10.11",
      [
        namespace(),
        deployment(annotations: ["traffic.kuma.io/exclude-outbound-tcp-ports-for-uids": "1"]), service(),
      ] + both, .ready, safeUpTo: "2.10.11", toRead: ["exclusions-gone"]
    ),
  ]

  /// Namespaces that are not in the input are somewhere else.
  private static let withoutNamespaces = Completeness(known: Completeness.complete.known.subtracting([.namespaces]))
  private static let withoutMeshes = Completeness(known: Completeness.complete.known.subtracting([.meshes]))

  private static let notedOfUnknown: [UpgradeCase] = [
    UpgradeCase(
      "UPG-5", "a container on the port of the readiness, and nobody knows whether it is injected", from: "2.13.10",
      to: "2.14.3", [deployment(ports: [http, ContainerPort(containerPort: 9902)]), service()] + both,
      knowing: withoutNamespaces, .cannotTell(needs: [.namespaces]), safeUpTo: nil, toRead: []
    ),
    UpgradeCase(
      "UPG-5", "the same in a Pod that wants no sidecar", from: "2.13.10", to: "2.14.3",
      [deployment(labels: [key: "disabled"], ports: [http, ContainerPort(containerPort: 9902)]), service()] + both,
      knowing: withoutNamespaces, .ready, safeUpTo: "2.14.3", toRead: []
    ),
    UpgradeCase(
      "UPG-5", "a container on the port of the readiness, and nobody knows whether its mesh exists", from: "2.13.10",
      to: "2.14.3",
      [
        namespace(),
        deployment(annotations: [KumaKey.mesh: "blue"], ports: [http, ContainerPort(containerPort: 9902)]), service(),
      ], knowing: withoutMeshes, .cannotTell(needs: [.meshes]), safeUpTo: nil, toRead: []
    ),
    UpgradeCase(
      "UPG-5", "a container on the port of the probe proxy, and nobody knows whether it is injected", from: "2.8.8",
      to: "2.9.19", [deployment(ports: [http, ContainerPort(containerPort: 9001)]), service()] + both,
      knowing: withoutNamespaces, .cannotTell(needs: [.namespaces]), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-5", "a port that Prometheus asks, and nobody knows whether it is injected", from: "2.12.14", to: "2.13.10",
      [
        deployment(annotations: ["prometheus.io/port": "9797"], ports: [http, ContainerPort(containerPort: 9797)]),
        service(),
      ]
        + both, knowing: withoutNamespaces, .cannotTell(needs: [.namespaces]), safeUpTo: nil, toRead: []
    ),
    UpgradeCase(
      "UPG-5", "a port that no Service leads to, and nobody knows whether it is injected", from: "2.12.14", to: "2.13.10",
      [deployment(ports: [http, ContainerPort(containerPort: 9797)]), service()] + both, knowing: withoutNamespaces, .ready,
      safeUpTo: "2.13.10", toRead: ["strict-inbound-ports"]
    ),
    UpgradeCase(
      "UPG-3", "an annotation of the Namespace names the only mesh", from: "2.14.3", to: "3.0.0",
      [namespace(annotations: [KumaKey.mesh: "blue"]), deployment(), service(), mesh("blue")], knowing: withoutNodes,
      .notReady(workloads: 1), safeUpTo: nil,
      told(.refused, "3.0.0", by: "mesh-annotation-gone", fixes: [fix("label the Namespace kuma.io/mesh=blue")])
    ),
    UpgradeCase(
      "UPG-1", "a mesh that is not among those of the input, before and after", from: "2.14.3", to: "3.0.0",
      [namespace(labels: [key: "enabled", KumaKey.mesh: "red"]), deployment(), service(), mesh("blue")],
      knowing: withoutNodes, .cannotTell(needs: [.meshes]), safeUpTo: nil
    ),
  ]

  // MARK: Quotas

  private static let quotas: [UpgradeCase] = [
    UpgradeCase(
      "UPG-1", "a quota of the CPU, and the Namespace asks for sidecars", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(), service(), quota] + both, .notReady(workloads: 0, objects: 1), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a quota of the CPU, and the Pod asks", from: "2.13.10", to: "2.14.3",
      [namespace(labels: [key: "disabled"]), deployment(labels: [key: "enabled"]), service(), quota] + both,
      .notReady(workloads: 0, objects: 1), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a quota of the CPU, and nothing is injected", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(labels: [key: "disabled"]), service(), quota] + both, .ready, safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "a quota of the CPU beside a default", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(), service(), quota, limits] + both, .ready, safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "a quota of the CPU in another namespace", from: "2.13.10", to: "2.14.3",
      [namespace(), deployment(in: "other"), namespace("other"), namespace("demo", labels: [:]), quota] + both, .ready,
      safeUpTo: "2.14.3"
    ),
    UpgradeCase(
      "UPG-1", "a quota of the CPU, and nobody knows whether anything is injected", from: "2.13.10", to: "2.14.3",
      [deployment(), service(), quota] + both, knowing: withoutNamespaces, .cannotTell(needs: [.namespaces]), safeUpTo: nil
    ),
    UpgradeCase(
      "UPG-1", "a quota of the CPU before the limit is gone", from: "2.12.14", to: "2.13.10",
      [namespace(), deployment(), service(), quota] + both, .ready, safeUpTo: "2.13.10"
    ),
  ]

  private static func ofNamespace(_ kind: String, _ fields: FieldValue) -> ClusterObject {
    .resource(
      MeshResource(
        type: ObjectType(apiVersion: "v1", kind: kind), metadata: ObjectMeta(name: "limits", namespace: "demo"), mesh: "",
        fields: fields))
  }

  private static func object(_ key: String, _ value: FieldValue) -> FieldValue {
    .object([.init(key: key, value: value)])
  }

  private static let quota = ofNamespace("ResourceQuota", object("hard", object("limits.cpu", .string("4"))))
  private static let limits = ofNamespace(
    "LimitRange",
    object(
      "limits",
      .list([
        .object([
          .init(key: "default", value: object("cpu", .string("1"))), .init(key: "type", value: .string("Container")),
        ])
      ])))

  private static let selectorless = ClusterObject.kubernetes(
    .service(
      Service(
        metadata: ObjectMeta(name: "bare", namespace: "demo"), clusterIP: "10.96.0.9", selector: [:],
        ports: [ServicePort(port: 81, targetPort: 81)])))

  private static let slice = ClusterObject.kubernetes(
    .endpointSlice(
      EndpointSlice(
        metadata: ObjectMeta(name: "bare-1", namespace: "demo", labels: [EndpointSlice.serviceNameLabel: "bare"]),
        endpoints: [EndpointSlice.Endpoint(targetRef: nil)])))
}

@Suite("Upgrades")
struct UpgradeTests {
  @Test(arguments: UpgradeTable.cases)
  func way(_ row: UpgradeCase) throws {
    let path = try path(row, row.objects)
    #expect(path.verdict == row.verdict)
    #expect(path.safeUpTo?.description == row.safeUpTo)
    #expect(path.steps.flatMap(\.troubles).map(told) == row.expected)
    if let toRead = row.toRead { #expect(path.notesToRead.map(\.id) == toRead) }
  }

  @Test(arguments: UpgradeTable.cases)
  func theOrderOfObjectsChangesNothing(_ row: UpgradeCase) throws {
    #expect(try path(row, row.objects.reversed()) == path(row, row.objects))
  }

  /// Once the edits of a fix are made, the next run does not tell the trouble.
  @Test(arguments: UpgradeTable.cases)
  func aFixDoesAwayWithItsTrouble(_ row: UpgradeCase) throws {
    for trouble in try path(row, row.objects).steps.flatMap(\.troubles) {
      for fix in trouble.fixes {
        let edited = try #require(try cluster(row, row.objects).applying(fix.fix.edits))
        let (old, new) = try (KumaRelease(parsing: row.old), KumaRelease(parsing: row.new))
        let after = UpgradePath(of: edited, from: old, to: new)
        let left = after.steps.flatMap(\.troubles).filter { $0.effect == trouble.effect }.flatMap(\.workloads)
        let helped = Set(fix.workloads)
        #expect(!left.contains { helped.contains($0.subject) }, "\(fix.fix.message)")
      }
    }
  }

  private func cluster(_ row: UpgradeCase, _ objects: [ClusterObject]) throws -> Cluster {
    Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: row.old)), completeness: row.completeness)
  }

  private func path(_ row: UpgradeCase, _ objects: [ClusterObject]) throws -> UpgradePath {
    let (old, new) = try (KumaRelease(parsing: row.old), KumaRelease(parsing: row.new))
    return UpgradePath(of: try cluster(row, objects), from: old, to: new)
  }

  private func told(_ trouble: Trouble) -> UpgradeCase.Told {
    .init(
      effect: trouble.effect,
      first: "\(trouble.first)",
      gone: trouble.gone?.description,
      causes: trouble.causes.map(\.id),
      workloads: trouble.workloads.map(\.subject.phrase),
      fixes: trouble.fixes.map { .init(message: $0.fix.message, isHarmless: $0.isHarmlessNow) },
      policies: trouble.workloads.flatMap(\.selectedBy).map(\.phrase)
    )
  }
}
