extension ReleaseChange {
  package static let startupProbes = ReleaseChange(
    "startup-probes", .field, [.from(1, 6, 0)], [4090],
    "Startup probes are read too where virtual probes are on.",
    [.set(\.sections.startupProbes, .read)]
  )

  package static let aggregatedMetrics = ReleaseChange(
    "aggregated-metrics", .field, [.from(1, 7, 0)], [4286],
    "The annotations of aggregated metrics are read; the dots of their keys stand for any character.",
    [.set(\.sections.aggregatedMetrics, .read)]
  )

  package static let aggregatedMetricsExact = ReleaseChange(
    "aggregated-metrics-exact", .field, [.from(2, 1, 0)], [5242],
    "The keys of aggregated metrics are exact.",
    [.set(\.sections.aggregatedKeys, .exact)]
  )

  package static let aggregatedMetricsAddress = ReleaseChange(
    "aggregated-metrics-address", .field, [.from(2, 2, 0)], [6289],
    "The address of an application whose metrics are aggregated is read.",
    [.set(\.sections.aggregatedAddress, .read)]
  )

  package static let nativeSidecarProbes = ReleaseChange(
    "native-sidecar-probes", .field, [.from(2, 8, 0)], [9971],
    "The probes of native sidecars that start after the proxy are read too where virtual probes are on.",
    [.set(\.sections.nativeSidecarProbes, .read)]
  )

  package static let probeProxy = ReleaseChange(
    "probe-proxy", .refusal, [.from(2, 9, 0)], [10624, 11268],
    "Probes ask the proxy of probes, those of TCP and gRPC too, unless virtual probes are off or the Pod is a gateway; its port must be a number.",
    [.set(\.sections.probeProxy, .read), .set(\.injection.written.probeProxy, .withVirtualProbes)]
  )

  package static let noVirtualOutbounds = ReleaseChange(
    "no-virtual-outbounds", .field, [.from(1, 3, 0)], [2421],
    "Dataplanes hold no outbounds for virtual IPs any more.",
    [.set(\.outbounds.virtualIPs, .absent)]
  )

  package static let outboundsSetting = ReleaseChange(
    "outbounds-setting", .field, [.from(1, 6, 0)], [3986],
    "The control plane can be set to keep outbounds as virtual IPs, apart from Dataplanes.",
    [.set(\.outbounds.writing, .byDefault)]
  )

  package static let outboundsAsVips = ReleaseChange(
    "outbounds-as-vips", .field, [.from(2, 2, 0)], [6057],
    "Outbounds are no longer written into Dataplanes, unless the control plane is set so.",
    [.set(\.outbounds.writing, .whereSet)]
  )

  package static let outboundsWithoutIgnored = ReleaseChange(
    "outbounds-without-ignored", .field, [.from(2, 5, 2)], [8937, 8982],
    "Inbounds that are ignored do not count where outbounds are written.",
    [.set(\.outbounds.ignoredInbounds, .leftOut)]
  )

  package static let zoneIngressAnew = ReleaseChange(
    "zone-ingress-anew", .field, [.from(1, 4, 1)], [3440, 3483],
    "A ZoneIngress is made anew each time: the services that it offers go until they are found again, and the place where others reach it where nothing gives it any more.",
    [.set(\.zoneProxies.ingressBase, .nothing)]
  )

  package static let gatewayNullTags = ReleaseChange(
    "gateway-null-tags", .refusal, [.from(2, 7, 2)], [10076],
    "A builtin gateway whose tags are null is refused; before, a zone to add to them crashed the control plane.",
    [.set(\.gateway.nullTags, .refused)]
  )

  package static let zoneIngressKept = ReleaseChange(
    "zone-ingress-kept", .field, [.from(2, 4, 5), .backport(2, 3, 4), .backport(2, 2, 6)], [8301, 8305, 8306, 8307],
    "A ZoneIngress is made from the one that exists: the services that it offers stay, and the place where others reach it where nothing gives it now.",
    [.set(\.zoneProxies.ingressBase, .existing)]
  )

  package static let gatewayBuiltinLabels = ReleaseChange(
    "gateway-builtin-labels", .selectable, [.from(2, 12, 0)], [14151],
    "The controller gives the Dataplane of a builtin gateway labels when it creates it.",
    [.set(\.gateway.builtinLabels, .present)]
  )
}

extension ReleaseHistory {
  /// What changed in the sections of metrics and probes, in the outbounds, and about builtin gateways and the proxies of zones.
  static let sections: [ReleaseChange] = [
    .startupProbes, .aggregatedMetrics, .aggregatedMetricsExact, .aggregatedMetricsAddress, .nativeSidecarProbes,
    .probeProxy,
    .noVirtualOutbounds, .outboundsSetting, .outboundsAsVips, .outboundsWithoutIgnored,
    .zoneIngressAnew, .zoneIngressKept, .gatewayNullTags, .gatewayBuiltinLabels,
  ]
}
