/// A setting that not every release knows, by the name of its option of the command.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum SettingName: String, Sendable, Hashable, CaseIterable {
  /// Labels of Nodes that become tags, or labels of Dataplanes.
  case nodeLabels = "node-labels"
  /// Labels of selectors that are not looked at when a Service is matched to a Pod.
  case ignoredSelectorLabels = "ignored-selector-labels"
  /// Labels of Pods of which the first that is there names the workload.
  case workloadLabels = "workload-labels"
  /// How the mesh uses MeshServices.
  case meshServicesMode = "mesh-services-mode"
  /// Whether inbounds have tags.
  case inboundTags = "inbound-tags-disabled"
  /// How many meshes the Pods of a namespace may be in.
  case meshesPerNamespace = "disallow-multiple-meshes-per-namespace"
  /// The namespaces that the control plane watches.
  case namespaceAllowList = "namespace-allow-list"
  /// Whether inbounds are reached at the loopback address.
  case localhostInboundClusters = "enable-localhost-inbound-clusters"
  /// The user that sidecars run as.
  case sidecarUser = "sidecar-uid"
  /// The port of the proxy of probes.
  case probeProxyPort = "application-probe-proxy-port"
  /// Whether sidecars are init containers that keep running.
  case nativeSidecars = "sidecar-containers"
  /// The ContainerPatches of Pods that name none.
  case containerPatches = "container-patches"
  /// The port of Envoy's administration.
  case adminPort = "admin-port"
  /// The port that incoming IPv6 traffic is redirected to.
  case redirectPortInboundV6 = "redirect-port-inbound-v6"
  /// The IP families that are redirected.
  case ipFamilyMode = "ip-family-mode"
  /// Whether a ConfigMap holds what transparent proxying is set up with.
  case transparentProxyConfigMap = "transparent-proxy-config-map"
  /// Where the outbounds of a mesh are kept.
  case outbounds = "kube-outbounds-as-vips"
  /// Whether probes are replaced by virtual ones.
  case virtualProbes = "virtual-probes"
  /// The port of virtual probes.
  case virtualProbesPort = "virtual-probes-port"
  /// The port that incoming traffic is redirected to.
  case redirectPortInbound = "redirect-port-inbound"
  /// The port that outgoing traffic is redirected to.
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
    case .adminPort:
      rules.injection.written.adminPort == .notWritten && injector.adminPort != defaults.injector.adminPort
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
