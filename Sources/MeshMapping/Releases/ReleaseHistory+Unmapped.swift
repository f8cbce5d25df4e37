extension ReleaseChange {
  package static let startupProbes = ReleaseChange(
    "startup-probes", [.from(1, 6, 0)], [4090],
    "Startup probes are read too where virtual probes are on.",
    [.set(\.unmapped.startupProbes, .read)]
  )

  package static let aggregatedMetrics = ReleaseChange(
    "aggregated-metrics", [.from(1, 7, 0)], [4286],
    "The annotations of aggregated metrics are read; the dots of their keys stand for any character.",
    [.set(\.unmapped.aggregatedMetrics, .read)]
  )

  package static let aggregatedMetricsExact = ReleaseChange(
    "aggregated-metrics-exact", [.from(2, 1, 0)], [5242],
    "The keys of aggregated metrics are exact.",
    [.set(\.unmapped.aggregatedKeys, .exact)]
  )

  package static let nativeSidecarProbes = ReleaseChange(
    "native-sidecar-probes", [.from(2, 8, 0)], [9971],
    "The probes of native sidecars that start after the proxy are read too where virtual probes are on.",
    [.set(\.unmapped.nativeSidecarProbes, .read)]
  )

  package static let probeProxy = ReleaseChange(
    "probe-proxy", [.from(2, 9, 0)], [10624, 11268],
    "Probes ask the proxy of probes, those of TCP and gRPC too, unless virtual probes are off or the Pod is a gateway; its port must be a number.",
    [.set(\.unmapped.probeProxy, .read), .set(\.injection.written.probeProxy, .withVirtualProbes)]
  )
}

extension ReleaseHistory {
  /// What changed in reading metrics and probes, which the mapping does not write but which can fail.
  static let unmappedSections: [ReleaseChange] = [
    .startupProbes, .aggregatedMetrics, .aggregatedMetricsExact, .nativeSidecarProbes, .probeProxy,
  ]
}
