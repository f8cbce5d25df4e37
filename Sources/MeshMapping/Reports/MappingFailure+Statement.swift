extension MappingFailure {
  /// The statement of the specification that makes the control plane give up.
  public var statement: Statement {
    switch self {
    case .namespaceNotFound: .namespaceNeeded
    case .meshNotFound: .meshExists
    case .nodeNotFound: .nodeLabels
    case .ownerNotFound: .nameWithoutService
    case .unreadableSwitch(let evidence), .unreadableNumber(let evidence): Self.statement(ofAnnotation: evidence.key)
    case .missingRedirectPort: .redirectPorts
    case .invalidIPFamilyMode: .ipFamilyMode
    case .invalidGatewayType: .gatewayTypes
    case .noMatchingContainerPort: .noPortFound
    case .zoneProxyOutsideSystemNamespace: .zoneProxies
    case .zoneProxyServices, .zoneProxyPorts: .zoneProxyService
    case .missingPublicPlace, .noNodeAddress: .advertisedPlace
    case .missingGatewayTags, .unreadableGatewayTags, .controlPlaneCrash(.nullGatewayTags): .builtinGatewayTags
    case .invalidZoneProxyType: .zoneProxyServices
    case .conflictingListeners: .listenerConflicts
    case .unreadableReachableBackends, .controlPlaneCrash(.nullReachableBackend):
      .reachableBackends
    case .dataplaneRefused(let refusal): refusal.statement
    case .missingMetricsPort: .metricsFailures
    case .missingProbesPort, .notVirtualProbe: .probesFailures
    case .controlPlaneCrash(.endpointWithoutTarget): .endpointSlices
    }
  }

  private static func statement(ofAnnotation key: String) -> Statement {
    switch key {
    case KumaKey.sidecarInjected: .injectedPods
    case KumaKey.ingress, KumaKey.egress: .zoneProxies
    case KumaKey.ingressPublicPort: .advertisedPlace
    case KumaKey.gateway: .gatewaySwitch
    case KumaKey.transparentProxying: .proxyingGate
    case KumaKey.redirectPortInbound, KumaKey.redirectPortOutbound: .redirectPorts
    case KumaKey.redirectPortInboundV6: .redirectV6
    case KumaKey.adminPort: .adminPort
    case KumaKey.virtualProbes, KumaKey.virtualProbesPort, KumaKey.probeProxyPort: .probesFailures
    default: .metricsFailures
    }
  }
}
