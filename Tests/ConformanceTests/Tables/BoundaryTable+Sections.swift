import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport

extension BoundaryTable {
  /// What is read of metrics and probes.
  static let sections: [BoundaryCase] = [
    rows(
      "FAIL-2", .startupProbes, "", .at("1.5.5", "1.6.0"),
      pod: virtual([Container(name: "app", httpProbes: [HTTPProbe(.startup, port: 8080, path: "/")])]),
      see: failure, before: "none", after: "notVirtualProbe"
    ),
    rows(
      "FAIL-1", .aggregatedMetrics, "", .at("1.6.5", "1.7.0"),
      pod: .fixture(annotations: ["prometheus.metrics.kuma.io/aggregate-app-path": "/m"]),
      see: failure, before: "none", after: "missingMetricsPort"
    ),
    rows(
      "FAIL-1", .aggregatedMetricsExact, "", .at("2.0.8", "2.1.0"),
      pod: .fixture(annotations: ["prometheus-metrics.kuma.io/aggregate-app-path": "/m"]),
      see: failure, before: "missingMetricsPort", after: "none"
    ),
    rows(
      "FAIL-2", .nativeSidecarProbes, "", .at("2.7.29", "2.8.0"),
      pod: virtual([], after: Container(name: "native", httpProbes: [real], restartPolicy: "Always")),
      see: failure, before: "none", after: "notVirtualProbe"
    ),
    rows(
      "FAIL-2", .probeProxy, "path", .at("2.8.8", "2.9.0"),
      pod: virtual([Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9000, path: "/tcp/80")])]),
      see: failure, before: "notVirtualProbe", after: "none"
    ),
    rows(
      "FAIL-2", .probeProxy, "port", .at("2.8.8", "2.9.0"),
      pod: virtual([Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9001, path: "/80/l")])]),
      see: failure, before: "notVirtualProbe", after: "none"
    ),
    rows(
      "FAIL-2", .probeProxy, "annotation", .at("2.8.8", "2.9.0"),
      pod: virtual([], proxyPort: "x"),
      see: failure, before: "none", after: "unreadableNumber"
    ),
    rows(
      "MET-2", .aggregatedMetrics, "section", .at("1.6.5", "1.7.0"),
      pod: .fixture(annotations: ["prometheus.metrics.kuma.io/aggregate-app-port": "80"]),
      see: metrics, before: "none", after: "app :80/metrics at ''"
    ),
    rows(
      "MET-2", .aggregatedMetricsExact, "section", .at("2.0.8", "2.1.0"),
      pod: .fixture(annotations: [
        "prometheus-metrics.kuma.io/aggregate-app-path": "/m", "prometheus.metrics.kuma.io/aggregate-app-enabled": "false",
        "prometheus-metrics.kuma.io/aggregate-b-path": "/m",
      ]),
      see: metrics, before: "fail missingMetricsPort", after: "app :0/metrics at ''"
    ),
    rows(
      "MET-2", .aggregatedMetricsAddress, "", .at("2.1.7", "2.2.0"),
      pod: .fixture(annotations: [
        "prometheus.metrics.kuma.io/aggregate-app-port": "80", "prometheus.metrics.kuma.io/aggregate-app-address": "::1",
      ]),
      see: metrics, before: "app :80/metrics at ''", after: "app :80/metrics at '::1'"
    ),
    rows(
      "PROBE-1", .startupProbes, "section", .at("1.5.5", "1.6.0"),
      pod: virtual([Container(name: "app", httpProbes: [HTTPProbe(.startup, port: 9000, path: "/80/s")])]),
      see: endpoints, before: "none", after: "/80/s"
    ),
    rows(
      "PROBE-1", .nativeSidecarProbes, "section", .at("2.7.29", "2.8.0"),
      pod: virtual(
        [],
        after: Container(
          name: "native", httpProbes: [HTTPProbe(.liveness, port: 9000, path: "/80/l")], restartPolicy: "Always")),
      see: endpoints, before: "none", after: "/80/l"
    ),
    rows(
      "PROBE-2", .probeProxy, "section", .at("2.8.8", "2.9.0"),
      pod: virtual([Container(name: "app", httpProbes: [HTTPProbe(.liveness, port: 9001, path: "/80/l")])]),
      see: endpoints, before: "fail notVirtualProbe", after: "/80/l"
    ),
    rows(
      "OUT-4", .noVirtualOutbounds, "", .at("1.2.3", "1.3.0"),
      pod: marked, see: virtualOutbounds, before: "told", after: "not told"
    ),
    rows(
      "TP-7", .outboundsSetting, "", .at("1.5.5", "1.6.0"),
      services: [db], dataplanes: [dataplane()], settings: { $0.outbounds = .virtualIPs },
      see: outbounds, before: "10.96.0.7:80", after: "none"
    ),
    rows(
      "TP-7", .outboundsAsVips, "", .at("2.1.7", "2.2.0"),
      services: [db], dataplanes: [dataplane()], see: outbounds, before: "10.96.0.7:80", after: "none"
    ),
    rows(
      "OUT-1", .externalName, "outbounds", .at("2.2.5", "2.2.6"),
      .at("2.3.3", "2.3.4", beforeAgain: ["2.3.0", "2.3.1", "2.3.2"]),
      .at("2.4.3", "2.4.4", beforeAgain: ["2.4.0", "2.4.1", "2.4.2"]), .at("2.4.3", "2.5.0"),
      services: [.fixture(name: "db", type: "ExternalName", clusterIP: "10.96.0.7", selector: [:])],
      dataplanes: [dataplane()], settings: { $0.outbounds = .dataplanes },
      see: outbounds, before: "10.96.0.7:80", after: "none"
    ),
    rows(
      "OUT-1", .outboundsWithoutIgnored, "", .at("2.5.1", "2.5.2"),
      services: [db], dataplanes: [dataplane(.ignored)], settings: { $0.outbounds = .dataplanes },
      see: outbounds, before: "10.96.0.7:80", after: "none"
    ),
    rows(
      "OUT-3", .reachableServices, "outbounds", .at("1.4.1", "1.5.0"),
      pod: .fixture(
        annotations: (["kuma.io/transparent-proxying-reachable-services": "a"] as StringMap).over(.proxied)),
      services: [db], dataplanes: [dataplane()], see: outbounds, before: "10.96.0.7:80", after: "none"
    ),
    rows(
      "GW-7", .gatewayNullTags, "", .at("2.7.1", "2.7.2"),
      pod: .fixture(annotations: ["kuma.io/gateway": "builtin", "kuma.io/tags": "null"]),
      see: outcome, before: "fail controlPlaneCrash", after: "fail unreadableGatewayTags"
    ),
    rows(
      "GW-8", .gatewayBuiltinLabels, "", .at("2.11.18", "2.12.0"),
      pod: .fixture(
        labels: ["team": "a"], annotations: ["kuma.io/gateway": "builtin", "kuma.io/tags": #"{"kuma.io/service": "a"}"#]),
      see: stored { $0.metadata.labels["team"] ?? "absent" }, before: "absent", after: "a"
    ),
    rows(
      "ZONE-1", .adminPort, "zone ingress", .at("1.4.1", "1.5.0"),
      pod: ingress, in: .fixture(name: "kuma-system"), services: [ingressService],
      see: zoneIngress { $0.adminPort.map { "\($0)" } ?? "none" }, before: "none", after: "9901"
    ),
    rows(
      "ZONE-2", .zoneIngressAnew, "", .at("1.4.0", "1.4.1"),
      pod: ingress, in: .fixture(name: "kuma-system"), services: [ingressService],
      see: zoneIngressThatWas, before: "1.2.3.4", after: "none"
    ),
    rows(
      "ZONE-2", .zoneIngressKept, "", .at("2.2.5", "2.2.6"),
      .at("2.3.3", "2.3.4", beforeAgain: ["2.3.0", "2.3.1", "2.3.2"]),
      .at("2.4.4", "2.4.5", beforeAgain: ["2.4.0", "2.4.1", "2.4.2", "2.4.3"]),
      pod: ingress, in: .fixture(name: "kuma-system"), services: [ingressService],
      see: zoneIngressThatWas, before: "none", after: "1.2.3.4"
    ),
    rows(
      "ZONE-4", .deduplication, "zone ingress", .at("2.10.11", "2.11.0"),
      pod: ingress, in: .fixture(name: "kuma-system"),
      services: [
        .fixture(
          namespace: "kuma-system",
          ports: [ServicePort(port: 80, targetPort: 10001), ServicePort(port: 81, targetPort: 10001)])
      ],
      see: zoneIngress { "\($0.port)" }, before: "fail zoneProxyPorts", after: "10001"
    ),
    rows(
      "ZONE-5", .dataplaneLabels, "zone ingress", .at("2.9.19", "2.10.0"),
      pod: ingress, in: .fixture(name: "kuma-system"), services: [ingressService],
      see: zoneIngress { $0.metadata.labels["app"] ?? "absent" }, before: "absent", after: "web"
    ),
    rows(
      "ZONE-5", .dataplaneDefaulting, "zone ingress", .at("2.8.8", "2.9.0"),
      pod: ingress, in: .fixture(name: "kuma-system"), services: [ingressService],
      see: zoneIngress { $0.metadata.labels["k8s.kuma.io/namespace"] ?? "absent" }, before: "absent", after: "kuma-system"
    ),
  ].flatMap(\.self)

  private static let ingress = Pod.fixture(
    name: "ingress", namespace: "kuma-system", labels: ["app": "web"],
    annotations: ["kuma.io/ingress": "true", "kuma.io/envoy-admin-port": "9901"],
    statuses: [ContainerStatus(name: "app", isReady: true)])

  private static let ingressService = Service.fixture(
    namespace: "kuma-system", ports: [ServicePort(port: 10001, targetPort: 10001)])

  /// Something of the ZoneIngress that one pass of the controller leaves, or why there is none.
  private static func zoneIngress(_ part: @escaping @Sendable (ZoneIngress) -> String) -> Observation {
    { kuma, given in
      let outcome = kuma.outcome(of: given.pod, in: given.namespace, among: given.catalog)
      switch (outcome.verdict, outcome.resource) {
      case (.fail(let failure), _): return "fail \(failure.code)"
      case (_, .zoneIngress(let ingress)): return part(ingress)
      default: return "no ZoneIngress"
      }
    }
  }

  /// The address under which others reach the zone, where one was there before and nothing says one now.
  private static let zoneIngressThatWas: Observation = { kuma, given in
    var objects: [ClusterObject] = [.kubernetes(.pod(given.pod))] + given.catalog.services.map { .kubernetes(.service($0)) }
    if let namespace = given.namespace { objects.append(.kubernetes(.namespace(namespace))) }
    let metadata = Dataplane.Metadata(name: given.pod.metadata.name, namespace: "kuma-system")
    objects.append(
      .zoneIngress(ZoneIngress(metadata: metadata, address: "", port: 1, advertisedAddress: "1.2.3.4", advertisedPort: 1)))
    let outcome = Cluster(objects, under: kuma).outcome(of: ObjectName(of: given.pod.metadata))
    guard case .zoneIngress(let ingress) = outcome?.resource else { return "no ZoneIngress" }
    return ingress.advertisedAddress.isEmpty ? "none" : ingress.advertisedAddress
  }

  private static let db = Service.fixture(name: "db", clusterIP: "10.96.0.7", selector: [:])

  private static let marked = Pod.fixture(
    annotations: ["kuma.io/sidecar-injected": "true"], statuses: [ContainerStatus(name: "app", isReady: true)])

  /// A Dataplane that offers `db_demo_svc_80`.
  private static func dataplane(_ state: Dataplane.State = .ready) -> Dataplane {
    let tags = Tags([KumaTag(key: "kuma.io/service", value: "db_demo_svc_80", origin: .resource)])
    let inbound = Dataplane.Inbound(port: 5432, tags: tags, state: state)
    return Dataplane(
      mesh: "default", metadata: .init(name: "db-1", namespace: "demo"),
      networking: .init(address: "10.0.0.7", inbound: [inbound]))
  }

  /// The applications whose metrics are aggregated.
  private static let metrics = dataplane { dataplane in
    list((dataplane.metrics?.aggregate ?? []).map { "\($0.name) :\($0.port)\($0.path) at '\($0.address)'" })
  }

  /// The paths of the endpoints of virtual probes.
  private static let endpoints = dataplane { dataplane in list((dataplane.probes?.endpoints ?? []).map(\.path)) }

  /// The addresses of the outbounds.
  private static let outbounds: Observation = { kuma, given in
    guard let namespace = given.namespace else { return "no Namespace" }
    let dataplane = try kuma.dataplane(of: given.pod, in: namespace, among: given.catalog).result.get()
    return list(dataplane.networking.outbound.map { "\($0.address):\($0.port)" })
  }

  /// Whether it is told that the outbounds of virtual IPs are left out.
  private static let virtualOutbounds: Observation = { kuma, given in
    var objects: [ClusterObject] = [.kubernetes(.pod(given.pod))]
    if let namespace = given.namespace { objects.append(.kubernetes(.namespace(namespace))) }
    let cluster = Cluster(objects, under: kuma)
    guard let report = cluster.reconciliation(of: ObjectName(of: given.pod.metadata)) else { return "no Pod" }
    return Told.findings(of: cluster, on: report).contains(.outboundsNotMapped) ? "told" : "not told"
  }

  private static let real = HTTPProbe(.liveness, port: 8080, path: "/")

  /// A Pod with virtual probes switched on, with a native sidecar after the proxy where one is given.
  private static func virtual(
    _ containers: [Container],
    after native: Container? = nil,
    proxyPort: String = "9001"
  ) -> Pod {
    .fixture(
      annotations: [
        "kuma.io/virtual-probes": "enabled",
        "kuma.io/virtual-probes-port": "9000",
        "kuma.io/application-probe-proxy-port": proxyPort,
      ],
      containers: containers,
      initContainers: native.map { [Container(name: "kuma-sidecar"), $0] } ?? []
    )
  }

  /// The name of the failure, or `none`.
  private static let failure: Observation = { kuma, scenario in
    guard let namespace = scenario.namespace else { return "no Namespace" }
    switch kuma.dataplane(of: scenario.pod, in: namespace, among: scenario.catalog).result {
    case .success: return "none"
    case .failure(let failure): return failure.code
    }
  }
}
