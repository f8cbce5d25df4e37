import KubernetesObjects

extension ControlPlane {
  /// Reads what the injector reads to put the sidecar together, in its order (INJ-10, INJ-14, INJ-17).
  func checkSidecar(of pod: Pod, _ annotations: InjectorAnnotations) throws(InjectorRefusal) {
    let checks = rules.injection.checks
    if checks.drainTime == .read { try annotations.check(KumaKey.sidecarDrainTime, is: .duration) }
    if checks.spire == .read { try annotations.check(KumaKey.spire, is: .onOrOff) }
    try annotations.check(KumaKey.sidecarVariables, is: .variables)
    if checks.concurrency == .read { try annotations.check(KumaKey.sidecarConcurrency, is: .number) }
    if rules.injection.written.adminPort != .notWritten,
      let port = annotations.evidence(of: KumaKey.adminPort), UnsignedDecimal.parse(port.value) == nil
    {
      throw InjectorRefusal(.unreadableAdminPort(port))
    }
    if checks.waitForDataplane == .read { try annotations.check(KumaKey.waitForDataplane, is: .onOrOff) }
    if checks.tokenVolume == .read, let volume = annotations.evidence(of: KumaKey.tokenVolume),
      !pod.spec.volumeNames.contains(where: { $0.hasSameBytes(as: volume.value) })
    {
      throw InjectorRefusal(.missingTokenVolume(volume))
    }
  }

  /// Reads what the injector reads to write annotations and to set transparent proxying up, in its order (INJ-15, INJ-18).
  func checkProxying(of pod: Pod, _ annotations: InjectorAnnotations) throws(InjectorRefusal) {
    let checks = rules.injection.checks
    if proxyingForm != .notKnown {
      try checkConfiguration(annotations)
      if checks.initFirst == .read { try annotations.check(KumaKey.initFirst, is: .onOrOff) }
      return
    }
    if checks.familyMode == .read { try annotations.check(KumaKey.ipFamilyMode, is: .familyMode) }
    if checks.ebpf == .read { try annotations.check(KumaKey.ebpf, is: .onOrOff) }
    if checks.builtinDNS == .read { try checkBuiltinDNS(annotations) }
    _ = try writtenProbes(annotations)
    if checks.packets == .read {
      try annotations.check(KumaKey.dropInvalidPackets, is: .trueOrFalse)
      try annotations.check(KumaKey.packetLogs, is: .trueOrFalse)
    }
    if checks.excludedPorts == .read {
      try annotations.check(KumaKey.excludedOutboundPorts, is: .ports)
      try annotations.check(KumaKey.excludedInboundPorts, is: .ports)
    }
    // Where the injector writes the port itself, what the Pod says is gone.
    if rules.injection.written.ipv6 == .familyMode, unusualPortV6 == nil, rules.transparentProxying.portV6 == .read {
      try annotations.check(KumaKey.redirectPortInboundV6, is: .number)
    }
    switch checks.engine {
    case .none: break
    case .experimental: try annotations.check(KumaKey.experimentalEngine, is: .onOrOff)
    case .versionOne: try annotations.check(KumaKey.engineVersionOne, is: .onOrOff)
    }
    if checks.initFirst == .read { try annotations.check(KumaKey.initFirst, is: .onOrOff) }
  }

  /// Looks the ConfigMap of transparent proxying up (WRITE-8).
  func checkConfigMap(of pod: Pod) throws(InjectorRefusal) {
    guard settings.injector.transparentProxyConfiguration == .missing, let name = transparentProxyConfigMap,
      rules.injection.written.missingConfigMap == .refused, proxyConfiguration(of: pod) == .missing
    else { return }
    throw InjectorRefusal(.missingProxyConfigMap(ExactString(name)))
  }

  /// Reads what the injector reads where transparent proxying is set up by a ConfigMap, in its order (INJ-20).
  private func checkConfiguration(_ annotations: InjectorAnnotations) throws(InjectorRefusal) {
    try annotations.check(KumaKey.ipFamilyMode, is: .familyMode)
    try annotations.check(KumaKey.dropInvalidPackets, is: .trueOrFalse)
    try annotations.check(KumaKey.packetLogs, is: .trueOrFalse)
    try annotations.check(KumaKey.excludedOutboundPorts, is: .ports)
    if try !isGateway(annotations) {
      try annotations.check(KumaKey.excludedInboundPorts, is: .ports)
      _ = try annotations.number(of: KumaKey.probeProxyPort)
    }
    try annotations.check(KumaKey.ebpf, is: .onOrOff)
    _ = try writtenProbes(annotations)
  }

  private func checkBuiltinDNS(_ annotations: InjectorAnnotations) throws(InjectorRefusal) {
    let checks = rules.injection.checks
    if checks.builtinDNSOldKeys == .read { try annotations.check(KumaKey.builtinDNSOld, is: .onOrOff) }
    let isOff = try annotations.setting(of: KumaKey.builtinDNS) == .off
    if checks.builtinDNSOldKeys == .read { try annotations.check(KumaKey.builtinDNSPortOld, is: .number) }
    try annotations.check(KumaKey.builtinDNSPort, is: .number)
    switch checks.builtinDNSLogging {
    case .readWithDNS where isOff, .notRead: break
    case .read, .readWithDNS: try annotations.check(KumaKey.builtinDNSLogging, is: .onOrOff)
    }
  }

  /// Looks the ContainerPatches up that the control plane and the Pod name (INJ-16).
  ///
  /// - Returns: Whether they are known to exist; false where none are in the input, so that nobody knows.
  func containerPatches(
    of annotations: InjectorAnnotations,
    among existing: ContainerPatchCatalog
  ) throws(InjectorRefusal) -> ContainerPatchCatalog.Answer {
    guard rules.injection.checks.containerPatches == .read else { return .known }
    let annotation = annotations.evidence(of: KumaKey.containerPatches)
    let own = annotation.map { $0.value.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) } }
    let ofAll = settings.injector.containerPatches
    guard !ofAll.isEmpty || !(own ?? []).isEmpty else { return .known }
    guard let missingOfAll = existing.missing(of: ofAll, in: settings.systemNamespace),
      let missing = existing.missing(of: own ?? [], in: settings.systemNamespace)
    else { return .unknown }
    guard missingOfAll.isEmpty, missing.isEmpty else {
      throw InjectorRefusal(
        .missingContainerPatches(
          ofControlPlane: missingOfAll.map { ExactString($0) }, ofPod: missing.map { ExactString($0) },
          namedBy: missing.isEmpty ? nil : annotation))
    }
    return .known
  }
}
