public import KubernetesObjects
import MeshMapping

/// Edits that do away with a trouble, made before the upgrade (UPG-3). They were tried: mapped under the release before, which shows what they
/// change today, and under the one after, where the trouble is gone and no other comes.
public struct UpgradeFix: Sendable, Hashable {
  /// The edits, what they do, and which workloads have to be restarted.
  public let fix: Fix
  /// The workloads of the trouble that they help, by namespace and name.
  public let workloads: [UpgradeSubject]
  /// What they change under the release before, each once and safe to print; empty where nothing.
  @ByteExactList public private(set) var changesNow: [String]
  /// What they cost that does not show in the Pods, a sentence that is safe to print; nil where they cost nothing.
  @OptionalByteExact public private(set) var cost: String?

  /// A fix of the given values.
  init(_ fix: Fix, workloads: [UpgradeSubject], changesNow: [String], cost: String? = nil) {
    self.fix = fix
    self.workloads = workloads
    self.changesNow = changesNow
    self.cost = cost
  }

  /// Whether they change nothing under the release before.
  public var isHarmlessNow: Bool { changesNow.isEmpty }
}
