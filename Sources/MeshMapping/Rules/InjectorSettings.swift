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

  /// Settings with the given values; where none is given, the default of every release, or of the release itself.
  public init(
    virtualProbes: Switch? = nil,
    virtualProbesPort: Int = 9000,
    probeProxyPort: Int = 9001,
    nativeSidecars: Switch? = nil,
    containerPatches: [String] = []
  ) {
    self.virtualProbes = virtualProbes
    self.virtualProbesPort = virtualProbesPort
    self.probeProxyPort = probeProxyPort
    self.nativeSidecars = nativeSidecars
    self.containerPatches = containerPatches
  }

  /// Whether something is on.
  public enum Switch: String, Sendable, Hashable, CaseIterable {
    case enabled
    case disabled
  }
}
