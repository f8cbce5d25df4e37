import KubernetesObjects

extension ControlPlane {
  /// What the injector writes about transparent proxying: where the control plane has no ConfigMap of it, as if none were known (WRITE-8).
  var proxyingForm: WrittenMetadataRules.ConfigMapForm {
    let isSet = rules.injection.written.proxying == .annotations && !settings.injector.transparentProxyConfigMap.isEmpty
    return isSet ? rules.injection.written.configMap : .notKnown
  }

  /// The name of the ConfigMap that transparent proxying is set up by, in the control plane's namespace (WRITE-8); nil where there is none.
  ///
  /// In 3.0, announced, there always is one: where none is set, that of the chart.
  public var transparentProxyConfigMap: String? {
    let name = settings.injector.transparentProxyConfigMap
    switch rules.injection.written.configMapUse {
    case .whereSet: return proxyingForm == .notKnown ? nil : name
    case .always: return name.isEmpty ? "kuma-transparent-proxy-config" : name
    }
  }

  /// What the ConfigMap of transparent proxying holds for a Pod, as far as it is known. Where its contents matter, a Pod may name another.
  func proxyConfiguration(of pod: Pod) -> ProxyConfiguration {
    let isOther = !(pod.metadata.annotations[KumaKey.proxyConfigMapName] ?? "").isEmpty
    return isOther && proxyingForm == .annotations ? .unknown : settings.injector.transparentProxyConfiguration
  }

  /// Writes the annotations of transparent proxying (WRITE-1, WRITE-4, WRITE-8).
  ///
  /// - Parameters:
  ///   - injected: The Pod that is annotated.
  ///   - pod: The Pod as it was.
  func annotateProxying(of injected: inout Pod, as pod: Pod) {
    let form = proxyingForm
    if form == .configuration {
      injected.metadata.annotations[KumaKey.transparentProxyConfig] = "{}"
      return
    }
    let injector = settings.injector
    // With a ConfigMap the port of what is not redirected, a gateway's, is the ConfigMap's.
    let contents = proxyConfiguration(of: pod).contents
    let isInboundOff =
      form == .annotations && (contents.inboundRedirection == .disabled || isGatewaySwitchOn(pod))
    injected.metadata.annotations[KumaKey.transparentProxying] = "enabled"
    injected.metadata.annotations[KumaKey.redirectPortInbound] =
      "\(isInboundOff ? contents.inboundPort : injector.redirectPortInbound)"
    injected.metadata.annotations[KumaKey.redirectPortOutbound] = "\(injector.redirectPortOutbound)"
    switch rules.injection.written.ipv6 {
    case .port:
      injected.metadata.annotations[KumaKey.redirectPortInboundV6] =
        "\(injector.redirectPortInboundV6 ?? RedirectPort.inboundV6)"
    case .familyMode:
      if let port = unusualPortV6 { injected.metadata.annotations[KumaKey.redirectPortInboundV6] = "\(port)" }
      let own = rules.injection.written.ownFamilyMode == .kept ? pod.metadata.annotations[KumaKey.ipFamilyMode] : nil
      // With a ConfigMap an empty mode of the Pod's own is that for both families.
      let empty = form == .annotations ? InjectorSettings.IPFamilyMode.dualStack : defaultFamilyMode
      let `default` = form == .annotations ? contents.ipFamilyMode : defaultFamilyMode.rawValue
      injected.metadata.annotations[KumaKey.ipFamilyMode] = own.map { $0.isEmpty ? empty.rawValue : $0 } ?? `default`
    }
  }

  /// The port for IPv6 that is still written in releases that write the IP family mode: one that is neither of the two defaults.
  var unusualPortV6: Int? {
    guard rules.transparentProxying.portV6 == .read, let port = settings.injector.redirectPortInboundV6 else { return nil }
    return [0, RedirectPort.inbound, RedirectPort.inboundV6].contains(port) ? nil : port
  }

  /// The IP family mode of a Pod that says none. As long as the port for IPv6 is known, the port 0 stands for IPv4.
  private var defaultFamilyMode: InjectorSettings.IPFamilyMode {
    let isIPv4 = rules.transparentProxying.portV6 == .read && settings.injector.redirectPortInboundV6 == 0
    return isIPv4 ? .ipv4 : settings.injector.ipFamilyMode
  }

  /// Whether the gateway annotation is on, read as a switch.
  private func isGatewaySwitchOn(_ pod: Pod) -> Bool {
    pod.metadata.annotations[KumaKey.gateway].map { rules.switchWords.setting(of: $0) == .on } ?? false
  }
}

/// The ports that traffic is redirected to by default.
enum RedirectPort {
  static let inbound = 15006
  static let inboundV6 = 15010
}
