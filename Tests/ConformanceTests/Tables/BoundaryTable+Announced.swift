import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport

extension BoundaryTable {
  /// What the next release will change.
  static let announced: [BoundaryCase] =
    (announcedSections + announcedInbounds + announcedProxying + announcedGateways + announcedInjection + announcedLabels
    + announcedValidation)
    .flatMap(\.self)

  private static let out = BoundaryEdge.at("\(KumaRelease.newest)", "3.0.0")
  private static let zoneProxyType = "k8s.kuma.io/zone-proxy-type"
  private static let direct = "kuma.io/direct-access-services"
  private static let labelled = Namespace.fixture(labels: [injection: "disabled"])

  // MARK: Sections

  private static let announcedSections: [[BoundaryCase]] = [
    rows(
      "MET-1", .metricsGone, "", out, pod: .fixture(annotations: ["prometheus.metrics.kuma.io/port": "5670"]),
      see: sectionsOfDataplane, before: "metrics", after: "none"
    ),
    rows(
      "FAIL-1", .metricsGone, "", out, pod: .fixture(annotations: ["prometheus.metrics.kuma.io/port": "x"]),
      see: sectionsOfDataplane, before: "fail unreadableNumber", after: "none"
    ),
    rows(
      "PROBE-1", .virtualProbesGone, "section", out,
      pod: .fixture(annotations: ["kuma.io/virtual-probes": "enabled", "kuma.io/virtual-probes-port": "9000"]),
      see: sectionsOfDataplane, before: "probes", after: "none"
    ),
    rows(
      "FAIL-2", .virtualProbesGone, "", out, pod: .fixture(annotations: ["kuma.io/virtual-probes": "enabled"]),
      see: sectionsOfDataplane, before: "fail missingProbesPort", after: "none"
    ),
    rows(
      "TP-7", .outboundsSettingGone, "", out, services: [.fixture(name: "db", clusterIP: "10.96.0.7", selector: [:])],
      dataplanes: [
        existing(
          Dataplane.Networking(
            address: "10.0.0.7",
            inbound: [
              Dataplane.Inbound(
                port: 5432, tags: Tags([KumaTag(key: "kuma.io/service", value: "db_demo_svc_80", origin: .resource)]))
            ]))
      ],
      settings: { $0.outbounds = .dataplanes }, see: addressesOfOutbounds, before: "10.96.0.7:80", after: "none"
    ),
  ]

  private static let addressesOfOutbounds = dataplane { dataplane in
    let outbounds = dataplane.networking.outbound.map { "\($0.address):\($0.port)" }
    return outbounds.isEmpty ? "none" : outbounds.joined(separator: ", ")
  }

  /// Which of metrics and probes the Dataplane has.
  private static let sectionsOfDataplane = dataplane { dataplane in
    let sections = [dataplane.metrics.map { _ in "metrics" }, dataplane.probes.map { _ in "probes" }].compactMap(\.self)
    return sections.isEmpty ? "none" : sections.joined(separator: ", ")
  }

  // MARK: Inbounds

  /// Two containers that declare the same port, of which the second one is ready.
  private static let twoOfOnePort = Pod.fixture(
    labels: ["app": "web"],
    containers: ["a", "b"].map { Container(name: $0, ports: [ContainerPort(name: $0, containerPort: 8080)]) },
    statuses: [ContainerStatus(name: "a", isReady: false), ContainerStatus(name: "b", isReady: true)]
  )

  private static func leading(to port: PortReference, name: String) -> Service {
    .fixture(name: name, ports: [ServicePort(port: 80, targetPort: port)])
  }

  private static let announcedInbounds: [[BoundaryCase]] = [
    rows(
      "TAG-11", .inboundTagsGone, "with a Service", out, services: [.fixture()], see: inbounds,
      before: "8080 web_demo_svc_80", after: "8080 untagged"
    ),
    rows(
      "POD-2", .inboundTagsGone, "an owner that is missing", out,
      pod: .fixture(owners: [OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "web")]), see: inbounds,
      before: "fail ownerNotFound", after: "49151 untagged"
    ),
    rows(
      "LBL-5", .inboundTagsGone, "labels of the Node", out, pod: .fixture(nodeName: "node-a"), nodes: [node],
      see: labels("topology.kubernetes.io/zone"), before: "absent", after: "eu-1a"
    ),
    rows(
      "GW-2", .inboundTagsGone, "a gateway", out, pod: .fixture(labels: ["app": "web"], annotations: [gateway: "enabled"]),
      services: [.fixture()], under: [.gatewayGone], see: tags("kuma.io/service"), before: "web_demo_svc_80", after: "absent"
    ),
    rows(
      "VALID-3", .inboundTagsGone, "tags of a Dataplane that is written by hand", out,
      previous: existing(Dataplane.Networking(address: "10.0.0.1", inbound: [tagged(8080)])),
      see: problemsOfPrevious, before: "networking.inbound[0].tags[\"kuma.io/service\"] missingService", after: "none"
    ),
    rows(
      "INB-7", .deduplicationEverywhere, "in any mesh", out, services: [.fixture(), .fixture(name: "alias")], see: states,
      before: "8080 Ready, 8080 Ready", after: "8080 Ready"
    ),
    rows(
      "INB-7", .deduplicationEverywhere, "the best state", out, pod: twoOfOnePort,
      services: [leading(to: "a", name: "alias"), leading(to: "b", name: "web")], see: states,
      before: "8080 NotReady, 8080 Ready", after: "8080 Ready"
    ),
    rows(
      "SVC-4", .ignoredStateGone, "", out,
      services: [.fixture(selector: ["app": "web", "version": "v2"])], settings: { $0.ignoredSelectorLabels = ["version"] },
      see: readiness, before: "Ignored, unhealthy", after: "Ready, healthy"
    ),
    rows(
      "TAG-13", .protocolKafkaGone, "", out,
      services: [
        .fixture(
          annotations: ["80.service.kuma.io/protocol": "http2"],
          ports: [ServicePort(appProtocol: "kafka", port: 80, targetPort: 8080)])
      ],
      see: protocolOfInbound, before: "kafka", after: "http2"
    ),
    rows(
      "LSN-1", .listenersEverywhere, "in any mesh", out, services: [zoneIngress], see: listeners,
      before: "inbounds none; listeners none", after: "inbounds none; listeners ZoneIngress 10001"
    ),
    rows(
      "LSN-2", .listenersEverywhere, "backends", out, services: [zoneIngress], see: reachableBackends, before: "all",
      after: "none"
    ),
  ]

  private static let zoneIngress = Service.fixture(
    labels: [zoneProxyType: "ingress"], ports: [ServicePort(port: 10001, targetPort: 10001)])

  /// An inbound that has a tag, and not that of its service.
  private static func tagged(_ port: Int) -> Dataplane.Inbound {
    Dataplane.Inbound(port: port, tags: Tags([KumaTag(key: "team", value: "shop", origin: .resource)]))
  }

  /// Port and state of every inbound.
  private static let states = dataplane { dataplane in
    dataplane.networking.inbound.map { "\($0.port) \($0.state.rawValue)" }.joined(separator: ", ")
  }

  private static let protocolOfInbound = dataplane { $0.networking.inbound.first?.appProtocol ?? "none" }

  // MARK: Mesh and transparent proxying

  private static let announcedProxying: [[BoundaryCase]] = [
    rows(
      "MESH-1", .meshAnnotationGone, "of the Pod", out, pod: .fixture(annotations: [mesh: "orders"]), see: meshes,
      before: "controller 'orders' injector 'orders'", after: "controller 'default' injector 'default'"
    ),
    rows(
      "MESH-1", .meshAnnotationGone, "of the Namespace", out, in: .fixture(annotations: [mesh: "orders"]), see: meshes,
      before: "controller 'orders' injector 'orders'", after: "controller 'default' injector 'default'"
    ),
    rows(
      "INJ-8", .meshAnnotationGone, "a zone proxy", out,
      pod: .fixture(labels: [injection: "enabled", zoneProxyType: "egress"], annotations: [mesh: "payments"]),
      meshes: .only([]), see: decision, before: "inject podLabel", after: "reject meshNotFound"
    ),
    rows(
      "TP-1", .proxyingFieldsGone, "lists", out, pod: .fixture(annotations: [direct: "web_demo_svc_80"]), see: directAccess,
      before: "none", after: "'web_demo_svc_80'"
    ),
    rows(
      "TP-2", .proxyingFieldsGone, "ports", out, pod: .fixture(annotations: proxied()), see: redirection,
      before: "15006, 15001, DualStack", after: "none"
    ),
    rows(
      "TP-4", .proxyingFieldsGone, "IP families", out, pod: .fixture(annotations: proxied([familyMode: "ipv4"])),
      see: redirection, before: "15006, 15001, IPv4", after: "none"
    ),
    rows(
      "REACH-1", .reachableServicesGone, "", out,
      pod: .fixture(annotations: proxied(["kuma.io/transparent-proxying-reachable-services": "web_demo_svc_80"])),
      see: reachableServices, before: "'web_demo_svc_80'", after: "none"
    ),
    rows(
      "DA-6", .directAccessByLabel, "", out, pod: .fixture(annotations: proxied([mark: "true", direct: "web_demo_svc_80"])),
      under: [.directAccessWildcard], see: namesMatching(.serviceLabel), before: "false", after: "true"
    ),
    rows(
      "DA-6", .directAccessWildcard, "", out,
      pod: .fixture(annotations: proxied([mark: "true", direct: "web_demo_svc_80"])),
      see: namesMatching(.nothing), before: "false", after: "true"
    ),
  ]

  /// What the Dataplane says of what is redirected.
  private static let redirection = dataplane { dataplane in
    guard let section = dataplane.networking.transparentProxying else { return "none" }
    return "\(section.redirectPortInbound), \(section.redirectPortOutbound), \(section.ipFamilyMode.rawValue)"
  }

  /// Whether it is told of an entry of the direct access that names match so.
  private static func namesMatching(_ matching: DirectAccess.NameMatching) -> Observation {
    { kuma, given in
      let objects: [KubernetesObject] = [.pod(given.pod)] + (given.namespace.map { [.namespace($0)] } ?? [])
      let cluster = Cluster(objects.map(ClusterObject.kubernetes), under: kuma)
      guard let report = cluster.reconciliation(of: ObjectName(of: given.pod.metadata)) else { return "no Pod" }
      return "\(Told.findings(of: cluster, on: report).contains(.directAccessName("web_demo_svc_80", matching)))"
    }
  }

  // MARK: Gateways and zone proxies

  private static let announcedGateways: [[BoundaryCase]] = [
    rows(
      "GW-4", .gatewayGone, "", out, pod: .fixture(labels: ["app": "web"], annotations: [gateway: "enabled"]),
      services: [.fixture()], see: gatewayOrInbounds, before: "gateway", after: "8080"
    ),
    rows(
      "INJ-18", .gatewayGone, "", out,
      pod: .fixture(labels: [injection: "enabled"], annotations: [gateway: "provided"]), see: decision,
      before: "reject unreadableGateway", after: "inject podLabel"
    ),
    rows(
      "WRITE-5", .gatewayGone, "", out, pod: .fixture(annotations: [gateway: "enabled"]),
      see: written("kuma.io/application-probe-proxy-port"), before: "label absent annotation 0",
      after: "label absent annotation 9001"
    ),
    rows(
      "GW-6", .gatewayBuiltinGone, "", out, pod: injected(annotations: [gateway: "builtin"]), see: isMapped,
      before: "no", after: "yes"
    ),
    rows(
      "LIFE-7", .zoneProxiesGone, "ingress", out, pod: injected(annotations: ["kuma.io/ingress": "true"]), see: outcome,
      before: "fail zoneProxyOutsideSystemNamespace", after: "apply"
    ),
    rows(
      "LIFE-7", .zoneProxiesGone, "egress", out, pod: injected(annotations: ["kuma.io/egress": "true"]), see: outcome,
      before: "fail zoneProxyOutsideSystemNamespace", after: "apply"
    ),
  ]

  private static let gatewayOrInbounds = dataplane { dataplane in
    dataplane.networking.gateway != nil
      ? "gateway" : dataplane.networking.inbound.map { "\($0.port)" }.joined(separator: ", ")
  }

  /// Whether the Pod gets a Dataplane with inbounds.
  private static let isMapped: Observation = { kuma, given in
    let dataplane = kuma.outcome(of: given.pod, in: given.namespace, among: given.catalog).dataplane
    return dataplane.map { $0.networking.inbound.isEmpty ? "no" : "yes" } ?? "no"
  }

  // MARK: Injection

  private static func asking(_ key: String, _ value: String = "x") -> Pod {
    .fixture(labels: [injection: "enabled"], annotations: [key: value])
  }

  private static let probed = Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9000)])
  private static let proxyPort = "kuma.io/application-probe-proxy-port"

  private static let announcedInjection: [[BoundaryCase]] = [
    rows(
      "WRITE-1", .proxyingByConfiguration, "", out, see: written("kuma.io/transparent-proxying"),
      before: "label absent annotation enabled", after: "label absent annotation absent"
    ),
    rows(
      "WRITE-4", .proxyingByConfiguration, "", out, see: written(familyMode), before: "label absent annotation dualstack",
      after: "label absent annotation absent"
    ),
    rows(
      "WRITE-8", .proxyConfigMapRequired, "", out, pod: .fixture(labels: [injection: "enabled"]),
      settings: { $0.injector.transparentProxyConfiguration = .missing },
      see: decision, before: "inject podLabel", after: "reject missingProxyConfigMap"
    ),
    rows(
      "WRITE-3", .adminPortOverwritten, "", out, pod: .fixture(annotations: ["kuma.io/envoy-admin-port": "99"]),
      see: written("kuma.io/envoy-admin-port"), before: "label absent annotation 99", after: "label absent annotation 9901"
    ),
    rows(
      "INJ-15", .proxyingChecks, "IP families", out, pod: asking(familyMode, "ipv6"), see: decision,
      before: "inject podLabel", after: "reject unreadableAnnotation"
    ),
    rows(
      "INJ-15", .proxyingChecks, "incoming ports", out, pod: asking("traffic.kuma.io/exclude-inbound-ports", "80,0"),
      see: decision, before: "inject podLabel", after: "reject unreadableAnnotation"
    ),
    rows(
      "INJ-15", .proxyingChecks, "outgoing ports", out, pod: asking("traffic.kuma.io/exclude-outbound-ports", "65536"),
      see: decision, before: "inject podLabel", after: "reject unreadableAnnotation"
    ),
    rows(
      "INJ-15", .proxyingChecks, "packets", out, pod: asking("traffic.kuma.io/drop-invalid-packets", "enabled"),
      see: decision, before: "inject podLabel", after: "reject unreadableAnnotation"
    ),
    rows(
      "INJ-15", .builtinDNSGone, "", out, pod: asking("kuma.io/builtin-dns"), see: decision,
      before: "reject unreadableAnnotation", after: "inject podLabel"
    ),
    rows(
      "INJ-15", .ebpfGone, "", out, pod: asking("kuma.io/transparent-proxying-ebpf"), see: decision,
      before: "reject unreadableAnnotation", after: "inject podLabel"
    ),
    rows(
      "WRITE-6", .nativeSidecarsOnly, "", out, settings: { $0.injector.nativeSidecars = .disabled }, see: initContainers,
      before: "none", after: "kuma-sidecar"
    ),
    rows(
      "WRITE-5", .virtualProbesGone, "annotation", out, see: written("kuma.io/virtual-probes"),
      before: "label absent annotation disabled", after: "label absent annotation absent"
    ),
    rows(
      "WRITE-5", .virtualProbesGone, "a Pod that wants no proxy", out,
      pod: .fixture(
        annotations: [proxyPort: "0"],
        containers: [Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 80)])]),
      see: portsOfProbes, before: "9000", after: "80"
    ),
    rows(
      "INJ-18", .virtualProbesGone, "", out, pod: asking("kuma.io/virtual-probes"), see: decision,
      before: "reject unreadableAnnotation", after: "inject podLabel"
    ),
    rows(
      "INJ-19", .virtualProbesGone, "", out,
      pod: .fixture(labels: [injection: "enabled"], annotations: [proxyPort: "0"], containers: [probed]), see: decision,
      before: "reject probePortInUse", after: "inject podLabel"
    ),
  ]

  /// The init containers of the Pod once it is injected.
  private static let initContainers: Observation = { kuma, given in
    guard let namespace = given.namespace else { return "no Namespace" }
    let names = kuma.injectedPod(given.pod, in: namespace).spec.initContainers.map(\.name)
    return names.isEmpty ? "none" : names.joined(separator: ", ")
  }

  /// The ports that probes ask once the Pod is injected.
  private static let portsOfProbes: Observation = { kuma, given in
    guard let namespace = given.namespace else { return "no Namespace" }
    let spec = kuma.injectedPod(given.pod, in: namespace).spec
    return spec.containers.flatMap(\.httpProbes).map { "\($0.port)" }.joined(separator: ", ")
  }

  // MARK: Labels

  private static let inEast: SettingsChange = { $0.zone = "east" }

  private static let announcedLabels: [[BoundaryCase]] = [
    rows(
      "LBL-1", .originAlways, "a label of the Pod", out, pod: .fixture(labels: ["kuma.io/origin": "elsewhere"]),
      settings: inEast, under: [.reservedLabelsDropped], see: labels("kuma.io/origin"), before: "elsewhere", after: "zone"
    ),
    rows(
      "ADM-2", .originAlways, "", out, in: labelled, previous: written(labels: ["kuma.io/origin": "global"]),
      settings: inEast, see: stored("kuma.io/origin"), before: "label global annotation absent",
      after: "label zone annotation absent"
    ),
    rows(
      "LBL-1", .zoneAlways, "a label of the Pod", out, pod: .fixture(labels: ["kuma.io/zone": "west"]), settings: inEast,
      under: [.reservedLabelsDropped], see: labels("kuma.io/zone"), before: "west", after: "east"
    ),
    rows(
      "ADM-2", .zoneAlways, "zone", out, in: labelled, previous: written(labels: ["kuma.io/zone": "west"]),
      settings: inEast, see: stored("kuma.io/zone"), before: "label west annotation absent",
      after: "label east annotation absent"
    ),
    rows(
      "ADM-2", .zoneAlways, "environment", out, in: labelled, previous: written(labels: ["kuma.io/env": "universal"]),
      settings: inEast, see: stored("kuma.io/env"), before: "label universal annotation absent",
      after: "label kubernetes annotation absent"
    ),
    rows(
      "LBL-1", .displayNameAlways, "", out, see: labels("kuma.io/display-name"), before: "absent", after: "web-1"
    ),
    rows(
      "ADM-3", .displayNameAlways, "", out, in: labelled,
      previous: written(annotations: ["kuma.io/display-name": "other"]), see: stored("kuma.io/display-name"),
      before: "label absent annotation other", after: "label absent annotation web-1"
    ),
    rows(
      "LBL-1", .proxyTypeGone, "", out, see: labels("kuma.io/proxy-type"), before: "sidecar", after: "absent"
    ),
    rows(
      "ADM-2", .proxyTypeGone, "", out, in: labelled, previous: written(labels: ["kuma.io/proxy-type": "sidecar"]),
      see: stored("kuma.io/proxy-type"), before: "label sidecar annotation absent", after: "label absent annotation absent"
    ),
    rows(
      "LBL-6", .reservedLabelsDropped, "of the Pod", out,
      pod: .fixture(labels: [injection: "enabled", "k8s.kuma.io/x": "1", "x.kuma.io/y": "2"]),
      see: labels(injection, "k8s.kuma.io/x", "x.kuma.io/y"), before: "enabled, 1, 2", after: "absent, absent, 2"
    ),
    rows(
      "LBL-6", .reservedLabelsDropped, "of the Dataplane as it was", out,
      previous: existing(labels: ["kuma.io/x": "1", "team": "shop"], Dataplane.Networking(address: "10.0.0.1")),
      see: labels("kuma.io/x", "team"), before: "1, shop", after: "absent, shop"
    ),
    rows(
      "LBL-6", .reservedLabelsDropped, "of the Node", out, pod: .fixture(nodeName: "node-a"),
      nodes: [Node(metadata: ObjectMeta(name: "node-a", labels: ["kuma.io/rack": "7"]))],
      settings: {
        $0.nodeLabels = ["kuma.io/rack"]
        $0.inboundTags = .disabled
      },
      see: labels("kuma.io/rack"), before: "7", after: "absent"
    ),
  ]

  /// A Dataplane that somebody writes, `demo/web-1`.
  private static func written(labels: StringMap = [:], annotations: StringMap = [:]) -> Dataplane {
    Dataplane(
      mesh: "default",
      metadata: Dataplane.Metadata(name: "web-1", namespace: "demo", labels: labels, annotations: annotations),
      networking: Dataplane.Networking(address: "10.0.0.1", inbound: [Dataplane.Inbound(port: 8080, tags: Tags())])
    )
  }

  /// What is stored under a key of the Dataplane that somebody writes, as label and as annotation.
  private static func stored(_ key: String) -> Observation {
    { kuma, given in
      guard let written = given.previous, let namespace = given.namespace else { return "no Dataplane" }
      let metadata = try kuma.storedDataplane(of: written, in: namespace, among: given.catalog.meshes).get().metadata
      return "label \(metadata.labels[key] ?? "absent") annotation \(metadata.annotations[key] ?? "absent")"
    }
  }

  // MARK: Validation

  private static let announcedValidation: [[BoundaryCase]] = [
    rows(
      "VALID-4", .protocolKafkaGone, "", out,
      previous: existing(
        Dataplane.Networking(
          address: "10.0.0.1", inbound: [Dataplane.Inbound(port: 8080, tags: Tags(), appProtocol: "kafka")])),
      see: problemsOfPrevious, before: "none", after: "networking.inbound[0].protocol unknownProtocol"
    ),
    rows(
      "ADM-6", .constraintsGone, "", out, pod: injected(), in: labelled,
      meshes: .only([Mesh(name: "default", constraints: MeshConstraints(requirements: [["team": "*"]]))]),
      see: outcome, before: "fail dataplaneRefused", after: "apply"
    ),
    rows(
      "VALID-15", .objectNames, "a Mesh", out, see: refusedMeshes("blue", "blue-2", "2-blue", "blue.team", "blue_team"),
      before: "none", after: "2-blue, blue.team, blue_team"
    ),
    rows(
      "SET-1", .objectNames, "a zone", out, settings: { $0.zone = "East" }, see: settingNotes, before: "none",
      after: "zone-not-a-label"
    ),
  ]

  /// Which of some names a Mesh cannot be created or changed with.
  private static func refusedMeshes(_ names: String...) -> Observation {
    { kuma, _ in
      let refused = names.filter { kuma.problem(of: Mesh(name: $0)) != nil }
      return refused.isEmpty ? "none" : refused.joined(separator: ", ")
    }
  }
}
