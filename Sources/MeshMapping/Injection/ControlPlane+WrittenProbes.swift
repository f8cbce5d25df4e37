package import KubernetesObjects

extension ControlPlane {
  /// What the injector writes about the probes of a Pod with these annotations (WRITE-5, INJ-18).
  func writtenProbes(_ annotations: InjectorAnnotations) throws(InjectorRefusal) -> WrittenProbes {
    if rules.injection.written.probeProxy == .alone {
      _ = try isGateway(annotations)
      return WrittenProbes(virtual: .disabled, virtualPort: 0, proxyPort: try probeProxyPort(annotations, .disabled))
    }
    let virtual = try virtualProbes(annotations)
    // With a ConfigMap of transparent proxying nobody asks the Pod.
    let virtualPort = proxyingForm == .notKnown ? try annotations.number(of: KumaKey.virtualProbesPort) : nil
    return WrittenProbes(
      virtual: virtual,
      virtualPort: virtualPort ?? settings.injector.virtualProbesPort,
      proxyPort: try probeProxyPort(annotations, virtual)
    )
  }

  /// The port on which the application probe proxy of a Pod listens that its owner wrote so; nil where there is none, and where the injector
  /// refuses the annotations.
  package func probeProxyPort(of pod: Pod) -> Int? {
    let annotations = InjectorAnnotations(of: pod, words: rules.switchWords)
    let written = Result { () throws(InjectorRefusal) in try writtenProbes(annotations) }
    guard case .success(let probes) = written, let port = probes.proxyPort, port > 0 else { return nil }
    return port
  }

  private func virtualProbes(_ annotations: InjectorAnnotations) throws(InjectorRefusal) -> InjectorSettings.Switch {
    let own = try annotations.setting(of: KumaKey.virtualProbes)
    if try isGateway(annotations) {
      if own == .on, let evidence = annotations.evidence(of: KumaKey.virtualProbes) {
        throw InjectorRefusal(.virtualProbesOfGateway(evidence))
      }
      return .disabled
    }
    // Where the proxy of probes has come in their stead, who wants none gets virtual probes.
    if rules.injection.written.probeProxy == .instead, try annotations.number(of: KumaKey.probeProxyPort) == 0 {
      return .enabled
    }
    if let own { return own == .on ? .enabled : .disabled }
    return settings.injector.virtualProbes ?? rules.injection.written.virtualProbes
  }

  /// Whether the gateway annotation is on. The injector reads it as a switch in all releases, whatever the controller does (INJ-18).
  func isGateway(_ annotations: InjectorAnnotations) throws(InjectorRefusal) -> Bool {
    guard rules.gateway.annotation == .read, let evidence = annotations.evidence(of: KumaKey.gateway) else { return false }
    switch rules.switchWords.setting(of: evidence.value) {
    case .on: return true
    case .off: return false
    case .unreadable: throw InjectorRefusal(.unreadableGateway(evidence))
    }
  }

  private func probeProxyPort(
    _ annotations: InjectorAnnotations,
    _ virtual: InjectorSettings.Switch
  ) throws(InjectorRefusal) -> Int? {
    let rule = rules.injection.written.probeProxy
    guard rule != .absent else { return nil }
    if proxyingForm != .notKnown { return try probeProxyPortByConfigMap(annotations) }
    let own = try annotations.number(of: KumaKey.probeProxyPort)
    if rule == .withVirtualProbes, virtual == .disabled, own == nil { return 0 }
    // Any value of the gateway annotation counts here, one that is off too.
    guard rules.gateway.annotation == .notRead || annotations.evidence(of: KumaKey.gateway) == nil else {
      return try probeProxyPortOfGateway(annotations, own)
    }
    return own ?? settings.injector.probeProxyPort
  }

  /// The port of a gateway, which has no proxy of probes, and is refused where it asks for one.
  private func probeProxyPortOfGateway(_ annotations: InjectorAnnotations, _ own: Int?) throws(InjectorRefusal) -> Int {
    if let own, own > 0, let evidence = annotations.evidence(of: KumaKey.probeProxyPort) {
      throw InjectorRefusal(.probeProxyOfGateway(evidence))
    }
    return 0
  }

  /// The port where transparent proxying is set up by a ConfigMap: only what the Pod itself says of virtual probes counts, and only a gateway
  /// annotation that is on.
  private func probeProxyPortByConfigMap(_ annotations: InjectorAnnotations) throws(InjectorRefusal) -> Int {
    let own = try annotations.number(of: KumaKey.probeProxyPort)
    if try isGateway(annotations) { return try probeProxyPortOfGateway(annotations, own) }
    if let own { return own }
    return try annotations.setting(of: KumaKey.virtualProbes) == .off ? 0 : settings.injector.probeProxyPort
  }
}
