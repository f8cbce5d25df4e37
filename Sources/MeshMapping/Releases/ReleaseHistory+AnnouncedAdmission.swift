extension ReleaseChange {
  package static let proxyingByConfiguration = ReleaseChange(
    "proxying-by-configuration", .field, [.from(3, 0, 0)], [17821],
    "The injector writes what is redirected as one annotation, which nothing of the Dataplane comes from.",
    [.set(\.injection.written.proxying, .configuration)]
  )

  package static let proxyConfigMapRequired = ReleaseChange(
    "proxy-config-map-required", .refusal, [.from(3, 0, 0)], [17821],
    "Transparent proxying is always set up by a ConfigMap, which the chart makes: every Pod is refused where it does not exist or cannot be read.",
    [.set(\.injection.written.configMapUse, .always)]
  )

  package static let adminPortOverwritten = ReleaseChange(
    "admin-port-overwritten", .field, [.from(3, 0, 0)], [17821],
    "The injector writes the port of Envoy's administration over the one that a Pod has.",
    [.set(\.injection.written.adminPort, .written)]
  )

  package static let proxyingChecks = ReleaseChange(
    "proxying-checks", .refusal, [.from(3, 0, 0)], [17821],
    "A Pod is refused whose annotations of the IP family mode, of ports that are not redirected, or of packets that are dropped or logged cannot be read.",
    [
      .set(\.injection.checks.familyMode, .read),
      .set(\.injection.checks.excludedPorts, .read),
      .set(\.injection.checks.packets, .read),
    ]
  )

  package static let builtinDNSGone = ReleaseChange(
    "builtin-dns-gone", .lifted, [.from(3, 0, 0)], [17821, 17873],
    "The annotations of the builtin DNS are not read.",
    [.set(\.injection.checks.builtinDNS, .notRead)]
  )

  package static let ebpfGone = ReleaseChange(
    "ebpf-gone", .lifted, [.from(3, 0, 0)], [17225],
    "The annotation that switches eBPF on is not read.",
    [.set(\.injection.checks.ebpf, .notRead)]
  )

  package static let nativeSidecarsOnly = ReleaseChange(
    "native-sidecars-only", .field, [.from(3, 0, 0)], [17363, 17450],
    "The sidecar is an init container however the control plane is set, from Kubernetes 1.29 on.",
    [.set(\.injection.written.nativeSidecars, .always)]
  )

  package static let virtualProbesGone = ReleaseChange(
    "virtual-probes-gone", .field, [.from(3, 0, 0)], [17901],
    "There are no virtual probes, and Dataplanes have no probes; those of a Pod that wants no proxy of probes stay as they are.",
    [.set(\.injection.written.probeProxy, .alone), .set(\.sections.probes, .notRead)]
  )

  package static let podValidationAlways = ReleaseChange(
    "pod-validation-always", .unmapped, [.from(3, 0, 0)], [17494],
    "The webhook that validates Pods is always installed; a control plane that maps Pods has had it before."
  )

  package static let originAlways = ReleaseChange(
    "origin-always", .selectable, [.from(3, 0, 0)], [17176],
    "The label of the origin is written over one that is there.",
    [.set(\.labels.origin, .always)]
  )

  package static let displayNameAlways = ReleaseChange(
    "display-name-always", .selectable, [.from(3, 0, 0)], [17162],
    "The name to show is always that of the Dataplane, which the controller writes as a label and the webhook makes an annotation. Backports to 2.9 up to 2.14 were open in August 2026 (#18160 to #18164), and no release had one.",
    [.set(\.labels.displayName, .present)]
  )

  package static let proxyTypeGone = ReleaseChange(
    "proxy-type-gone", .selectable, [.from(3, 0, 0)], [17864],
    "Dataplanes have no label of the type of the proxy; one that is there is removed.",
    [.set(\.labels.proxyType, .removed)]
  )

  package static let objectNames = ReleaseChange(
    "object-names", .refusal, [.from(3, 0, 0)], [18026, 18011],
    "The names of meshes and zones must be RFC 1035 labels: a Mesh of another name cannot be created or changed, and a control plane does not start in a zone of one.",
    [.set(\.validation.objectNames, .rfc1035)]
  )
}

extension ReleaseHistory {
  /// What the next release will change of injection and admission, as far as it is known: the development branch as of 21 August
  /// 2026.
  static let announcedAdmission: [ReleaseChange] = [
    .proxyingByConfiguration, .proxyConfigMapRequired, .adminPortOverwritten, .proxyingChecks, .builtinDNSGone, .ebpfGone,
    .nativeSidecarsOnly, .virtualProbesGone, .podValidationAlways, .originAlways, .displayNameAlways, .proxyTypeGone,
    .objectNames,
  ]
}
