public import KubernetesObjects

/// The settings of a control plane that the mapping depends on.
public struct ControlPlaneSettings: Sendable, Hashable {
  /// The zone's name; empty for none, nil for the release's own default (TAG-5).
  @OptionalByteExact public var zone: String?
  /// The namespace that the control plane runs in.
  @ByteExact public var systemNamespace: String
  /// Labels of Pods that are never injected, with the value or `*` for any value.
  public var exceptionLabels: StringMap
  /// Labels of a Pod's Node that become tags, in releases that know that; nil for the release's own default.
  @OptionalByteExactList public var nodeLabels: [String]?
  /// Labels that are left out of Services' selectors, in releases that know that.
  @ByteExactList public var ignoredSelectorLabels: [String]
  /// The mode of MeshServices of every mesh whose Mesh object does not say it.
  public var meshServicesMode: MeshServicesMode
  /// Labels of a Pod that name its workload, in releases that know that; the first that is there holds.
  @ByteExactList public var workloadLabels: [String]
  /// Whether inbounds have tags, in releases that can leave them out.
  public var inboundTags: InboundTags
  /// Whether the selectors of the injection's webhooks are those of the Helm chart.
  public var webhookGate: WebhookGate
  /// Whether the webhooks that default and validate Dataplanes, and the one that validates Pods, are asked.
  public var admission: AdmissionStage
  /// The user that the sidecar runs as.
  public var sidecarUser: Int64
  /// Where the outbounds of a mesh are kept, in releases that know that; nil for the release's own default.
  public var outbounds: OutboundStorage?
  /// How the injector is set up.
  public var injector: InjectorSettings
  /// Whether a namespace is held to one mesh, in releases that know that.
  public var meshesPerNamespace: MeshesPerNamespace
  /// The namespaces that the Helm chart's webhooks are held to, in releases that know that; empty for all.
  @ByteExactList public var namespaceAllowList: [String]
  /// Whether the proxy reaches its application at the address of the host itself, in releases that know that.
  public var localhostInboundClusters: InjectorSettings.Switch
  /// The version of Kubernetes that the cluster runs.
  public var kubernetesVersion: KubernetesVersion

  /// Settings with the given values; where none is given, the default of every release, or of the release itself.
  public init(
    zone: String? = nil,
    systemNamespace: String = "kuma-system",
    exceptionLabels: StringMap = Self.defaultExceptionLabels,
    nodeLabels: [String]? = nil,
    ignoredSelectorLabels: [String] = [],
    meshServicesMode: MeshServicesMode = .disabled,
    workloadLabels: [String] = [],
    inboundTags: InboundTags = .enabled,
    webhookGate: WebhookGate = .asCharted,
    admission: AdmissionStage = .asInstalled,
    sidecarUser: Int64 = 5678,
    outbounds: OutboundStorage? = nil,
    injector: InjectorSettings = InjectorSettings(),
    meshesPerNamespace: MeshesPerNamespace = .any,
    kubernetesVersion: KubernetesVersion = KubernetesVersion(1, 29),
    namespaceAllowList: [String] = [],
    localhostInboundClusters: InjectorSettings.Switch = .disabled
  ) {
    self.zone = zone
    self.systemNamespace = systemNamespace
    self.exceptionLabels = exceptionLabels
    self.nodeLabels = nodeLabels
    self.ignoredSelectorLabels = ignoredSelectorLabels
    self.meshServicesMode = meshServicesMode
    self.workloadLabels = workloadLabels
    self.inboundTags = inboundTags
    self.webhookGate = webhookGate
    self.admission = admission
    self.sidecarUser = sidecarUser
    self.outbounds = outbounds
    self.injector = injector
    self.meshesPerNamespace = meshesPerNamespace
    self.kubernetesVersion = kubernetesVersion
    self.namespaceAllowList = namespaceAllowList
    self.localhostInboundClusters = localhostInboundClusters
  }

  /// The exceptions of every release: Pods that OpenShift makes for builds and deployments.
  public static let defaultExceptionLabels: StringMap = [
    "openshift.io/build.name": "*",
    "openshift.io/deployer-pod-for.name": "*",
  ]

  /// Whether inbounds have tags.
  public enum InboundTags: Sendable, Hashable {
    /// They have, as far as the release gives them any.
    case enabled
    /// They have none.
    case disabled
  }

  /// Where the outbounds of a mesh are kept.
  public enum OutboundStorage: Sendable, Hashable {
    /// In each Dataplane.
    case dataplanes
    /// As virtual IPs of the mesh, apart from Dataplanes.
    case virtualIPs
  }

  /// How many meshes the Pods of a namespace may be in.
  public enum MeshesPerNamespace: Sendable, Hashable {
    /// In any number.
    case any
    /// A Pod is refused where the namespace has a Dataplane of another mesh.
    case one
  }

  /// Whose selectors decide which Pods the injector is asked about.
  public enum WebhookGate: Sendable, Hashable {
    /// The Helm chart's, as it installs them.
    case asCharted
    /// Somebody's own, so that every Pod is taken to be asked about.
    case own
  }
}
