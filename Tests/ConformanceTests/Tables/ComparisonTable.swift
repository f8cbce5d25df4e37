import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What changes for some objects between two releases, and which rows of the history cause it.
struct ComparisonCase: SpecificationCase {
  let statement: String
  let title: String
  let old: String
  let new: String
  let objects: [ClusterObject]
  let settings: SettingsChange?
  let expected: [Told]

  var rules: RulesName { RulesName(stringLiteral: new) }

  /// One difference of a Pod with what causes it.
  struct Told: Hashable, Sendable {
    let pod: String
    let difference: ToldDifference
    let causes: [String]
  }

  init(
    _ statement: String,
    _ title: String,
    from old: String,
    to new: String,
    _ pods: Pod...,
    in namespaces: [Namespace] = [.fixture()],
    services: [Service] = [],
    nodes: [Node] = [],
    replicaSets: [ReplicaSet] = [],
    meshes: [Mesh] = [],
    settings: SettingsChange? = nil,
    expect expected: [Told]
  ) {
    self.statement = statement
    self.title = title
    self.old = old
    self.new = new
    let objects: [KubernetesObject] =
      namespaces.map(KubernetesObject.namespace) + pods.map(KubernetesObject.pod) + services.map(KubernetesObject.service)
      + nodes.map(KubernetesObject.node) + replicaSets.map(KubernetesObject.replicaSet)
    self.objects = objects.map(ClusterObject.kubernetes) + meshes.map(ClusterObject.mesh)
    self.settings = settings
    self.expected = expected
  }
}

enum ComparisonTable {
  static let cases =
    sidecars + refusals + outcomes + withoutSidecar + tags + fields + inbounds + names + nothing + together + backwards
    + directAccess
    + announced

  private static let key = KumaKey.sidecarInjection

  /// For what the controller does, whatever webhooks make of it.
  private static let admissionLeftOut: SettingsChange = { $0.admission = .leftOut }

  /// A difference of the Pod `demo/web-1`, unless another is named.
  private static func told(
    _ difference: ToldDifference,
    of pod: String = "demo/web-1",
    by causes: String...
  ) -> ComparisonCase.Told {
    .init(pod: pod, difference: difference, causes: causes)
  }

  /// A Pod that nobody has injected yet.
  private static func fresh(
    namespace: String = "demo",
    labels: StringMap = [:],
    annotations: StringMap = [:],
    containers: [Container] = [Container(name: "app")]
  ) -> Pod {
    .fixture(namespace: namespace, labels: labels, annotations: annotations, containers: containers)
  }

  /// A Pod that runs with a sidecar; without the annotations of transparent proxying.
  private static func running(
    _ name: String = "web-1",
    in namespace: String = "demo",
    labels: StringMap = ["app": "web"],
    annotations: StringMap = [:],
    owner: OwnerReference? = nil,
    container: Container = Container(name: "app"),
    nodeName: String = "",
    serviceAccountName: String = "",
    phase: String = "Running",
    reason: String = "",
    statuses: [ContainerStatus] = []
  ) -> Pod {
    var annotations = annotations
    annotations[KumaKey.sidecarInjected] = "true"
    return .fixture(
      name: name,
      namespace: namespace,
      uid: "uid-of-\(name)",
      labels: labels,
      annotations: annotations,
      owners: owner.map { [$0] } ?? [],
      containers: [container, Container(name: "kuma-sidecar")],
      nodeName: nodeName,
      serviceAccountName: serviceAccountName,
      phase: phase,
      reason: reason,
      statuses: statuses
    )
  }

  private static let labelled = Namespace.fixture(labels: [key: "enabled"])

  private static let isOn = LabelSelector.Requirement.isIn(key: key, values: ["enabled"])
  private static let isOnOrTrue = LabelSelector.Requirement.isIn(key: key, values: ["enabled", "true"])

  // MARK: Sidecars

  private static let sidecars: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "an annotation of the Pod no longer asks for a sidecar", from: "2.1.7", to: "2.2.0",
      fresh(annotations: [key: "enabled"]),
      expect: [told(.losesSidecar(.skip(.notRequested)), by: "injection-labels-only")]
    ),
    ComparisonCase(
      "CMP-1", "an annotation of the Namespace no longer asks for a sidecar", from: "2.1.7", to: "2.2.0", fresh(),
      in: [.fixture(annotations: [key: "enabled"])],
      expect: [told(.losesSidecar(.skip(.notRequested)), by: "injection-labels-only")]
    ),
    ComparisonCase(
      "CMP-1", "an annotation of the Pod no longer opts out", from: "2.1.7", to: "2.2.0",
      fresh(annotations: [key: "disabled"]), in: [labelled],
      expect: [told(.gainsSidecar(.inject(.namespaceLabel)), by: "injection-labels-only")]
    ),
    ComparisonCase(
      "CMP-1", "a Pod labelled true is no longer asked about", from: "2.5.11", to: "2.6.0", fresh(labels: [key: "true"]),
      expect: [
        told(
          .losesSidecar(
            .notCalled([
              .init("namespace-kuma-injector", .namespaceLabels(isOnOrTrue, found: nil)),
              .init("pods-kuma-injector", .podLabels(isOn, found: "true")),
            ])
          ),
          by: "webhook-catch-all"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a Pod that runs keeps its Dataplane and would lose its sidecar", from: "2.5.11", to: "2.6.0",
      running(labels: ["app": "web", key: "true"]), services: [.fixture()],
      expect: [
        told(
          .losesSidecar(
            .notCalled([
              .init("namespace-kuma-injector", .namespaceLabels(isOnOrTrue, found: nil)),
              .init("pods-kuma-injector", .podLabels(isOn, found: "true")),
            ])
          ),
          by: "webhook-catch-all"
        ),
        told(tag("kuma.io/zone", nil, "default"), by: "default-zone"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "a labelled Pod is not asked about where its Namespace has no label", from: "2.10.11", to: "2.11.0",
      fresh(labels: [key: "enabled"]),
      expect: [
        told(
          .losesSidecar(
            .notCalled([
              .init("namespace-kuma-injector", .namespaceLabels(isOnOrTrue, found: nil)),
              .init("pods-kuma-injector", .namespaceLabels(.exists(key: key), found: nil)),
            ])
          ),
          by: "webhook-namespace-label"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "nothing changes where the selectors are one's own", from: "2.10.11", to: "2.11.0",
      fresh(labels: [key: "enabled"]),
      settings: {
        $0.webhookGate = .own
        $0.admission = .leftOut
      },
      expect: []
    ),
    ComparisonCase(
      "CMP-1", "a zone proxy of the control plane's namespace gains a sidecar", from: "2.13.10", to: "2.14.0",
      fresh(
        namespace: "kuma-system",
        labels: [key: "enabled", KumaKey.mesh: "default", KumaKey.zoneProxyType: "ingress"]
      ),
      in: [.fixture(name: "kuma-system")],
      expect: [told(.gainsSidecar(.inject(.podLabel)), of: "kuma-system/web-1", by: "webhook-zone-proxy")]
    ),
  ]

  private static let refusals: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "a container that runs as the sidecar's user is refused", from: "2.2.9", to: "2.3.0",
      fresh(labels: [key: "enabled"], containers: [Container(name: "app", runAsUser: 5678)]),
      expect: [
        told(.losesSidecar(.reject(.sidecarUserInUse(containers: ["app"], user: 5678))), by: "sidecar-user")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a switch that was refused switches off", from: "2.6.15", to: "2.7.0", fresh(labels: [key: "no"]),
      in: [labelled],
      expect: [
        told(
          .injection(
            old: .reject(.unreadableSwitch(Evidence(.podLabel, key: key, value: "no"))),
            new: .skip(.optedOut(Evidence(.podLabel, key: key, value: "no")))
          ),
          by: "switch-yes-no"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a switch that was refused switches on", from: "2.6.15", to: "2.7.0", fresh(labels: [key: "yes"]),
      in: [labelled],
      expect: [told(.gainsSidecar(.inject(.podLabel, "yes")), by: "switch-yes-no")]
    ),
    ComparisonCase(
      "CMP-1", "a switch that is not asked about is refused no more", from: "2.5.11", to: "2.6.0",
      fresh(labels: [key: "on"]),
      expect: [
        told(
          .injection(
            old: .reject(.unreadableSwitch(Evidence(.podLabel, key: key, value: "on"))),
            new: .notCalled([
              .init("namespace-kuma-injector", .namespaceLabels(isOnOrTrue, found: nil)),
              .init("pods-kuma-injector", .podLabels(isOn, found: "on")),
            ])
          ),
          by: "webhook-catch-all"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a Pod is refused for another reason", from: "2.2.9", to: "2.3.0",
      fresh(
        labels: [key: "enabled"],
        annotations: [KumaKey.adminPort: "admin"],
        containers: [Container(name: "app", runAsUser: 5678)]
      ),
      expect: [
        told(
          .injection(
            old: .reject(.unreadableAdminPort(Evidence(.podAnnotation, key: KumaKey.adminPort, value: "admin"))),
            new: .reject(.sidecarUserInUse(containers: ["app"], user: 5678))
          ),
          by: "sidecar-user"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a Pod that is refused alike", from: "2.7.0", to: "2.8.0", fresh(labels: [key: "on"]), in: [labelled],
      expect: []
    ),
  ]

  // MARK: Outcomes

  private static let byAbsentName = Service.fixture(ports: [ServicePort(port: 80, targetPort: "absent")])

  private static let outcomes: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "a Pod whose Services give no inbound no longer fails", from: "2.7.29", to: "2.8.0", running(),
      services: [byAbsentName],
      expect: [
        told(.outcome(old: .fail(.noMatchingContainerPort(services: ["web"])), new: .apply), by: "no-port-placeholder")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a gateway whose annotation says true fails", from: "1.7.6", to: "1.8.0",
      running(annotations: [KumaKey.gateway: "true"]), services: [.fixture()],
      expect: [
        told(
          .outcome(
            old: .apply,
            new: .fail(.invalidGatewayType(Evidence(.podAnnotation, key: KumaKey.gateway, value: "true")))
          ),
          by: "gateway-provided"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a provided gateway no longer fails", from: "1.7.6", to: "1.8.0",
      running(annotations: [KumaKey.gateway: "provided"]), services: [.fixture()],
      expect: [
        told(
          .outcome(
            old: .fail(.unreadableSwitch(Evidence(.podAnnotation, key: KumaKey.gateway, value: "provided"))),
            new: .apply
          ),
          by: "gateway-provided"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a gateway fails for another reason", from: "1.7.6", to: "1.8.0",
      running(annotations: [KumaKey.gateway: "maybe"]), services: [.fixture()],
      expect: [
        told(
          .outcome(
            old: .fail(.unreadableSwitch(Evidence(.podAnnotation, key: KumaKey.gateway, value: "maybe"))),
            new: .fail(.invalidGatewayType(Evidence(.podAnnotation, key: KumaKey.gateway, value: "maybe")))
          ),
          by: "gateway-provided"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a Pod whose mesh does not exist fails", from: "2.10.11", to: "2.11.0", running(),
      services: [.fixture()], meshes: [Mesh(name: "payments")],
      settings: admissionLeftOut,
      expect: [told(.outcome(old: .apply, new: .fail(.meshNotFound("default"))), by: "mesh-required")]
    ),
    ComparisonCase(
      "CMP-1", "a Pod whose ReplicaSet is not in the input fails", from: "2.0.8", to: "2.1.0",
      running("web-5c6d-x7k2p", owner: OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-5c6d")),
      expect: [
        told(
          .outcome(
            old: .apply,
            new: .fail(.ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: "demo", name: "web-5c6d")))
          ),
          of: "demo/web-5c6d-x7k2p",
          by: "owner-name"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "the Dataplane of a Pod that succeeded is deleted", from: "1.6.1", to: "1.6.2",
      running(phase: "Succeeded", statuses: [ContainerStatus(name: "app", isReady: false, isTerminated: true)]),
      expect: [told(.outcome(old: .leave(.podFinished), new: .delete(.podSucceeded)), by: "delete-finished")]
    ),
    ComparisonCase(
      "CMP-1", "the Dataplane of an evicted Pod is deleted", from: "2.1.7", to: "2.2.0",
      running(phase: "Failed", reason: "Evicted"),
      expect: [told(.outcome(old: .apply, new: .delete(.podEvicted)), by: "delete-evicted")]
    ),
    ComparisonCase(
      "CMP-1", "a Pod of a Namespace that is being deleted is left alone", from: "2.6.15", to: "2.7.0", running(),
      in: [.fixture(phase: "Terminating")],
      expect: [told(.outcome(old: .apply, new: .leave(.namespaceTerminating)), by: "terminating-namespace")]
    ),
    ComparisonCase(
      "CMP-1", "a builtin gateway is one", from: "1.4.1", to: "1.5.0", running(annotations: [KumaKey.gateway: "builtin"]),
      expect: [
        told(
          .outcome(
            old: .fail(.unreadableSwitch(Evidence(.podAnnotation, key: KumaKey.gateway, value: "builtin"))),
            new: .fail(.missingGatewayTags(key: "kuma.io/tags"))
          ),
          by: "gateway-builtin"
        )
      ]
    ),
  ]

  // MARK: Proxies without a sidecar

  /// A proxy of a zone, as the chart runs it: nothing injects it.
  private static func zoneProxy(_ key: String, _ value: String = "enabled", in namespace: String = "kuma-system") -> Pod {
    fresh(namespace: namespace, labels: ["app": "web"], annotations: [key: value])
  }

  /// A builtin gateway, as a MeshGatewayInstance runs it.
  private static let builtin = fresh(
    labels: ["app": "web", key: "disabled"],
    annotations: [KumaKey.gateway: "builtin", "kuma.io/tags": #"{"kuma.io/service":"edge"}"#])

  private static let system = Namespace.fixture(name: "kuma-system", labels: [key: "false"])
  private static let ofSystem = Service.fixture(namespace: "kuma-system")

  private static func vanishes(of pod: String = "kuma-system/web-1", by row: String) -> [ComparisonCase.Told] {
    [told(.outcome(old: .apply, new: .leave(.willNotBeInjected)), of: pod, by: row)]
  }

  private static let withoutSidecar: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "a zone ingress is a Pod like others", from: RulesName.newest.text, to: "3.0.0",
      zoneProxy(KumaKey.ingress), in: [system], services: [ofSystem], expect: vanishes(by: "zone-proxies-gone")
    ),
    ComparisonCase(
      "CMP-1", "a zone egress is a Pod like others", from: RulesName.newest.text, to: "3.0.0", zoneProxy(KumaKey.egress),
      in: [system], services: [ofSystem], expect: vanishes(by: "zone-proxies-gone")
    ),
    ComparisonCase(
      "CMP-1", "what is no zone ingress", from: RulesName.newest.text, to: "3.0.0",
      zoneProxy(KumaKey.ingress, "disabled"), in: [system], services: [ofSystem], expect: []
    ),
    ComparisonCase(
      "CMP-1", "a zone ingress before it goes", from: "2.13.10", to: RulesName.newest.text, zoneProxy(KumaKey.ingress),
      in: [system], services: [ofSystem], expect: []
    ),
    ComparisonCase(
      "CMP-1", "a zone ingress outside the namespace of the control plane no longer fails", from: RulesName.newest.text,
      to: "3.0.0", zoneProxy(KumaKey.ingress, in: "demo"),
      expect: [
        told(
          .outcome(
            old: .fail(
              .zoneProxyOutsideSystemNamespace(
                Evidence(.podAnnotation, key: KumaKey.ingress, value: "enabled"), systemNamespace: "kuma-system")),
            new: .leave(.willNotBeInjected)),
          by: "zone-proxies-gone")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a zone egress is one", from: "1.4.1", to: "1.5.0", zoneProxy(KumaKey.egress), in: [system],
      services: [ofSystem],
      expect: [
        told(.outcome(old: .leave(.willNotBeInjected), new: .apply), of: "kuma-system/web-1", by: "zone-egress")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a builtin gateway without a sidecar is a Pod like others", from: RulesName.newest.text, to: "3.0.0",
      builtin, in: [labelled], services: [.fixture()], expect: vanishes(of: "demo/web-1", by: "gateway-builtin-gone")
    ),
    ComparisonCase(
      "CMP-1", "a builtin gateway without a sidecar before it goes", from: "2.13.10", to: RulesName.newest.text, builtin,
      in: [labelled], services: [.fixture()], expect: []
    ),
    ComparisonCase(
      "CMP-1", "a builtin gateway without a sidecar is one", from: "1.4.1", to: "1.5.0", builtin, in: [labelled],
      services: [.fixture()],
      expect: [told(.outcome(old: .leave(.willNotBeInjected), new: .apply), by: "gateway-builtin")]
    ),
  ]

  // MARK: Tags

  private static let zone = "topology.kubernetes.io/zone"
  private static let region = "topology.kubernetes.io/region"
  private static let hostname = "kubernetes.io/hostname"

  private static let node = Node(
    metadata: ObjectMeta(name: "node-a", labels: [zone: "eu-1a", region: "eu-1", hostname: "node-a.local"])
  )

  /// A tag of the inbound of the Service `web` on port 8080.
  private static func tag(_ name: String, _ old: ExactString?, _ new: ExactString?) -> ToldDifference {
    .field("networking.inbound[web_demo_svc_80:8080].tags[\"\(name)\"]", old: old, new: new)
  }

  private static func withProtocol(_ appProtocol: String, annotated: String? = nil) -> Service {
    .fixture(
      annotations: annotated.map { ["80.service.kuma.io/protocol": $0] } ?? [:],
      ports: [ServicePort(appProtocol: appProtocol, port: 80, targetPort: 8080)]
    )
  }

  private static let tags: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "labels of the Node become tags", from: "2.6.15", to: "2.7.0", running(nodeName: "node-a"),
      services: [.fixture()], nodes: [node],
      expect: [told(tag(region, nil, "eu-1"), by: "node-labels"), told(tag(zone, nil, "eu-1a"), by: "node-labels")]
    ),
    ComparisonCase(
      "CMP-1", "a label of the Node replaces a label of the Pod", from: "2.6.15", to: "2.7.0",
      running(labels: ["app": "web", zone: "mine", region: "eu-1"], nodeName: "node-a"), services: [.fixture()],
      nodes: [node],
      expect: [told(tag(zone, "mine", "eu-1a"), by: "node-labels")]
    ),
    ComparisonCase(
      "CMP-1", "the hostname becomes a tag", from: "2.7.29", to: "2.8.0", running(nodeName: "node-a"),
      services: [.fixture()], nodes: [node],
      expect: [told(tag(hostname, nil, "node-a.local"), by: "node-labels-hostname")]
    ),
    ComparisonCase(
      "CMP-1", "configured labels of the Node become tags", from: "2.6.15", to: "2.7.0", running(nodeName: "node-a"),
      services: [.fixture()], nodes: [node], settings: { $0.nodeLabels = [hostname] },
      expect: [told(tag(hostname, nil, "node-a.local"), by: "node-labels")]
    ),
    ComparisonCase(
      "CMP-1", "no labels of the Node are configured", from: "2.6.15", to: "2.9.4", running(nodeName: "node-a"),
      services: [.fixture()], nodes: [node],
      settings: {
        $0.nodeLabels = []
        $0.admission = .leftOut
      },
      expect: []
    ),
    ComparisonCase(
      "CMP-1", "a Node that is not in the input makes the Pod fail", from: "2.6.15", to: "2.7.0",
      running(nodeName: "node-b"), services: [.fixture()], nodes: [node],
      expect: [told(.outcome(old: .apply, new: .fail(.nodeNotFound("node-b"))), by: "node-labels")]
    ),
    ComparisonCase(
      "CMP-1", "a protocol that Kuma does not know gives way to the annotation", from: "2.3.7", to: "2.4.0", running(),
      services: [withProtocol("redis", annotated: "grpc")],
      expect: [
        told(
          .outcome(
            old: .fail(
              .dataplaneRefused(
                .invalid([
                  ValidationProblem(
                    path: "networking.inbound[0].tags[\"kuma.io/protocol\"]",
                    kind: .unknownProtocol("redis", known: ["grpc", "http", "http2", "kafka", "tcp"])
                  )
                ])
              )
            ),
            new: .apply
          ), by: "app-protocol-known")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a protocol that Kuma does not know gives way to tcp", from: "2.3.7", to: "2.4.0", running(),
      services: [withProtocol("redis")],
      settings: admissionLeftOut, expect: [told(tag(KumaKey.protocolTag, "redis", "tcp"), by: "app-protocol-known")]
    ),
    ComparisonCase(
      "CMP-1", "the protocol comes in lower case", from: "1.6.5", to: "1.7.0", running(),
      services: [withProtocol("HTTP")],
      expect: [told(tag(KumaKey.protocolTag, "HTTP", "http"), by: "protocol-lowercase")]
    ),
    ComparisonCase(
      "CMP-1", "a reserved label is no tag and the Kubernetes objects are", from: "1.4.0", to: "1.4.1",
      running(labels: ["app": "web", "x.kuma.io/y": "1"]), services: [.fixture()],
      expect: [
        told(tag("x.kuma.io/y", "1", nil), by: "reserved-labels"),
        told(tag("k8s.kuma.io/namespace", nil, "demo"), by: "kubernetes-tags"),
        told(tag("k8s.kuma.io/service-name", nil, "web"), by: "kubernetes-tags"),
        told(tag("k8s.kuma.io/service-port", nil, "80"), by: "kubernetes-tags"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "a gateway's protocol is left out", from: "1.5.5", to: "1.6.0",
      running(annotations: [KumaKey.gateway: "enabled"]), services: [withProtocol("http")],
      settings: admissionLeftOut,
      expect: [
        told(.field("networking.gateway.tags[\"kuma.io/protocol\"]", old: "http", new: nil), by: "gateway-protocol")
      ]
    ),
  ]

  // MARK: Other fields

  private static let fields: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "labels of the Dataplane", from: "2.9.19", to: "2.10.0", running(), services: [.fixture()],
      expect: [
        told(.field("metadata.labels[\"app\"]", old: nil, new: "web"), by: "dataplane-labels"),
        told(.field("metadata.labels[\"kuma.io/proxy-type\"]", old: nil, new: "sidecar"), by: "proxy-type-label"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "labels that a webhook gives the Dataplane", from: "2.8.8", to: "2.9.0", running(),
      settings: { $0.zone = "east" },
      expect: [
        told(.field("metadata.labels[\"k8s.kuma.io/namespace\"]", old: nil, new: "demo"), by: "dataplane-defaulting"),
        told(.field("metadata.labels[\"kuma.io/env\"]", old: nil, new: "kubernetes"), by: "dataplane-defaulting"),
        told(.field("metadata.labels[\"kuma.io/mesh\"]", old: nil, new: "default"), by: "dataplane-defaulting"),
        told(.field("metadata.labels[\"kuma.io/origin\"]", old: nil, new: "zone"), by: "dataplane-defaulting"),
        told(.field("metadata.labels[\"kuma.io/zone\"]", old: nil, new: "east"), by: "dataplane-defaulting"),
        told(.field("metadata.annotations[\"kuma.io/display-name\"]", old: nil, new: "web-1"), by: "dataplane-defaulting"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "a service account that is annotated", from: "2.11.18", to: "2.12.0", running(serviceAccountName: "shop"),
      in: [labelled], services: [.fixture()],
      expect: [
        told(
          .field("metadata.annotations[\"k8s.kuma.io/service-account\"]", old: nil, new: "shop"),
          by: "service-account-label")
      ]
    ),
    ComparisonCase(
      "CMP-1", "the webhooks are no longer asked about a Namespace without the label", from: "2.10.11", to: "2.11.0",
      running(), services: [.fixture()],
      expect: [
        told(
          .field("metadata.annotations[\"kuma.io/display-name\"]", old: "web-1", new: nil), by: "webhook-namespace-label")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a mesh that does not exist was refused before the controller looked", from: "2.10.11", to: "2.11.0",
      running(), services: [.fixture()], meshes: [Mesh(name: "payments")], expect: []
    ),
    ComparisonCase(
      "CMP-1", "a label of the service account", from: "2.11.18", to: "2.12.0", running(serviceAccountName: "shop"),
      services: [.fixture()],
      expect: [
        told(
          .field("metadata.labels[\"k8s.kuma.io/service-account\"]", old: nil, new: "shop"), by: "service-account-label")
      ]
    ),
    ComparisonCase(
      "CMP-1", "the mesh of a labelled Pod", from: "2.8.8", to: "2.9.0",
      running(labels: ["app": "web", KumaKey.mesh: "payments"]), services: [.fixture()],
      settings: admissionLeftOut, expect: [told(.field("mesh", old: "default", new: "payments"), by: "mesh-label")]
    ),
    ComparisonCase(
      "CMP-1", "the administration port", from: "1.4.1", to: "1.5.0", running(annotations: [KumaKey.adminPort: "9902"]),
      services: [.fixture()],
      expect: [told(.field("networking.admin.port", old: nil, new: "9902"), by: "admin-port")]
    ),
    ComparisonCase(
      "CMP-1", "the readiness of inbounds", from: "2.5.0", to: "2.5.1", running(), services: [.fixture()],
      expect: [
        told(
          .field("networking.inbound[web_demo_svc_80:8080].state", old: "Ready", new: "Ready, health ready"),
          by: "inbound-state"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "the readiness of a Pod that is not ready", from: "2.5.0", to: "2.5.1",
      running(
        container: Container(name: "app", ports: [ContainerPort(containerPort: 8080)]),
        statuses: [ContainerStatus(name: "app", isReady: false)]
      ),
      services: [.fixture()],
      expect: [
        told(
          .field(
            "networking.inbound[web_demo_svc_80:8080].state", old: "Ready, health not ready",
            new: "NotReady, health not ready"),
          by: "inbound-state"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "the protocol of inbounds", from: "2.13.10", to: "2.14.0", running(), services: [withProtocol("http")],
      expect: [
        told(.field("networking.inbound[web_demo_svc_80:8080].protocol", old: nil, new: "http"), by: "inbound-protocol")
      ]
    ),
    ComparisonCase(
      "CMP-1", "the name of inbounds", from: "2.8.8", to: "2.9.0", running(),
      services: [.fixture(ports: [ServicePort(name: "of-service", port: 80, targetPort: 8080)])],
      settings: admissionLeftOut,
      expect: [
        told(.field("networking.inbound[web_demo_svc_80:8080].name", old: nil, new: "of-service"), by: "inbound-name")
      ]
    ),
    ComparisonCase(
      "CMP-1", "the IP families of a Pod that is created anew", from: "2.6.15", to: "2.7.0", fresh(labels: ["app": "web"]),
      in: [labelled], services: [.fixture()],
      expect: [
        told(
          .field("networking.transparentProxying.redirectPortInboundV6", old: "15010", new: nil), by: "ip-family-mode"),
        told(.field("networking.transparentProxying.ipFamilyMode", old: nil, new: "DualStack"), by: "ip-family-mode"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "the whole section of transparent proxying is told once", from: "2.10.11", to: "2.11.0",
      running(
        annotations: [KumaKey.transparentProxyConfig: "redirect: {}", KumaKey.directAccessServices: "orders_demo_svc_80"]
      ),
      services: [.fixture()],
      settings: admissionLeftOut,
      expect: [
        told(.field("networking.transparentProxying", old: nil, new: "set"), by: "proxy-configuration")
      ]
    ),
    ComparisonCase(
      "CMP-1", "the lists of services, empty pieces dropped", from: "1.7.6", to: "1.8.0",
      running(annotations: proxied([KumaKey.directAccessServices: "a,,b", KumaKey.reachableServices: ""])),
      services: [.fixture()],
      expect: [
        told(
          .field("networking.transparentProxying.directAccessServices", old: "a,\"\",b", new: "a,b"), by: "list-annotations"),
        told(.field("networking.transparentProxying.reachableServices", old: "\"\"", new: nil), by: "list-annotations"),
        told(.field("networking.outbound", old: nil, new: "1 outbound"), by: "list-annotations"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "the reachable backends", from: "2.8.8", to: "2.9.0",
      running(
        annotations: proxied([
          KumaKey.reachableBackends: """
          refs: [{kind: MeshService, name: orders, namespace: shop, port: 80}, {kind: MeshService, labels: {team: b, app: a}}]
          """
        ])
      ),
      services: [.fixture()],
      settings: admissionLeftOut,
      expect: [
        told(
          .field(
            "networking.transparentProxying.reachableBackends", old: nil,
            new: "[MeshService orders shop 80; MeshService app=a team=b]"),
          by: "reachable-backends"
        )
      ]
    ),
  ]

  private static func proxied(_ others: StringMap = [:]) -> StringMap { BoundaryTable.proxied(others) }

  // MARK: Inbounds

  private static let exclusive = [Mesh(name: "default", meshServicesMode: .exclusive)]
  private static let external = Service.fixture(
    name: "far",
    type: "ExternalName",
    ports: [ServicePort(port: 80, targetPort: 9090)]
  )

  private static let inbounds: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "inbounds of one port are merged", from: "2.10.11", to: "2.11.0", running(),
      services: [.fixture(), .fixture(name: "alias")], meshes: exclusive,
      settings: admissionLeftOut,
      expect: [
        told(.inboundMerged(service: "web_demo_svc_80", port: 8080, into: "alias_demo_svc_80"), by: "deduplication")
      ]
    ),
    ComparisonCase(
      "CMP-1", "three inbounds of one port are merged into the first", from: "2.10.11", to: "2.11.0", running(),
      services: [.fixture(), .fixture(name: "alias"), .fixture(name: "zeta")], meshes: exclusive,
      settings: admissionLeftOut,
      expect: [
        told(.inboundMerged(service: "web_demo_svc_80", port: 8080, into: "alias_demo_svc_80"), by: "deduplication"),
        told(.inboundMerged(service: "zeta_demo_svc_80", port: 8080, into: "alias_demo_svc_80"), by: "deduplication"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "inbounds of one port are not merged where the mesh does not say so", from: "2.10.11", to: "2.11.0",
      running(), services: [.fixture(), .fixture(name: "alias")],
      settings: admissionLeftOut, expect: []
    ),
    ComparisonCase(
      "CMP-1", "merged inbounds come back", from: "2.14.0", to: "2.14.1", running(),
      services: [.fixture(), .fixture(name: "alias")], meshes: exclusive,
      expect: [
        told(
          .field("networking.inbound[web_demo_svc_80:8080]", old: nil, new: "web_demo_svc_80"),
          by: "deduplication-without-tags"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "an inbound of another state comes back", from: "2.13.9", to: "2.13.10", running(),
      services: [.fixture(), .fixture(name: "alias", selector: ["app": "web", "version": "v2"])], meshes: exclusive,
      settings: { $0.ignoredSelectorLabels = ["version"] },
      expect: [
        told(
          .field("networking.inbound[web_demo_svc_80:8080]", old: nil, new: "web_demo_svc_80"), by: "deduplication-by-state")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a Service of type ExternalName gives no inbound", from: "2.4.3", to: "2.4.4", running(),
      services: [.fixture(), external],
      expect: [
        told(.field("networking.inbound[far_demo_svc_80:9090]", old: "far_demo_svc_80", new: nil), by: "external-name")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a Service of type ExternalName is gone and not merged into another of its port", from: "2.4.3", to: "2.4.4",
      running(), services: [.fixture(), .fixture(name: "far", type: "ExternalName")],
      expect: [
        told(.field("networking.inbound[far_demo_svc_80:8080]", old: "far_demo_svc_80", new: nil), by: "external-name")
      ]
    ),
    ComparisonCase(
      "CMP-1", "an inbound that loses its tags is still the inbound of its port", from: "2.13.10", to: "2.14.0", running(),
      services: [.fixture()],
      settings: {
        $0.inboundTags = .disabled
        $0.zone = ""
      },
      expect: tagsOfWeb(by: "inbound-tags-disabled") + [
        told(.field("networking.inbound[8080].protocol", old: nil, new: "tcp"), by: "inbound-protocol")
      ]
    ),
    ComparisonCase(
      "CMP-1", "a newer line loses the backport of an older one", from: "2.2.9", to: "2.3.0", running(),
      services: [.fixture(), external],
      expect: [
        told(.field("networking.inbound[far_demo_svc_80:9090]", old: nil, new: "far_demo_svc_80"), by: "external-name")
      ]
    ),
    ComparisonCase(
      "CMP-1", "two lines that both have a backport", from: "2.2.9", to: "2.3.7", running(),
      services: [.fixture(), external],
      expect: []
    ),
    ComparisonCase(
      "CMP-1", "a Service that matches without a label takes the place of the placeholder", from: "2.5.0", to: "2.5.1",
      running(), services: [.fixture(selector: ["app": "web", "version": "v2"])],
      settings: { $0.ignoredSelectorLabels = ["version"] },
      expect: [
        told(.field("networking.inbound[49151]", old: "web-1_demo_svc", new: nil), by: "ignored-selector-labels"),
        told(
          .field("networking.inbound[web_demo_svc_80:8080]", old: nil, new: "web_demo_svc_80"), by: "ignored-selector-labels"
        ),
      ]
    ),
    ComparisonCase(
      "CMP-1", "two ports of one Service on one port of the Pod are told apart", from: "2.10.11", to: "2.11.0", running(),
      services: [.fixture(ports: [ServicePort(port: 80, targetPort: 8080), ServicePort(port: 81, targetPort: 8080)])],
      meshes: exclusive,
      settings: admissionLeftOut,
      expect: [
        told(.inboundMerged(service: "web_demo_svc_81", port: 8080, into: "web_demo_svc_80"), by: "deduplication")
      ]
    ),
    ComparisonCase(
      "CMP-1", "inbounds of the same service and port are counted", from: "2.3.7", to: "2.4.0", running(),
      services: [
        .fixture(ports: [
          ServicePort(appProtocol: "http", port: 80, targetPort: 8080),
          ServicePort(appProtocol: "redis", port: 80, targetPort: 8080),
        ])
      ],
      settings: admissionLeftOut,
      expect: [
        told(
          .field("networking.inbound[web_demo_svc_80:8080#2].tags[\"kuma.io/protocol\"]", old: "redis", new: "tcp"),
          by: "app-protocol-known"
        )
      ]
    ),
    ComparisonCase(
      "CMP-1", "a Service of a zone proxy gives a listener", from: "2.13.10", to: "2.14.0", running(),
      services: [
        .fixture(labels: [KumaKey.zoneProxyType: "ingress"], ports: [ServicePort(port: 10001, targetPort: 10001)])
      ],
      meshes: exclusive,
      expect: [
        told(
          .field("networking.inbound[web_demo_svc_10001:10001]", old: "web_demo_svc_10001", new: nil),
          by: "zone-proxy-listeners"
        ),
        told(
          .field("networking.listeners[10001]", old: nil, new: "ZoneIngress 10001 10.0.0.1 Ready"),
          by: "zone-proxy-listeners"),
        told(.field("networking.transparentProxying", old: nil, new: "set"), by: "zone-proxy-listeners"),
      ]
    ),
  ]

  // MARK: Names

  private static func stateful(_ name: String, of owner: String, annotations: StringMap = [:]) -> Pod {
    running(
      name,
      labels: [:],
      annotations: annotations,
      owner: OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: owner)
    )
  }

  private static let names: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "a Pod without a Service is named after its owner", from: "2.0.8", to: "2.1.0", stateful("db-0", of: "db"),
      expect: [told(.serviceRenamed(old: "db-0_demo_svc", new: "db_demo_svc"), of: "demo/db-0", by: "owner-name")]
    ),
    ComparisonCase(
      "CMP-1", "a gateway without a Service is named after its owner", from: "2.0.8", to: "2.1.0",
      stateful("db-0", of: "db", annotations: [KumaKey.gateway: "enabled"]),
      expect: [told(.serviceRenamed(old: "db-0_demo_svc", new: "db_demo_svc"), of: "demo/db-0", by: "owner-name")]
    ),
    ComparisonCase(
      "CMP-1", "a Pod whose shortened name is its owner's", from: "2.0.8", to: "2.1.0",
      running("web-5c6d-x7k2p", owner: OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-5c6d")),
      replicaSets: [
        ReplicaSet(
          metadata: ObjectMeta(
            name: "web-5c6d",
            namespace: "demo",
            ownerReferences: [OwnerReference(apiVersion: "apps/v1", kind: "Deployment", name: "web")]
          )
        )
      ],
      expect: []
    ),
    ComparisonCase(
      "CMP-1", "a Pod with a Service keeps its name", from: "2.0.8", to: "2.1.0",
      running("db-0", owner: OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "db")), services: [.fixture()],
      expect: []
    ),
  ]

  // MARK: Nothing

  private static let nothing: [ComparisonCase] = [
    ComparisonCase(
      "CMP-1", "the same release twice", from: "2.9.4", to: "2.9.4",
      running(nodeName: "node-a"), fresh(namespace: "shop", labels: [key: "on"]), in: [.fixture(), .fixture(name: "shop")],
      services: [byAbsentName], nodes: [node],
      expect: []
    ),
    ComparisonCase(
      "CMP-1", "two releases without a change between them", from: "2.9.4", to: "2.9.19", running(nodeName: "node-a"),
      services: [.fixture()], nodes: [node],
      expect: []
    ),
    ComparisonCase(
      "CMP-1", "a Pod that nothing asks to inject", from: "1.4.1", to: "2.5.11", fresh(labels: ["app": "web"]),
      services: [.fixture()],
      expect: []
    ),
    ComparisonCase(
      "CMP-1", "a Pod whose Namespace is not in the input", from: "1.2.0", to: RulesName.newest.text,
      running(nodeName: "node-a"),
      in: [.fixture(name: "other")], services: [.fixture()],
      expect: []
    ),
  ]

  // MARK: Several rows together

  private static let together: [ComparisonCase] = [
    ComparisonCase(
      "CMP-2", "the hostname takes the labels of the Node and the hostname among them", from: "2.6.15", to: "2.8.0",
      running(nodeName: "node-a"), services: [.fixture()], nodes: [node],
      expect: [
        told(tag(hostname, nil, "node-a.local"), by: "node-labels", "node-labels-hostname"),
        told(tag(region, nil, "eu-1"), by: "node-labels"),
        told(tag(zone, nil, "eu-1a"), by: "node-labels"),
      ]
    ),
    ComparisonCase(
      "CMP-2", "rows between that have nothing to do with it are not named", from: "2.1.0", to: "2.9.4",
      running(nodeName: "node-a"), services: [.fixture()], nodes: [node],
      settings: admissionLeftOut,
      expect: [
        told(
          .field("networking.inbound[web_demo_svc_80:8080].state", old: "Ready", new: "Ready, health ready"),
          by: "inbound-state"
        ),
        told(tag(hostname, nil, "node-a.local"), by: "node-labels", "node-labels-hostname"),
        told(tag("kuma.io/zone", nil, "default"), by: "default-zone"),
        told(tag(region, nil, "eu-1"), by: "node-labels"),
        told(tag(zone, nil, "eu-1a"), by: "node-labels"),
        told(.field("networking.outbound", old: "1 outbound", new: nil), by: "outbounds-as-vips"),
      ]
    ),
    ComparisonCase(
      "CMP-1", "the section of probes, and the addresses of aggregated metrics", from: "2.1.7", to: "2.2.0",
      running(
        annotations: proxied([
          "kuma.io/virtual-probes": "enabled", "kuma.io/virtual-probes-port": "9000",
          "prometheus.metrics.kuma.io/aggregate-app-port": "80", "prometheus.metrics.kuma.io/aggregate-app-address": "::1",
        ])),
      settings: { $0.outbounds = .virtualIPs },
      expect: [
        told(
          .field("metrics.conf.aggregate[app]", old: ":80/metrics", new: "::1:80/metrics"), by: "aggregated-metrics-address")
      ]
    ),
    ComparisonCase(
      "CMP-2", "a name takes the names and where they come from", from: "2.8.8", to: "2.10.0",
      running(container: Container(name: "app", ports: [ContainerPort(name: "of-container", containerPort: 8080)])),
      services: [.fixture(ports: [ServicePort(name: "of-service", port: 80, targetPort: 8080)])],
      settings: admissionLeftOut,
      expect: [
        told(.field("metadata.labels[\"app\"]", old: nil, new: "web"), by: "dataplane-labels"),
        told(.field("metadata.labels[\"k8s.kuma.io/namespace\"]", old: nil, new: "demo"), by: "dataplane-labels"),
        told(.field("metadata.labels[\"kuma.io/env\"]", old: nil, new: "kubernetes"), by: "dataplane-labels"),
        told(.field("metadata.labels[\"kuma.io/mesh\"]", old: nil, new: "default"), by: "dataplane-labels"),
        told(.field("metadata.labels[\"kuma.io/origin\"]", old: nil, new: "zone"), by: "dataplane-labels"),
        told(
          .field("metadata.labels[\"kuma.io/proxy-type\"]", old: nil, new: "sidecar"), by: "dataplane-labels",
          "proxy-type-label"),
        told(.field("metadata.labels[\"kuma.io/zone\"]", old: nil, new: "default"), by: "dataplane-labels"),
        told(
          .field("networking.inbound[web_demo_svc_80:8080].name", old: nil, new: "of-container"), by: "inbound-name",
          "inbound-name-container"
        ),
      ]
    ),
    ComparisonCase(
      "CMP-2", "the administration port takes the injector that writes and the controller that reads it", from: "1.4.1",
      to: "1.5.0", fresh(labels: ["app": "web"]), in: [labelled], services: [.fixture()],
      expect: [told(.field("networking.admin.port", old: nil, new: "9901"), by: "admin-port", "injected-admin-port")]
    ),
    ComparisonCase(
      "CMP-2", "a zone proxy whose mesh does not exist takes the webhook and the patience", from: "2.13.10", to: "2.14.0",
      fresh(
        namespace: "kuma-system",
        labels: [key: "enabled", KumaKey.mesh: "later", KumaKey.zoneProxyType: "ingress"]
      ),
      in: [.fixture(name: "kuma-system")], meshes: [Mesh(name: "default")],
      expect: [
        told(.gainsSidecar(.inject(.podLabel)), of: "kuma-system/web-1", by: "mesh-tolerated", "webhook-zone-proxy")
      ]
    ),
    ComparisonCase(
      "CMP-2", "a sidecar that is lost twice takes both", from: "2.1.7", to: "2.6.0", fresh(annotations: [key: "enabled"]),
      expect: [
        told(
          .losesSidecar(
            .notCalled([
              .init("namespace-kuma-injector", .namespaceLabels(isOnOrTrue, found: nil)),
              .init("pods-kuma-injector", .podLabels(isOn, found: nil)),
            ])
          ),
          by: "injection-labels-only", "webhook-catch-all"
        )
      ]
    ),
    ComparisonCase(
      "CMP-2", "each difference of a Pod has its own causes", from: "2.2.9", to: "2.4.0", running(),
      services: [withProtocol("redis"), external],
      settings: admissionLeftOut,
      expect: [
        told(tag(KumaKey.protocolTag, "redis", "tcp"), by: "app-protocol-known"),
        told(.field("networking.inbound[far_demo_svc_80:9090]", old: nil, new: "far_demo_svc_80"), by: "external-name"),
      ]
    ),
    ComparisonCase(
      "CMP-2", "Pods have their own causes", from: "2.6.15", to: "2.8.0", running("a", nodeName: "node-a"),
      running("b", labels: ["app": "other"]), fresh(labels: [key: "no"]),
      services: [.fixture(), .fixture(name: "other", selector: ["app": "other"], ports: byAbsentName.ports)], nodes: [node],
      settings: { $0.nodeLabels = [zone] },
      expect: [
        told(tag(zone, nil, "eu-1a"), of: "demo/a", by: "node-labels"),
        told(
          .outcome(old: .fail(.noMatchingContainerPort(services: ["other"])), new: .apply), of: "demo/b",
          by: "no-port-placeholder"
        ),
        // The Pod is no longer asked about in 2.6.0 already, so nothing changes for it.
      ]
    ),
  ]

  // MARK: Backwards

  private static let backwards: [ComparisonCase] = [
    ComparisonCase(
      "CMP-2", "labels of the Node are tags no more after a downgrade", from: "2.7.0", to: "2.6.15",
      running(nodeName: "node-a"), services: [.fixture()], nodes: [node],
      expect: [told(tag(region, "eu-1", nil), by: "node-labels"), told(tag(zone, "eu-1a", nil), by: "node-labels")]
    ),
    ComparisonCase(
      "CMP-2", "a Pod whose Services give no inbound fails after a downgrade", from: "2.8.0", to: "2.7.29", running(),
      services: [byAbsentName],
      expect: [
        told(.outcome(old: .apply, new: .fail(.noMatchingContainerPort(services: ["web"]))), by: "no-port-placeholder")
      ]
    ),
    ComparisonCase(
      "CMP-2", "an annotation asks for a sidecar after a downgrade", from: "2.2.0", to: "2.1.7",
      fresh(annotations: [key: "enabled"]),
      expect: [told(.gainsSidecar(.inject(.podAnnotation)), by: "injection-labels-only")]
    ),
    ComparisonCase(
      "CMP-2", "the hostname is a tag no more after a downgrade", from: "2.8.0", to: "2.6.15",
      running(nodeName: "node-a"), services: [.fixture()], nodes: [node],
      expect: [
        told(tag(hostname, "node-a.local", nil), by: "node-labels", "node-labels-hostname"),
        told(tag(region, "eu-1", nil), by: "node-labels"),
        told(tag(zone, "eu-1a", nil), by: "node-labels"),
      ]
    ),
    ComparisonCase(
      "CMP-2", "a service is named after its Pod after a downgrade", from: "2.1.0", to: "2.0.8", stateful("db-0", of: "db"),
      expect: [told(.serviceRenamed(old: "db_demo_svc", new: "db-0_demo_svc"), of: "demo/db-0", by: "owner-name")]
    ),
    ComparisonCase(
      "CMP-2", "a backport is lost after a downgrade within its line", from: "2.4.4", to: "2.4.3", running(),
      services: [.fixture(), external],
      expect: [
        told(.field("networking.inbound[far_demo_svc_80:9090]", old: nil, new: "far_demo_svc_80"), by: "external-name")
      ]
    ),
  ]

  // MARK: What is announced

  /// The tags of the inbound that a Service gives `demo/web-1`, each gone.
  private static func tagsOfWeb(_ service: String = "web", by cause: String) -> [ComparisonCase.Told] {
    let tags = [
      ("app", "web"), ("k8s.kuma.io/namespace", "demo"), ("k8s.kuma.io/service-name", service),
      ("k8s.kuma.io/service-port", "80"), ("kuma.io/protocol", "tcp"), ("kuma.io/service", "\(service)_demo_svc_80"),
    ]
    return tags.map { key, value in
      told(.field("networking.inbound[8080].tags[\"\(ExactString(key))\"]", old: ExactString(value), new: nil), by: cause)
    }
  }

  /// What changes in the labels of every Dataplane that no webhook is asked about.
  private static func typeRemoved(of pod: String = "demo/web-1") -> ComparisonCase.Told {
    told(.field("metadata.labels[\"kuma.io/proxy-type\"]", old: "sidecar", new: nil), of: pod, by: "proxy-type-gone")
  }

  private static func nameAdded(_ name: ExactString = "web-1", of pod: String = "demo/web-1") -> ComparisonCase.Told {
    told(.field("metadata.labels[\"kuma.io/display-name\"]", old: nil, new: name), of: pod, by: "display-name-always")
  }

  private static let withoutZone: SettingsChange = { $0.zone = "" }

  private static let announced: [ComparisonCase] = [
    ComparisonCase(
      "CMP-2", "tags of inbounds", from: RulesName.newest.text, to: "3.0.0", running(), services: [.fixture()],
      settings: withoutZone,
      expect: [typeRemoved()] + tagsOfWeb(by: "inbound-tags-gone") + [nameAdded()]
    ),
    ComparisonCase(
      "CMP-2", "two Services of one port", from: RulesName.newest.text, to: "3.0.0", running(),
      services: [.fixture(), .fixture(name: "alias")], settings: withoutZone,
      expect: [typeRemoved()] + tagsOfWeb("alias", by: "inbound-tags-gone") + [
        told(
          .inboundMerged(service: "web_demo_svc_80", port: 8080, into: "alias_demo_svc_80"), by: "inbound-tags-gone",
          "deduplication-everywhere"),
        nameAdded(),
      ]
    ),
    ComparisonCase(
      "CMP-2", "a gateway", from: RulesName.newest.text, to: "3.0.0", running(annotations: [KumaKey.gateway: "enabled"]),
      services: [.fixture()], settings: withoutZone,
      expect: [
        typeRemoved(), told(.field("networking.gateway", old: "DELEGATED", new: nil), by: "gateway-gone"), nameAdded(),
        told(.field("networking.inbound[8080]", old: nil, new: "port 8080"), by: "inbound-tags-gone", "gateway-gone"),
      ]
    ),
    ComparisonCase(
      "CMP-2", "the mesh", from: RulesName.newest.text, to: "3.0.0",
      fresh(labels: [key: "enabled"], annotations: [KumaKey.mesh: "orders"]),
      in: [labelled], meshes: [Mesh(name: "orders")], settings: withoutZone,
      expect: [
        told(.losesSidecar(.reject(.meshNotFound("default", namedBy: nil))), by: "mesh-annotation-gone")
      ]
    ),
    ComparisonCase(
      "CMP-3", "names match no more", from: RulesName.newest.text, to: "3.0.0",
      client("web_demo_svc_80,b_demo_svc_1,web_demo_svc_80"), in: twoNamespaces, settings: withoutZone,
      expect: announcedClient(
        by: told(
          .directAccessName(entry: "web_demo_svc_80", matches: .nothing), of: "client/shop-1", by: "direct-access-wildcard"),
        told(
          .directAccessName(entry: "b_demo_svc_1", matches: .nothing), of: "client/shop-1", by: "direct-access-wildcard"))
    ),
    ComparisonCase(
      "CMP-3", "every service is reached still", from: RulesName.newest.text, to: "3.0.0", client("web_demo_svc_80,*"),
      in: twoNamespaces,
      settings: withoutZone, expect: announcedClient()
    ),
  ]

  /// What changes for a Pod without a Service that reaches others directly.
  private static func announcedClient(by others: ComparisonCase.Told...) -> [ComparisonCase.Told] {
    let pod = "client/shop-1"
    let tags = [
      ("k8s.kuma.io/namespace", "client"), ("kuma.io/instance", "shop-1"), ("kuma.io/protocol", "tcp"),
      ("kuma.io/service", "shop-1_client_svc"),
    ]
    let fields = [("redirectPortInbound", "15006"), ("redirectPortOutbound", "15001"), ("ipFamilyMode", "DualStack")]
    return [typeRemoved(of: pod)]
      + tags.map { key, value in
        told(
          .field("networking.inbound[49151].tags[\"\(ExactString(key))\"]", old: ExactString(value), new: nil), of: pod,
          by: "inbound-tags-gone")
      }
      + fields.map { field, value in
        told(
          .field("networking.transparentProxying.\(ExactString(field))", old: ExactString(value), new: nil), of: pod,
          by: "proxying-fields-gone")
      }
      + [nameAdded("shop-1", of: pod)] + others
  }

  // MARK: Direct access

  private static let twoNamespaces = [Namespace.fixture(), .fixture(name: "client")]
  private static let renamed = ComparisonCase.Told(
    pod: "demo/db-0",
    difference: .serviceRenamed(old: "db-0_demo_svc", new: "db_demo_svc"),
    causes: ["owner-name"]
  )

  /// A Pod of another namespace that reaches services directly.
  private static func client(_ entries: String, proxying: StringMap = proxied()) -> Pod {
    var annotations = proxying
    annotations[KumaKey.directAccessServices] = entries
    return running("shop-1", in: "client", labels: [:], annotations: annotations)
  }

  private static let directAccess: [ComparisonCase] = [
    ComparisonCase(
      "CMP-3", "an entry of a Pod of another namespace", from: "2.0.8", to: "2.1.0", stateful("db-0", of: "db"),
      client("db-0_demo_svc"), in: twoNamespaces,
      expect: [
        told(
          .directAccess(entry: "db-0_demo_svc", renamed: "db_demo_svc"), of: "client/shop-1", by: "owner-name"), renamed,
      ]
    ),
    ComparisonCase(
      "CMP-3", "each entry that no longer matches, in its order", from: "2.0.8", to: "2.1.0", stateful("db-0", of: "db"),
      stateful("cache-0", of: "cache"), client("db-0_demo_svc,web_demo_svc_80,cache-0_demo_svc"), in: twoNamespaces,
      expect: [
        told(.directAccess(entry: "db-0_demo_svc", renamed: "db_demo_svc"), of: "client/shop-1", by: "owner-name"),
        told(.directAccess(entry: "cache-0_demo_svc", renamed: "cache_demo_svc"), of: "client/shop-1", by: "owner-name"),
        told(
          .serviceRenamed(old: "cache-0_demo_svc", new: "cache_demo_svc"), of: "demo/cache-0", by: "owner-name"), renamed,
      ]
    ),
    ComparisonCase(
      "CMP-3", "an entry with a blank matched nothing before either", from: "2.0.8", to: "2.1.0",
      stateful("db-0", of: "db"), client("web_demo_svc_80, db-0_demo_svc"), in: twoNamespaces,
      expect: [renamed]
    ),
    ComparisonCase(
      "CMP-3", "every service matches still", from: "2.0.8", to: "2.1.0", stateful("db-0", of: "db"), client("*"),
      in: twoNamespaces,
      expect: [renamed]
    ),
    ComparisonCase(
      "CMP-3", "an entry with the new name", from: "2.0.8", to: "2.1.0", stateful("db-0", of: "db"), client("db_demo_svc"),
      in: twoNamespaces,
      expect: [renamed]
    ),
    ComparisonCase(
      "CMP-3", "a list that is not read since transparent proxying is off", from: "2.0.8", to: "2.1.0",
      stateful("db-0", of: "db"), client("db-0_demo_svc", proxying: [:]), in: twoNamespaces,
      expect: [renamed]
    ),
    ComparisonCase(
      "CMP-3", "an entry of a Pod beside it that is itself renamed", from: "2.0.8", to: "2.1.0",
      stateful("db-0", of: "db"),
      stateful("db-1", of: "db", annotations: proxied([KumaKey.directAccessServices: "db-0_demo_svc"])),
      expect: [
        renamed,
        told(.serviceRenamed(old: "db-1_demo_svc", new: "db_demo_svc"), of: "demo/db-1", by: "owner-name"),
        told(.directAccess(entry: "db-0_demo_svc", renamed: "db_demo_svc"), of: "demo/db-1", by: "owner-name"),
      ]
    ),
    ComparisonCase(
      "CMP-3", "an entry for the Pod itself matched nothing before either", from: "2.0.8", to: "2.1.0",
      stateful("db-0", of: "db", annotations: proxied([KumaKey.directAccessServices: "db-0_demo_svc"])),
      expect: [renamed]
    ),
    ComparisonCase(
      "CMP-3", "an entry for a service that is then the Pod's own, which it does not reach", from: "2.0.8", to: "2.1.0",
      // In 2.0 the one that asks is ask_demo_svc, without the last two parts of its name; in 2.1 it is what owns it.
      stateful("api-0-0", of: "api-0"),
      stateful("ask-x-y", of: "api", annotations: proxied([KumaKey.directAccessServices: "api_demo_svc"])),
      expect: [
        told(.serviceRenamed(old: "api_demo_svc", new: "api-0_demo_svc"), of: "demo/api-0-0", by: "owner-name"),
        told(.serviceRenamed(old: "ask_demo_svc", new: "api_demo_svc"), of: "demo/ask-x-y", by: "owner-name"),
        told(.directAccess(entry: "api_demo_svc", renamed: "api-0_demo_svc"), of: "demo/ask-x-y", by: "owner-name"),
      ]
    ),
    ComparisonCase(
      "CMP-3", "an entry for a service that another Pod still is", from: "2.0.8", to: "2.1.0",
      // Both are api_demo_svc in 2.0, without the last two parts of their names; the second one is so by its owner too.
      stateful("api-0-0", of: "api-0"), stateful("api-x-y", of: "api"), client("api_demo_svc"), in: twoNamespaces,
      expect: [
        told(.serviceRenamed(old: "api_demo_svc", new: "api-0_demo_svc"), of: "demo/api-0-0", by: "owner-name")
      ]
    ),
    ComparisonCase(
      "CMP-3", "an entry for a gateway matched nothing before either", from: "2.0.8", to: "2.1.0",
      stateful("db-0", of: "db", annotations: [KumaKey.gateway: "enabled"]), client("db-0_demo_svc"), in: twoNamespaces,
      expect: [renamed]
    ),
    ComparisonCase(
      "CMP-3", "an entry after a downgrade", from: "2.1.0", to: "2.0.8", stateful("db-0", of: "db"), client("db_demo_svc"),
      in: twoNamespaces,
      expect: [
        told(.directAccess(entry: "db_demo_svc", renamed: "db-0_demo_svc"), of: "client/shop-1", by: "owner-name"),
        told(.serviceRenamed(old: "db_demo_svc", new: "db-0_demo_svc"), of: "demo/db-0", by: "owner-name"),
      ]
    ),
  ]
}

@Suite("Comparing releases")
struct ComparisonTableTests {
  /// A Dataplane that fails before and after does not become one that fails.
  @Test func aFailureForAnotherReasonIsSaidToStay() {
    let difference = PodDifference.outcome(old: .fail(.meshNotFound("a")), new: .fail(.meshNotFound("b")))
    #expect(
      difference.message
        == "The Dataplane still cannot be made, for another reason: Mesh b does not exist; create it or name another.")
    let vanished = PodDifference.outcome(old: .apply, new: .leave(.willNotBeInjected))
    #expect(vanished.message == "Nothing is made of the Pod any more, which gets no sidecar.")
    let left = PodDifference.outcome(old: .apply, new: .leave(.namespaceTerminating))
    #expect(left.message.hasPrefix("Instead of being created, the Dataplane is left alone: "))
    let failure = PodDifference.outcome(old: .apply, new: .fail(.meshNotFound("b")))
    #expect(failure.message.hasPrefix("Instead of being created, the Dataplane cannot be made: Mesh b"))
  }

  /// CMP-2: with the tags of inbounds kept, 3.0 would refuse a Pod without a Service for what it does to others; so that row alone undoes
  /// neither the labels that came in 2.10 nor the protocol that came in 2.14.
  @Test func whatOnlyHidesAChangeIsNoCauseOfIt() throws {
    let pod = Pod.fixture(
      name: "web-1", labels: ["app": "web"], annotations: ["kuma.io/sidecar-injected": "true"],
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let namespace = Namespace(metadata: ObjectMeta(name: "demo", labels: ["kuma.io/sidecar-injection": "enabled"]))
    let old = ControlPlane(release: try KumaRelease(parsing: "2.9.4"))
    let cluster = Cluster([.kubernetes(.namespace(namespace)), .kubernetes(.pod(pod))], under: old, completeness: .complete)
    let comparison = ReleaseComparison(
      of: cluster, from: try KumaRelease(parsing: "2.9.4"), to: try KumaRelease(parsing: "3.0"))
    func causes(_ path: String) -> [String]? {
      comparison.changes.first { change in
        if case .field(let field) = change.difference { "\(field.path)" == path } else { false }
      }?.causes.map(\.id)
    }
    #expect(causes("metadata.labels[\"app\"]") == ["dataplane-labels"])
    #expect(causes("networking.inbound[49151].protocol") == ["inbound-protocol"])
  }

  @Test(arguments: ComparisonTable.cases)
  func changes(_ row: ComparisonCase) throws {
    let comparison = try compare(row, row.objects)
    #expect(comparison.changes.map(told) == row.expected)
    #expect("\(comparison.old)" == row.old)
    #expect("\(comparison.new)" == row.new)
  }

  @Test(arguments: ComparisonTable.cases)
  func theOrderOfObjectsChangesNothing(_ row: ComparisonCase) throws {
    #expect(try compare(row, row.objects.reversed()) == compare(row, row.objects))
  }

  private func compare(_ row: ComparisonCase, _ objects: [ClusterObject]) throws -> ReleaseComparison {
    var settings = ControlPlaneSettings()
    row.settings?(&settings)
    return ReleaseComparison(
      of: objects, from: try KumaRelease(parsing: row.old), to: try KumaRelease(parsing: row.new), settings: settings,
      completeness: .complete)
  }

  private func told(_ change: ReleaseComparison.Change) -> ComparisonCase.Told {
    .init(pod: "\(change.pod)", difference: ToldDifference(change.difference), causes: change.causes.map(\.id))
  }
}
