public import MeshMapping

/// What needs attention before an upgrade, once for all workloads that the same does it to.
public struct Trouble: Sendable, Hashable {
  /// What it does.
  public let effect: TroubleEffect
  /// The rows of the release history that do it.
  public let causes: [ReleaseChange]
  /// What else has a part in it.
  public let otherCauses: Set<ReleaseComparison.OtherCause>
  /// The upgrade note that says so; nil where it shows in what becomes of the Pods.
  public let note: UpgradeNote?
  /// The first release that does it.
  public let first: KumaRelease
  /// The first later release of the same line that does not; nil where all do.
  public let gone: KumaRelease?
  /// The workloads that it is done to, by namespace and name.
  public internal(set) var workloads: [TroubledWorkload]
  /// What does away with it before the upgrade, tried; empty where nothing does that can be written into an object that is read.
  public internal(set) var fixes: [UpgradeFix] = []

  /// A trouble of the given values.
  init(
    _ effect: TroubleEffect,
    causes: [ReleaseChange] = [],
    otherCauses: Set<ReleaseComparison.OtherCause> = [],
    note: UpgradeNote? = nil,
    first: KumaRelease,
    gone: KumaRelease? = nil,
    workloads: [TroubledWorkload]
  ) {
    self.effect = effect
    self.causes = causes
    self.otherCauses = otherCauses
    self.note = note
    self.first = first
    self.gone = gone
    self.workloads = workloads
  }

  /// How many Pods there are that it is done to.
  ///
  /// - Complexity: O(*n*) for *n* workloads.
  public var pods: Int { workloads.reduce(0) { $0 + $1.pods } }
}
