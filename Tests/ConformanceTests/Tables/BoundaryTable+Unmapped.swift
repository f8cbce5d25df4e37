import KubernetesObjects
import MeshMapping
import TestSupport

extension BoundaryTable {
  /// What is read of metrics and probes.
  static let unmappedSections: [BoundaryCase] = [
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
  ].flatMap(\.self)

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
