import KubernetesObjects
import MeshMapping
import TestSupport

extension BoundaryTable {
  static let lineTwo: [BoundaryCase] =
    injectionOfLineTwo + servicesAndTagsOfLineTwo + inboundsOfLineTwo + lifecycleAndProxyingOfLineTwo

  private static let injectionOfLineTwo: [BoundaryCase] = [
    rows(
      "INJ-1", .injectionLabelsOnly, "annotation of the Pod", .at("2.1.7", "2.2.0"),
      pod: .fixture(annotations: [injection: "enabled"]),
      see: decision, before: "inject podAnnotation", after: "skip notRequested"
    ),
    rows(
      "INJ-1", .injectionLabelsOnly, "annotation of the Namespace", .at("2.1.7", "2.2.0"),
      in: .fixture(annotations: [injection: "enabled"]),
      see: decision, before: "inject namespaceAnnotation", after: "skip notRequested"
    ),
    rows(
      "INJ-9", .sidecarUser, "", .at("2.2.9", "2.3.0"),
      pod: .fixture(labels: [injection: "enabled"], containers: [Container(name: "app", runAsUser: 5678)]),
      see: decision, before: "inject podLabel", after: "reject sidecarUserInUse"
    ),
    rows(
      "GATE-2", .webhookKubeSystem, "", .at("2.4.10", "2.5.0"),
      pod: .fixture(namespace: "kube-system", labels: [injection: "enabled"]), in: .fixture(name: "kube-system"),
      see: webhook, before: "pods-kuma-injector", after: "none"
    ),
    rows(
      "GATE-3", .webhookCatchAll, "nothing labelled", .at("2.5.11", "2.6.0"),
      see: webhook, before: "kuma-injector", after: "none"
    ),
    rows(
      "GATE-3", .webhookCatchAll, "Namespace labelled true", .at("2.5.11", "2.6.0"),
      in: .fixture(labels: [injection: "true"]),
      see: webhook, before: "kuma-injector", after: "namespace-kuma-injector"
    ),
    rows(
      "INJ-3", .switchYesNo, "yes", .at("2.6.15", "2.7.0"),
      pod: .fixture(labels: [injection: "yes"]),
      see: decision, before: "reject unreadableSwitch podLabel", after: "inject podLabel"
    ),
    rows(
      "INJ-3", .switchYesNo, "no", .at("2.6.15", "2.7.0"),
      pod: .fixture(labels: [injection: "no"]),
      see: decision, before: "reject unreadableSwitch podLabel", after: "skip optedOut"
    ),
    rows(
      "INJ-7", .nativeSidecar, "decision", .at("2.6.15", "2.7.0"),
      pod: .fixture(labels: [injection: "enabled"], initContainers: [Container(name: "kuma-sidecar")]),
      see: decision, before: "inject podLabel", after: "skip alreadyInjected podInitContainer"
    ),
    rows(
      "WRITE-4", .ipFamilyMode, "port written", .at("2.6.15", "2.7.0"),
      see: written(v6Port), before: "label absent annotation 15010", after: "label absent annotation absent"
    ),
    rows(
      "WRITE-4", .ipFamilyMode, "mode written", .at("2.6.15", "2.7.0"),
      see: written(familyMode), before: "label absent annotation absent", after: "label absent annotation dualstack"
    ),
  ].flatMap { $0 }

  private static let servicesAndTagsOfLineTwo: [BoundaryCase] = [
    rows(
      "TAG-5", .defaultZone, "with a Service", .at("2.5.11", "2.6.0"), services: [.fixture()],
      see: tags("kuma.io/zone"), before: "absent", after: "default"
    ),
    rows(
      "TAG-5", .defaultZone, "without a Service", .at("2.5.11", "2.6.0"),
      see: tags("kuma.io/zone"), before: "absent", after: "default"
    ),
    rows(
      "SET-1", .defaultZone, "", .at("2.5.11", "2.6.0"), settings: { $0.zone = "" },
      see: settingNotes, before: "none", after: "no-zone"
    ),
    rows(
      "SET-1", .zoneNameLength, "", .at("2.6.0", "2.6.1"),
      settings: { $0.zone = "a-zone-with-a-name-of-many.words-and-a-dot-so-that-it-is-too-long-now" },
      see: settingNotes, before: "none", after: "long-zone"
    ),
    rows(
      "POD-2", .ownerName, "", .at("2.0.8", "2.1.0"),
      pod: .fixture(
        name: "web-7d9f-x2",
        owners: [OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-7d9f")]
      ),
      replicaSets: [replicaSet],
      see: tags("kuma.io/service"), before: "web_demo_svc", after: "shop_demo_svc"
    ),
    rows(
      "GW-5", .gatewayOwner, "", .at("2.0.8", "2.1.0"),
      pod: .fixture(
        labels: ["app": "web"],
        annotations: [gateway: "provided"],
        owners: [
          OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "db"),
          OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-7d9f"),
        ]
      ),
      services: [.fixture()],
      replicaSets: [replicaSet],
      see: tags("kuma.io/service", "kuma.io/service-name"),
      before: "absent, shop_demo_svc", after: "web_demo_svc_80, absent"
    ),
    rows(
      "SVC-6", .externalName, "", .at("2.2.5", "2.2.6"), .at("2.3.3", "2.3.4", beforeAgain: ["2.3.0", "2.3.1", "2.3.2"]),
      .at("2.4.3", "2.4.4", beforeAgain: ["2.4.0", "2.4.1", "2.4.2"]), .at("2.4.3", "2.5.0"),
      services: [.fixture(), .fixture(name: "alias", type: "ExternalName")],
      see: inbounds, before: "8080 alias_demo_svc_80, 8080 web_demo_svc_80", after: "8080 web_demo_svc_80"
    ),
    rows(
      "SVC-6", .externalName, "alone", .at("2.2.5", "2.2.6"), .at("2.3.3", "2.3.4", beforeAgain: ["2.3.0"]),
      .at("2.4.3", "2.4.4", beforeAgain: ["2.4.0"]), .at("2.4.3", "2.5.0"),
      services: [.fixture(name: "alias", type: "ExternalName")],
      see: inbounds, before: "8080 alias_demo_svc_80", after: "fail noMatchingContainerPort"
    ),
    rows(
      "SVC-4", .ignoredSelectorLabels, "", .at("2.5.0", "2.5.1"),
      services: [.fixture(selector: ["app": "web", "version": "v1"])],
      settings: { $0.ignoredSelectorLabels = ["version"] },
      see: services, before: "none", after: "web by selectorWithoutIgnoredLabels"
    ),
    rows(
      "SVC-5", .selectorlessServices, "", .at("2.7.29", "2.8.0"),
      services: [.fixture(selector: [:])],
      slices: [slice([.init(targetRef: .init(uid: "pod-uid"))])],
      see: services, before: "none", after: "web by endpointSlice"
    ),
    rows(
      "SVC-5", .selectorlessServices, "an endpoint that names none", .at("2.7.29", "2.8.0"),
      services: [.fixture(selector: [:])],
      slices: [slice([.init(targetRef: nil)])],
      see: services, before: "none", after: "fail controlPlaneCrash"
    ),
    rows(
      "SVC-5", .selectorlessCrash, "", .at("2.8.1", "2.8.2"),
      services: [.fixture(selector: [:])],
      slices: [slice([.init(targetRef: nil), .init(targetRef: .init(uid: "pod-uid"))])],
      see: services, before: "fail controlPlaneCrash", after: "web by endpointSlice"
    ),
    rows(
      "TAG-13", .appProtocolKnown, "an unknown one", .at("2.3.7", "2.4.0"),
      services: [annotatedService(appProtocol: "websocket")],
      see: tags("kuma.io/protocol"), before: "websocket", after: "http2"
    ),
    rows(
      "TAG-13", .appProtocolKnown, "an empty one", .at("2.3.7", "2.4.0"),
      services: [annotatedService(appProtocol: "")],
      see: tags("kuma.io/protocol"), before: "tcp", after: "http2"
    ),
    rows(
      "TAG-13", .protocolTLS, "", .at("2.7.29", "2.8.0"),
      services: [annotatedService(appProtocol: "tls")],
      see: tags("kuma.io/protocol"), before: "http2", after: "tls"
    ),
    rows(
      "TAG-10", .nodeLabels, "with a Service", .at("2.6.15", "2.7.0"),
      pod: .fixture(labels: ["app": "web"], nodeName: "node-a"), services: [.fixture()], nodes: [node],
      see: tags("topology.kubernetes.io/zone", "topology.kubernetes.io/region"),
      before: "absent, absent", after: "eu-1a, eu-1"
    ),
    rows(
      "TAG-10", .nodeLabels, "without a Service", .at("2.6.15", "2.7.0"),
      pod: .fixture(labels: ["app": "web"], nodeName: "node-a"), nodes: [node],
      see: tags("topology.kubernetes.io/zone"), before: "absent", after: "eu-1a"
    ),
    rows(
      "TAG-10", .nodeLabels, "a Node that is not there", .at("2.6.15", "2.7.0"),
      pod: .fixture(labels: ["app": "web"], nodeName: "node-b"), nodes: [node],
      see: tags("app"), before: "web", after: "fail nodeNotFound"
    ),
    rows(
      "TAG-10", .nodeLabelsHostname, "", .at("2.7.29", "2.8.0"),
      pod: .fixture(labels: ["app": "web"], nodeName: "node-a"), services: [.fixture()], nodes: [node],
      see: tags("kubernetes.io/hostname", "topology.kubernetes.io/zone"),
      before: "absent, eu-1a", after: "node-a.local, eu-1a"
    ),
  ].flatMap { $0 }

  private static let inboundsOfLineTwo: [BoundaryCase] = [
    rows(
      "INB-2", .inboundState, "no status", .at("2.5.0", "2.5.1"),
      services: [.fixture()],
      see: readiness, before: "Ready, unknown", after: "Ready, healthy"
    ),
    rows(
      "INB-4", .inboundState, "a status that is not ready", .at("2.5.0", "2.5.1"),
      pod: .fixture(
        labels: ["app": "web"],
        containers: [Container(name: "app", ports: [ContainerPort(containerPort: 8080)])],
        statuses: [ContainerStatus(name: "app", isReady: false)]
      ),
      services: [.fixture()],
      see: readiness, before: "Ready, unhealthy", after: "NotReady, unhealthy"
    ),
    rows(
      "POD-4", .inboundState, "a container before the last one is not ready", .at("2.5.0", "2.5.1"),
      pod: .fixture(
        containers: [Container(name: "first"), Container(name: "last")],
        statuses: [ContainerStatus(name: "first", isReady: false), ContainerStatus(name: "last", isReady: true)]
      ),
      see: readiness, before: "Ready, healthy", after: "NotReady, unhealthy"
    ),
    rows(
      "INB-8", .nativeSidecar, "status", .at("2.6.15", "2.7.0"),
      pod: .fixture(labels: ["app": "web"], initStatuses: [ContainerStatus(name: "kuma-sidecar", isReady: false)]),
      services: [.fixture()],
      see: readiness, before: "Ready, healthy", after: "NotReady, unhealthy"
    ),
    rows(
      "PORT-4", .noPortPlaceholder, "", .at("2.7.29", "2.8.0"),
      services: [.fixture(ports: [ServicePort(port: 80, targetPort: "http")])],
      see: inbounds, before: "fail noMatchingContainerPort", after: "49151 web-1_demo_svc"
    ),
  ].flatMap { $0 }

  private static let lifecycleAndProxyingOfLineTwo: [BoundaryCase] = [
    rows(
      "LIFE-4", .deleteEvicted, "", .at("2.1.7", "2.2.0"),
      pod: injected(phase: "Failed", reason: "Evicted"),
      see: outcome, before: "apply", after: "delete podEvicted"
    ),
    rows(
      "LIFE-5", .terminatingNamespace, "", .at("2.6.15", "2.7.0"),
      pod: injected(phase: "Succeeded"), in: .fixture(phase: "Terminating"),
      see: outcome, before: "delete podSucceeded", after: "none namespaceTerminating"
    ),
    rows(
      "LIFE-6", .terminatingNamespace, "a Namespace that is not there", .at("2.6.15", "2.7.0"),
      pod: injected(phase: "Succeeded"), in: nil,
      see: outcome, before: "delete podSucceeded", after: "fail namespaceNotFound"
    ),
    rows(
      "TP-4", .ipFamilyMode, "mode read", .at("2.6.15", "2.7.0"),
      pod: .fixture(annotations: proxied([familyMode: "ipv4"])),
      see: ipv6, before: "UnSpecified, port 0", after: "IPv4, port 0"
    ),
    rows(
      "TP-4", .ipFamilyMode, "no mode and the port 0", .at("2.6.15", "2.7.0"),
      pod: .fixture(annotations: proxied([v6Port: "0"])),
      see: ipv6, before: "UnSpecified, port 0", after: "IPv4, port 0"
    ),
    rows(
      "TP-3", .ipFamilyMode, "a port that is no number", .at("2.6.15", "2.7.0"),
      pod: .fixture(annotations: proxied([v6Port: "v6"])),
      see: ipv6, before: "fail unreadableNumber", after: "IPv4, port 0"
    ),
  ].flatMap { $0 }

  /// The IP family mode and the port for IPv6.
  static let ipv6 = dataplane { dataplane in
    guard let proxying = dataplane.networking.transparentProxying else { return "none" }
    return "\(proxying.ipFamilyMode.rawValue), port \(proxying.redirectPortInboundV6)"
  }

  /// The Node `node-a` with the labels that are copied by default.
  static let node = Node(
    metadata: ObjectMeta(
      name: "node-a",
      labels: [
        "kubernetes.io/hostname": "node-a.local",
        "topology.kubernetes.io/region": "eu-1",
        "topology.kubernetes.io/zone": "eu-1a",
      ]
    )
  )

  /// A Service with a protocol in its port and the annotation that says `http2`.
  static func annotatedService(appProtocol: String) -> Service {
    .fixture(
      annotations: ["80.service.kuma.io/protocol": "http2"],
      ports: [ServicePort(appProtocol: appProtocol, port: 80, targetPort: 8080)]
    )
  }

  private static func slice(_ endpoints: [EndpointSlice.Endpoint]) -> EndpointSlice {
    EndpointSlice(
      metadata: ObjectMeta(name: "web-x1", namespace: "demo", labels: ["kubernetes.io/service-name": "web"]),
      endpoints: endpoints
    )
  }
}
