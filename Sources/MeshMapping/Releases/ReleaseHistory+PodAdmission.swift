extension ReleaseChange {
  package static let sidecarConcurrency = ReleaseChange(
    "sidecar-concurrency", .refusal, [.from(1, 3, 1)], [2691, 2720],
    "The annotation of the proxy's concurrency is read; a Pod on which it is no number is refused.",
    [.set(\.injection.checks.concurrency, .read)]
  )

  package static let tokenVolume = ReleaseChange(
    "token-volume", .refusal, [.from(1, 6, 0)], [4036],
    "A Pod can name the volume of its service account's token; it is refused where it has no such volume.",
    [.set(\.injection.checks.tokenVolume, .read)]
  )

  package static let proxyingEngine = ReleaseChange(
    "proxying-engine", .refusal, [.from(1, 7, 0)], [4240],
    "The annotation that switches the experimental engine of transparent proxying on is read; a Pod on which it cannot be is refused.",
    [.set(\.injection.checks.engine, .experimental)]
  )

  package static let drainTime = ReleaseChange(
    "drain-time", .refusal, [.from(1, 8, 0)], [4229],
    "The annotation of the drain time is read; a Pod on which it is no duration is refused.",
    [.set(\.injection.checks.drainTime, .read)]
  )

  package static let containerPatches = ReleaseChange(
    "container-patches", .refusal, [.from(1, 8, 0)], [4280],
    "ContainerPatches change what is injected; a Pod that names one that does not exist is refused.",
    [.set(\.injection.checks.containerPatches, .read)]
  )

  package static let builtinDNS = ReleaseChange(
    "builtin-dns", .refusal, [.from(1, 8, 0)], [4660],
    "A Pod's own annotations of the builtin DNS are read, by their old keys and by new ones; where they cannot be, it is refused.",
    [.set(\.injection.checks.builtinDNS, .read)]
  )

  package static let ebpf = ReleaseChange(
    "ebpf", .refusal, [.from(2, 0, 0)], [4919],
    "The annotation that switches eBPF on is read; a Pod on which it cannot be is refused.",
    [.set(\.injection.checks.ebpf, .read)]
  )

  package static let sidecarFirst = ReleaseChange(
    "sidecar-first", .field, [.from(2, 1, 0)], [5436],
    "The sidecar is the first container, no longer the last.",
    [.set(\.injection.written.sidecarPosition, .first)]
  )

  package static let proxyingEngineOne = ReleaseChange(
    "proxying-engine-one", .refusal, [.from(2, 2, 0)], [6083],
    "The annotation that switches the first engine of transparent proxying on is read, that of the experimental one no more.",
    [.set(\.injection.checks.engine, .versionOne)]
  )

  package static let builtinDNSNewKeys = ReleaseChange(
    "builtin-dns-new-keys", .lifted, [.from(2, 2, 0)], [6224],
    "The old keys of the builtin DNS are no longer read.",
    [.set(\.injection.checks.builtinDNSOldKeys, .notRead)]
  )

  package static let initFirst = ReleaseChange(
    "init-first", .refusal, [.from(2, 3, 0)], [7070],
    "The annotation that puts Kuma's init container first is read; a Pod on which it cannot be is refused.",
    [.set(\.injection.checks.initFirst, .read)]
  )

  package static let waitForDataplane = ReleaseChange(
    "wait-for-dataplane", .refusal, [.from(2, 4, 0)], [7583],
    "The annotation that makes containers wait for the proxy is read; a Pod on which it cannot be is refused.",
    [.set(\.injection.checks.waitForDataplane, .read)]
  )

  package static let proxyingEngineGone = ReleaseChange(
    "proxying-engine-gone", .lifted, [.from(2, 5, 0)], [8062],
    "No annotation of the engine of transparent proxying is read.",
    [.set(\.injection.checks.engine, .none)]
  )

  package static let builtinDNSLogging = ReleaseChange(
    "builtin-dns-logging", .refusal, [.from(2, 6, 0)], [8485],
    "The annotation of the log of the builtin DNS is read; a Pod on which it cannot be is refused.",
    [.set(\.injection.checks.builtinDNSLogging, .read)]
  )

  package static let packets = ReleaseChange(
    "packets", .refusal, [.backport(2, 8, 2)], [10676, 10743],
    "A Pod is refused whose annotations about packets that are dropped or logged say neither true nor false; 2.9.0 passes over them.",
    [.set(\.injection.checks.packets, .read)]
  )

  package static let builtinDNSLoggingWithDNS = ReleaseChange(
    "builtin-dns-logging-with-dns", .lifted, [.from(2, 9, 0)], [11367],
    "The annotation of the log of the builtin DNS is only read where that is on.",
    [.set(\.injection.checks.builtinDNSLogging, .readWithDNS)]
  )

  package static let spire = ReleaseChange(
    "spire", .refusal, [.from(2, 12, 0)], [14181],
    "The annotation that switches SPIRE on is read; a Pod on which it cannot be is refused.",
    [.set(\.injection.checks.spire, .read)]
  )

  package static let virtualProbesOff = ReleaseChange(
    "virtual-probes-off", .field, [.from(2, 13, 0)], [15113],
    "Virtual probes are off by default; a Pod that wants no proxy of probes gets them, and switching them off is no longer enough to get none.",
    [.set(\.injection.written.virtualProbes, .disabled), .set(\.injection.written.probeProxy, .instead)]
  )

  package static let workloadLabelRefused = ReleaseChange(
    "workload-label-refused", .refusal, [.from(2, 13, 0)], [14928],
    "A Pod that has the label of the workload already is refused, where its Namespace has the label of the injection.",
    [.set(\.podValidation.workloadLabel, .present)]
  )

  package static let meshesPerNamespace = ReleaseChange(
    "meshes-per-namespace", .refusal, [.from(2, 13, 0)], [15102],
    "The control plane can be set to refuse a Pod whose namespace has Dataplanes of another mesh.",
    [.set(\.podValidation.meshesPerNamespace, .read)]
  )

  package static let nativeSidecarDefault = ReleaseChange(
    "native-sidecar-default", .field, [.from(2, 14, 0)], [16502],
    "The sidecar is an init container by default, from Kubernetes 1.29 on.",
    [.set(\.injection.written.nativeSidecars, .onByDefault)]
  )
}

extension ReleaseHistory {
  /// What changed in what the injector writes and refuses, and in what else refuses a Pod.
  static let podAdmission: [ReleaseChange] = [
    .sidecarConcurrency, .tokenVolume, .proxyingEngine, .drainTime, .containerPatches, .builtinDNS, .ebpf, .sidecarFirst,
    .proxyingEngineOne, .builtinDNSNewKeys, .initFirst, .waitForDataplane, .proxyingEngineGone, .builtinDNSLogging, .packets,
    .builtinDNSLoggingWithDNS, .spire, .virtualProbesOff, .workloadLabelRefused, .meshesPerNamespace, .nativeSidecarDefault,
  ]
}
