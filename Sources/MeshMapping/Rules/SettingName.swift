/// A setting that not every release knows, by the name of its option of the command.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum SettingName: String, Sendable, Hashable, CaseIterable {
  case nodeLabels = "node-labels"
  case ignoredSelectorLabels = "ignored-selector-labels"
  case workloadLabels = "workload-labels"
  case meshServicesMode = "mesh-services-mode"
  case inboundTags = "inbound-tags-disabled"
  case meshesPerNamespace = "disallow-multiple-meshes-per-namespace"
  case namespaceAllowList = "namespace-allow-list"
  case localhostInboundClusters = "enable-localhost-inbound-clusters"
  case sidecarUser = "sidecar-uid"
  case probeProxyPort = "application-probe-proxy-port"
  case nativeSidecars = "sidecar-containers"
  case containerPatches = "container-patches"
  case redirectPortInboundV6 = "redirect-port-inbound-v6"
  case ipFamilyMode = "ip-family-mode"
  case transparentProxyConfigMap = "transparent-proxy-config-map"
  case outbounds = "kube-outbounds-as-vips"
  case virtualProbes = "virtual-probes"
  case virtualProbesPort = "virtual-probes-port"
  case redirectPortInbound = "redirect-port-inbound"
  case redirectPortOutbound = "redirect-port-outbound"
}

extension ControlPlane {
  /// Whether a setting is not as it is by default, and the rules do not know it (SET-2).
  func isWithoutEffect(_ name: SettingName) -> Bool {
    let (defaults, injector) = (ControlPlaneSettings(), settings.injector)
    return switch name {
    case .nodeLabels: rules.tags.nodeLabels == .notRead && !(settings.nodeLabels ?? []).isEmpty
    case .ignoredSelectorLabels: rules.services.ignoredSelectorLabels == .notRead && !settings.ignoredSelectorLabels.isEmpty
    case .workloadLabels: rules.labels.workload == .absent && !settings.workloadLabels.isEmpty
    case .meshServicesMode:
      isMeshServicesModeUnknown && settings.meshServicesMode != defaults.meshServicesMode
    case .inboundTags:
      (rules.tags.inboundTagsSetting == .notRead || rules.tags.inboundTags == .absent)
        && settings.inboundTags != defaults.inboundTags
    case .meshesPerNamespace:
      rules.podValidation.meshesPerNamespace == .notRead && settings.meshesPerNamespace != defaults.meshesPerNamespace
    case .namespaceAllowList: rules.admission.allowList == .notRead && !settings.namespaceAllowList.isEmpty
    case .localhostInboundClusters:
      rules.validation.adminPortCheck != .withLocalhostInbounds && settings.localhostInboundClusters == .enabled
    case .sidecarUser: rules.injection.sidecarUserCheck == .absent && settings.sidecarUser != defaults.sidecarUser
    case .probeProxyPort:
      rules.injection.written.probeProxy == .absent && injector.probeProxyPort != defaults.injector.probeProxyPort
    case .nativeSidecars:
      [.unknown, .always].contains(rules.injection.written.nativeSidecars) && injector.nativeSidecars != nil
    case .containerPatches: rules.injection.checks.containerPatches == .notRead && !injector.containerPatches.isEmpty
    case .redirectPortInboundV6: rules.transparentProxying.portV6 == .notRead && injector.redirectPortInboundV6 != nil
    case .ipFamilyMode:
      (rules.injection.written.ipv6 == .port || isProxyingUnset) && injector.ipFamilyMode != defaults.injector.ipFamilyMode
    case .transparentProxyConfigMap:
      rules.injection.written.configMap == .notKnown && !injector.transparentProxyConfigMap.isEmpty
    case .outbounds: [.always, .never].contains(rules.outbounds.writing) && settings.outbounds != nil
    case .virtualProbes: rules.injection.written.probeProxy == .alone && injector.virtualProbes != nil
    case .virtualProbesPort:
      rules.injection.written.probeProxy == .alone
        && injector.virtualProbesPort != defaults.injector.virtualProbesPort
    case .redirectPortInbound:
      isProxyingUnset && injector.redirectPortInbound != defaults.injector.redirectPortInbound
    case .redirectPortOutbound:
      isProxyingUnset && injector.redirectPortOutbound != defaults.injector.redirectPortOutbound
    }
  }

  /// Whether no mesh can be set to use MeshServices in another way: there are none, or every mesh uses them exclusively.
  private var isMeshServicesModeUnknown: Bool {
    switch rules.inbounds.merging {
    case .kept: rules.inbounds.zoneProxyServices == .inbounds
    case .mergedEverywhere: rules.inbounds.zoneProxyServices == .listenersEverywhere
    case .merged: false
    }
  }

  /// Whether what is redirected stands in the transparent proxy configuration, and nowhere else.
  private var isProxyingUnset: Bool { rules.injection.written.proxying == .configuration }
}
