import KubernetesObjects
import MeshMapping

extension Choices {
  /// The releases that are drawn: the first, some at which much changes, and every other one.
  private static let releases = KumaRelease.newestOfEachLine + KumaRelease.announced + KumaRelease.known

  /// A release.
  mutating func release() -> KumaRelease {
    pick(Self.releases)
  }

  /// A control plane of any release, or of the documented rules, with settings that somebody might make.
  mutating func controlPlane() -> ControlPlane {
    var kuma = happens(oneIn: 9) ? ControlPlane(rules: .documented) : ControlPlane(release: release())
    kuma.settings = settings()
    return kuma
  }

  /// Settings, nearly all of them as they are installed.
  mutating func settings() -> ControlPlaneSettings {
    var settings = ControlPlaneSettings()
    guard happens(oneIn: 2) else { return settings }
    settings.zone = pick([nil, "east", "", "a b", "\u{202E}"])
    if happens(oneIn: 3) { settings.ignoredSelectorLabels = ["version"] }
    if happens(oneIn: 3) { settings.nodeLabels = ["topology.kubernetes.io/zone", "x", "\u{1B}"] }
    if happens(oneIn: 3) { settings.workloadLabels = ["app", "team"] }
    if happens(oneIn: 3) { settings.meshServicesMode = pick([.exclusive, .everywhere, .reachableBackends]) }
    if happens(oneIn: 4) { settings.inboundTags = .disabled }
    if happens(oneIn: 4) { settings.webhookGate = .own }
    if happens(oneIn: 4) { settings.admission = .leftOut }
    if happens(oneIn: 4) { settings.outbounds = pick([.dataplanes, .virtualIPs]) }
    if happens(oneIn: 4) { settings.meshesPerNamespace = .one }
    if happens(oneIn: 4) { settings.namespaceAllowList = ["a"] }
    if happens(oneIn: 4) { settings.injector.virtualProbes = pick([.enabled, .disabled]) }
    if happens(oneIn: 4) { settings.injector.containerPatches = ["patch"] }
    if happens(oneIn: 4) { settings.injector.nativeSidecars = pick([.enabled, .disabled]) }
    if happens(oneIn: 5) { settings.kubernetesVersion = KubernetesVersion(1, pick([20, 28, 30, 35])) }
    return settings
  }
}
