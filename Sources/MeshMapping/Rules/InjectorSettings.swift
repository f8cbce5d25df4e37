public import KubernetesObjects

/// How the injector of a control plane is set up, as far as the mapping depends on it.
public struct InjectorSettings: Sendable, Hashable {
  /// Whether virtual probes are on where a Pod does not say; nil for the release's own default.
  public var virtualProbes: Switch?
  /// The port of virtual probes where a Pod does not say.
  public var virtualProbesPort: Int
  /// The port of the proxy of probes where a Pod does not say, in releases that have one; 0 for none.
  public var probeProxyPort: Int
  /// Whether the sidecar is an init container, in releases that know that; nil for the release's own default.
  public var nativeSidecars: Switch?
  /// The ContainerPatches that every Pod gets, in releases that know them.
  @ByteExactList public var containerPatches: [String]

  /// The port of Envoy's administration where a Pod does not say or is not asked, in releases that write it.
  public var adminPort: Int
  /// The port that incoming traffic is redirected to.
  public var redirectPortInbound: Int
  /// The port that incoming IPv6 traffic is redirected to, in releases before 2.9; nil for the release's own default.
  public var redirectPortInboundV6: Int?
  /// The port that outgoing traffic is redirected to.
  public var redirectPortOutbound: Int
  /// The IP families that are redirected, in releases that know that, where a Pod does not say or is not asked.
  public var ipFamilyMode: IPFamilyMode
  /// The ConfigMap of transparent proxying in the control plane's namespace, in releases that know one; empty for none.
  @ByteExact public var transparentProxyConfigMap: String
  /// What is known of that ConfigMap.
  public var transparentProxyConfiguration: ProxyConfiguration

  /// Settings with the given values; where none is given, the default of every release, or of the release itself.
  public init(
    virtualProbes: Switch? = nil,
    virtualProbesPort: Int = 9000,
    probeProxyPort: Int = 9001,
    nativeSidecars: Switch? = nil,
    containerPatches: [String] = [],
    adminPort: Int = 9901,
    redirectPortInbound: Int = 15006,
    redirectPortInboundV6: Int? = nil,
    redirectPortOutbound: Int = 15001,
    ipFamilyMode: IPFamilyMode = .dualStack,
    transparentProxyConfigMap: String = "",
    transparentProxyConfiguration: ProxyConfiguration = .unknown
  ) {
    self.virtualProbes = virtualProbes
    self.virtualProbesPort = virtualProbesPort
    self.probeProxyPort = probeProxyPort
    self.nativeSidecars = nativeSidecars
    self.containerPatches = containerPatches
    self.adminPort = adminPort
    self.redirectPortInbound = redirectPortInbound
    self.redirectPortInboundV6 = redirectPortInboundV6
    self.redirectPortOutbound = redirectPortOutbound
    self.ipFamilyMode = ipFamilyMode
    self.transparentProxyConfigMap = transparentProxyConfigMap
    self.transparentProxyConfiguration = transparentProxyConfiguration
  }

  /// The IP families that are redirected.
  public enum IPFamilyMode: String, Sendable, Hashable, CaseIterable {
    /// IPv4 and IPv6.
    case dualStack = "dualstack"
    /// IPv4 alone.
    case ipv4
  }

  /// Whether something is on.
  public enum Switch: String, Sendable, Hashable, CaseIterable {
    /// It is on.
    case enabled
    /// It is off.
    case disabled
  }
}
