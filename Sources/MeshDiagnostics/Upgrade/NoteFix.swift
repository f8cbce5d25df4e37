public import KubernetesObjects

/// Edits after which objects no longer show an upgrade note (UPG-3). They were tried in the same way as an ``UpgradeFix``.
public struct NoteFix: Sendable, Hashable {
  /// The note.
  public let note: UpgradeNote
  /// The edits, and what they do.
  public let fix: Fix
  /// What they change under the release before, each once and safe to print; empty where nothing.
  @ByteExactList public private(set) var changesNow: [String]

  /// A fix of the given values.
  init(of note: UpgradeNote, _ fix: Fix, changesNow: [String]) {
    self.note = note
    self.fix = fix
    self.changesNow = changesNow
  }
}
