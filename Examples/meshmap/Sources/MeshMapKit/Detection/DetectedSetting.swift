import KubernetesYAML

/// A setting of a control plane that its environment or its configuration says, and the option that it is here.
struct DetectedSetting {
  /// How the value of the control plane is written as that of the option.
  enum Form {
    case asItIs
    /// `true` and `false` are `enabled` and `disabled`.
    case enabled
    /// The option is a flag.
    case flag
    /// Keys and values, as `key:value` in the environment.
    case map
  }

  /// The long name of the option.
  let option: String
  /// The variable of the environment.
  let variable: String
  /// The keys that lead to it in the configuration.
  let path: [String]
  let form: Form

  private init(_ option: String, _ variable: String, _ path: String, _ form: Form = .asItIs) {
    self.option = option
    self.variable = "KUMA_" + variable
    self.path = path.split(separator: ".").map(String.init)
    self.form = form
  }

  private static let injector = "RUNTIME_KUBERNETES_INJECTOR_"

  /// All settings that are looked for. Those whose option there is not are passed over.
  static let all: [DetectedSetting] = [
    DetectedSetting("zone", "MULTIZONE_ZONE_NAME", "multizone.zone.name"),
    DetectedSetting("system-namespace", "STORE_KUBERNETES_SYSTEM_NAMESPACE", "store.kubernetes.systemNamespace"),
    DetectedSetting("node-labels", injector + "NODE_LABELS_TO_COPY", "runtime.kubernetes.injector.nodeLabelsToCopy"),
    DetectedSetting(
      "ignored-selector-labels", injector + "IGNORED_SERVICE_SELECTOR_LABELS",
      "runtime.kubernetes.injector.ignoredServiceSelectorLabels"),
    DetectedSetting(
      "exception-labels", "RUNTIME_KUBERNETES_EXCEPTIONS_LABELS", "runtime.kubernetes.injector.exceptions.labels", .map),
    DetectedSetting("workload-labels", "RUNTIME_KUBERNETES_WORKLOAD_LABELS", "runtime.kubernetes.workloadLabels"),
    DetectedSetting(
      "inbound-tags-disabled", "EXPERIMENTAL_INBOUND_TAGS_DISABLED", "experimental.inboundTagsDisabled", .flag),
    DetectedSetting(
      "disallow-multiple-meshes-per-namespace", "RUNTIME_KUBERNETES_DISALLOW_MULTIPLE_MESHES_PER_NAMESPACE",
      "runtime.kubernetes.disallowMultipleMeshesPerNamespace", .flag),
    DetectedSetting(
      "enable-localhost-inbound-clusters", "DEFAULTS_ENABLE_LOCALHOST_INBOUND_CLUSTERS",
      "defaults.enableLocalhostInboundClusters", .flag),
    DetectedSetting(
      "virtual-probes", "RUNTIME_KUBERNETES_VIRTUAL_PROBES_ENABLED", "runtime.kubernetes.injector.virtualProbesEnabled",
      .enabled),
    DetectedSetting(
      "virtual-probes-port", "RUNTIME_KUBERNETES_VIRTUAL_PROBES_PORT", "runtime.kubernetes.injector.virtualProbesPort"),
    DetectedSetting(
      "application-probe-proxy-port", "RUNTIME_KUBERNETES_APPLICATION_PROBE_PROXY_PORT",
      "runtime.kubernetes.injector.applicationProbeProxyPort"),
    DetectedSetting(
      "sidecar-containers", "EXPERIMENTAL_SIDECAR_CONTAINERS", "experimental.sidecarContainers", .enabled),
    DetectedSetting("container-patches", injector + "CONTAINER_PATCHES", "runtime.kubernetes.injector.containerPatches"),
    DetectedSetting(
      "sidecar-uid", injector + "SIDECAR_CONTAINER_UID", "runtime.kubernetes.injector.sidecarContainer.uid"),
    DetectedSetting(
      "kube-outbounds-as-vips", "EXPERIMENTAL_KUBE_OUTBOUNDS_AS_VIPS", "experimental.kubeOutboundsAsVIPs", .enabled),
    DetectedSetting("admin-port", "BOOTSTRAP_SERVER_PARAMS_ADMIN_PORT", "bootstrapServer.params.adminPort"),
    DetectedSetting(
      "redirect-port-inbound", injector + "SIDECAR_CONTAINER_REDIRECT_PORT_INBOUND",
      "runtime.kubernetes.injector.sidecarContainer.redirectPortInbound"),
    DetectedSetting(
      "redirect-port-inbound-v6", injector + "SIDECAR_CONTAINER_REDIRECT_PORT_INBOUND_V6",
      "runtime.kubernetes.injector.sidecarContainer.redirectPortInboundV6"),
    DetectedSetting(
      "redirect-port-outbound", injector + "SIDECAR_CONTAINER_REDIRECT_PORT_OUTBOUND",
      "runtime.kubernetes.injector.sidecarContainer.redirectPortOutbound"),
    DetectedSetting(
      "ip-family-mode", injector + "SIDECAR_CONTAINER_IP_FAMILY_MODE",
      "runtime.kubernetes.injector.sidecarContainer.ipFamilyMode"),
    DetectedSetting(
      "transparent-proxy-config-map", injector + "TRANSPARENT_PROXY_CONFIGMAP_NAME",
      "runtime.kubernetes.injector.transparentProxyConfigMap"),
  ]

  /// The value that the option has for one of the environment; nil where it says nothing.
  func value(ofVariable value: String) -> String? {
    switch form {
    case .asItIs: return value
    // As Go reads what is on or off.
    case .enabled: return ["1", "t", "T", "true", "TRUE", "True"].contains(value) ? "enabled" : "disabled"
    case .flag: return ["1", "t", "T", "true", "TRUE", "True"].contains(value) ? "true" : nil
    case .map:
      let entries = value.split(separator: ",").map { entry in
        entry.firstIndex(of: ":").map { "\(entry[..<$0])=\(entry[entry.index(after: $0)...])" } ?? String(entry)
      }
      return entries.joined(separator: ",")
    }
  }

  /// The value that the option has for one of the configuration; nil where it says nothing.
  func value(in configuration: YAMLNode) -> String? {
    var node = configuration
    for key in path {
      guard let next = node[key] else { return nil }
      node = next
    }
    switch (node.kind, form) {
    case (.sequence, _): return node.elements.compactMap(Self.word).joined(separator: ",")
    case (.mapping, .map):
      return node.entries.compactMap { entry in Self.word(entry.value).map { "\(entry.key.string)=\($0)" } }
        .joined(separator: ",")
    case (.mapping, _): return nil
    case (.scalar, _): return Self.word(node).flatMap { form == .map ? nil : value(ofVariable: $0) }
    }
  }

  private static func word(_ node: YAMLNode) -> String? {
    switch node.scalar {
    case .string(let string): string.string
    case .bool(let bool): "\(bool)"
    case .integer(let number): "\(number)"
    case .unsigned(let number): "\(number)"
    default: nil
    }
  }
}
