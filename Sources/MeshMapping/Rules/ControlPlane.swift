/// One Kuma control plane: its rules and its settings. The mapping's functions are methods of this value.
///
/// ```swift
/// let kuma = ControlPlane(rules: .documented)
/// kuma.injection(of: pod, in: namespace)
/// // .inject(.requested(by: Evidence(.namespaceLabel, key: "kuma.io/sidecar-injection", value: "enabled")))
/// ```
public struct ControlPlane: Sendable, Hashable {
  /// What the control plane does.
  public var rules: MappingRules
  /// How it is set up.
  public var settings: ControlPlaneSettings

  /// A control plane of the given rules and settings.
  public init(rules: MappingRules, settings: ControlPlaneSettings = ControlPlaneSettings()) {
    self.rules = rules
    self.settings = settings
  }
}
