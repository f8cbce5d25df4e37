public import KubernetesObjects

extension ControlPlane {
  /// The transparent proxying of a Pod's Dataplane, or nil where it has none (TP-1 … TP-5).
  ///
  /// - Throws: ``MappingFailure`` where an annotation that is needed is missing or cannot be read.
  public func transparentProxying(of pod: Pod) throws(MappingFailure) -> Dataplane.TransparentProxying? {
    var section = Dataplane.TransparentProxying()
    let isOn = try isTransparentProxyingOn(pod)
    let areListsRead = areServiceListsRead(on: pod, isOn: isOn)
    guard isOn || areListsRead else { return nil }
    let areListsFirst = [.annotationOrConfiguration, .listsAlone].contains(rules.transparentProxying.activation)
    if areListsRead {
      section.directAccessServices = listedDirectAccess(of: pod).entries
      section.reachableServices = reachableServices(of: pod)
      if areListsFirst { section.reachableBackends = try reachableBackends(of: pod) }
    }
    if isOn {
      let ports = settings.injector
      let isModeFirst = rules.transparentProxying.familyModeOrder == .beforeOutboundPort
      section.redirectPortInbound = try redirectPort(
        KumaKey.redirectPortInbound, of: pod, default: ports.redirectPortInbound)
      if isModeFirst { try setIPv6(of: &section, from: pod) }
      section.redirectPortOutbound = try redirectPort(
        KumaKey.redirectPortOutbound, of: pod, default: ports.redirectPortOutbound)
      if !isModeFirst { try setIPv6(of: &section, from: pod) }
    }
    if areListsRead, !areListsFirst { section.reachableBackends = try reachableBackends(of: pod) }
    if rules.transparentProxying.emptySection == .absent, section == Dataplane.TransparentProxying() { return nil }
    return section
  }

  /// The port of Envoy's administration that is annotated (TP-6).
  func adminPort(of pod: Pod) throws(MappingFailure) -> Int? {
    guard rules.transparentProxying.adminPort == .read else { return nil }
    return try pod.number(KumaKey.adminPort)
  }

  /// A redirect port, which must be annotated where transparent proxying is on (TP-2, TP-3). Where the rules take it to be on
  /// for every Pod, one without the annotation has the default.
  private func redirectPort(_ key: String, of pod: Pod, default: Int) throws(MappingFailure) -> Int {
    if let port = try pod.number(key) { return port }
    guard rules.transparentProxying.activation == .alwaysOn else { throw .missingRedirectPort(key: ExactString(key)) }
    return `default`
  }

  /// The backends that a Pod may reach (REACH-2); nil where the annotation is absent or not read.
  private func reachableBackends(of pod: Pod) throws(MappingFailure) -> [ReachableBackend]? {
    let key = KumaKey.reachableBackends
    guard rules.transparentProxying.reachableBackends == .read, let value = pod.metadata.annotations[key] else { return nil }
    do throws(ReachableBackend.ListProblem) {
      return try ReachableBackend.list(fromYAML: value)
    } catch {
      switch error {
      case .unreadable: throw .unreadableReachableBackends(Evidence(.podAnnotation, key: key, value: value))
      case .nullEntry: throw .controlPlaneCrash(.nullReachableBackend)
      }
    }
  }

  /// The services that a Pod may reach (REACH-1).
  private func reachableServices(of pod: Pod) -> [String] {
    guard rules.transparentProxying.reachableServices == .read else { return [] }
    return pod.metadata.annotations[KumaKey.reachableServices].map { annotation in
      AnnotationList.pieces(of: annotation, emptyPieces: rules.transparentProxying.emptyPieces)
    } ?? []
  }

  private func setIPv6(of section: inout Dataplane.TransparentProxying, from pod: Pod) throws(MappingFailure) {
    let isPortRead = rules.transparentProxying.portV6 == .read
    guard rules.transparentProxying.familyMode == .read else {
      let isAlwaysOn = rules.transparentProxying.activation == .alwaysOn
      let port = isPortRead ? try pod.number(KumaKey.redirectPortInboundV6) : 0
      let `default` = settings.injector.redirectPortInboundV6 ?? RedirectPort.inboundV6
      section.redirectPortInboundV6 = port ?? (isAlwaysOn ? `default` : 0)
      return
    }
    if isPortRead {
      let port = pod.metadata.annotations[KumaKey.redirectPortInboundV6].flatMap(UnsignedDecimal.parse)
      section.redirectPortInboundV6 = port ?? 0
    }
    let isIPv4 = isPortRead && hasZeroV6Port(pod)
    section.ipFamilyMode = try familyMode(of: pod) ?? (isIPv4 ? .ipv4 : .dualStack)
  }

  /// Whether the port for IPv6 is annotated and counts as 0. One that cannot be read does: the error is dropped upstream and
  /// leaves the number 0 behind.
  private func hasZeroV6Port(_ pod: Pod) -> Bool {
    guard let text = pod.metadata.annotations[KumaKey.redirectPortInboundV6] else { return false }
    return (UnsignedDecimal.parse(text) ?? 0) == 0
  }

  /// The annotated IP family mode; nil where there is no annotation.
  private func familyMode(of pod: Pod) throws(MappingFailure) -> Dataplane.TransparentProxying.IPFamilyMode? {
    guard let value = pod.metadata.annotations[KumaKey.ipFamilyMode] else { return nil }
    switch value {
    case "dualstack": return .dualStack
    case "ipv4": return .ipv4
    case "" where rules.transparentProxying.emptyFamilyMode == .leftOut: return .unspecified
    default: throw .invalidIPFamilyMode(Evidence(.podAnnotation, key: KumaKey.ipFamilyMode, value: value))
    }
  }
}
