import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// The options that describe a control plane, but for its release.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The zone of the control plane, empty for none; left out: the release's default, which is \"default\" from 2.6.0 on.",
      valueName: "name"
    ))
  var zone: String?

  @Option(help: "The namespace of the control plane.")
  var systemNamespace = "kuma-system"

  @Option(
    help: ArgumentHelp("Labels of Nodes that become tags; left out: the release's default.", valueName: "a,b"),
    transform: ArgumentReading.list
  )
  var nodeLabels: [String]?

  @Option(
    help: ArgumentHelp("Labels that do not count in selectors of Services.", valueName: "a,b"),
    transform: ArgumentReading.list)
  var ignoredSelectorLabels: [String]?

  @Option(
    help: ArgumentHelp("Labels of Pods that are never injected; left out: the default.", valueName: "key=value,key=*"),
    transform: ArgumentReading.exceptionLabels
  )
  var exceptionLabels: StringMap?

  @Option(
    help: ArgumentHelp(
      "The mode of MeshServices of meshes whose Mesh does not say it: Disabled, Everywhere, ReachableBackends or Exclusive.",
      valueName: "mode"
    ),
    transform: ArgumentReading.meshServicesMode
  )
  var meshServicesMode: MeshServicesMode?

  @Option(help: ArgumentHelp("Labels of Pods that name their workload.", valueName: "a,b"), transform: ArgumentReading.list)
  var workloadLabels: [String]?

  @Flag(help: "Inbounds have no tags.")
  var inboundTagsDisabled = false

  @Flag(help: "Do not look at the selectors of the webhooks, which are your own.")
  var noWebhookGate = false

  @Flag(help: "Leave out the webhooks that default and validate Dataplanes and Pods: what the controller itself writes.")
  var noAdmission = false

  @Flag(help: "The control plane holds each namespace to one mesh.")
  var disallowMultipleMeshesPerNamespace = false

  @Option(
    help: ArgumentHelp("Namespaces that the Helm chart's webhooks are held to.", valueName: "a,b"),
    transform: ArgumentReading.list)
  var namespaceAllowList: [String]?

  @Flag(help: "Proxies reach their applications at the address of the host itself.")
  var enableLocalhostInboundClusters = false

  @Option(
    help: ArgumentHelp(
      "Whether outbounds are virtual IPs of the mesh, enabled, or in each Dataplane, disabled; left out: the release's default.",
      valueName: "enabled|disabled"
    ),
    transform: ArgumentReading.onOrOff
  )
  var kubeOutboundsAsVips: InjectorSettings.Switch?

  @OptionGroup var injector: InjectorOptions

  @Option(
    help: ArgumentHelp(
      "The version of Kubernetes, e.g. 1.31; left out: that of the newest kubelet of the Nodes, else 1.29 or later.",
      valueName: "version"),
    transform: ArgumentReading.kubernetesVersion
  )
  var kubernetesVersion: KubernetesVersion?

  /// A control plane in the cluster of some objects: where no option says the version of Kubernetes, their Nodes do.
  func running(_ controlPlane: ControlPlane, around objects: [ClusterObject]) -> ControlPlane {
    var kuma = controlPlane
    if kubernetesVersion == nil, let version = KubernetesVersion(ofNodesAmong: objects) {
      kuma.settings.kubernetesVersion = version
    }
    return kuma
  }

  /// The control plane of a release with these settings, and with what an input holds of its ConfigMap of transparent proxying.
  func controlPlane(of release: KumaRelease?, reading input: ReadInput) -> ControlPlane {
    var kuma = controlPlane(of: release)
    guard let name = kuma.transparentProxyConfigMap else { return kuma }
    let namespace = kuma.settings.systemNamespace
    // Where none is named, the chart makes the one of the default name: that it is not there yet means nothing.
    let isNamed = !kuma.settings.injector.transparentProxyConfigMap.isEmpty
    guard isNamed || input.controlPlane.hasConfigMap(named: name, in: namespace) else { return kuma }
    kuma.settings.injector.transparentProxyConfiguration = input.controlPlane.proxyConfiguration(named: name, in: namespace)
    return kuma
  }

  /// The control plane of a release with these settings; without a release that of the documented rules.
  func controlPlane(of release: KumaRelease?) -> ControlPlane {
    var kuma = release.map { ControlPlane(release: $0) } ?? ControlPlane(rules: .documented)
    if let zone { kuma.settings.zone = zone }
    kuma.settings.systemNamespace = systemNamespace
    if let nodeLabels { kuma.settings.nodeLabels = nodeLabels }
    if let ignoredSelectorLabels { kuma.settings.ignoredSelectorLabels = ignoredSelectorLabels }
    if let exceptionLabels { kuma.settings.exceptionLabels = exceptionLabels }
    if let meshServicesMode { kuma.settings.meshServicesMode = meshServicesMode }
    if let workloadLabels { kuma.settings.workloadLabels = workloadLabels }
    if inboundTagsDisabled { kuma.settings.inboundTags = .disabled }
    if noWebhookGate { kuma.settings.webhookGate = .own }
    if noAdmission { kuma.settings.admission = .leftOut }
    if disallowMultipleMeshesPerNamespace { kuma.settings.meshesPerNamespace = .one }
    if let namespaceAllowList { kuma.settings.namespaceAllowList = namespaceAllowList }
    if enableLocalhostInboundClusters { kuma.settings.localhostInboundClusters = .enabled }
    kuma.settings.sidecarUser = injector.sidecarUid
    if let kubeOutboundsAsVips {
      kuma.settings.outbounds = kubeOutboundsAsVips == .enabled ? .virtualIPs : .dataplanes
    }
    kuma.settings.injector = injector.settings
    if let kubernetesVersion { kuma.settings.kubernetesVersion = kubernetesVersion }
    return kuma
  }
}
