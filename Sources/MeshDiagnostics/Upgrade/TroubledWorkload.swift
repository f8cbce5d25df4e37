public import MeshMapping

/// A workload that something is done to.
public struct TroubledWorkload: Sendable, Hashable {
  /// What makes the Pods, or the Pod where nothing does.
  public let subject: UpgradeSubject
  /// How many Pods there are; 0 where they are yet to be made.
  public internal(set) var pods: Int
  /// What changes, as it shows on one of the Pods.
  public internal(set) var changes: [ReleaseComparison.Change]
  /// The notes on its Pods, where it is a note that says what happens.
  public internal(set) var notes: [NoteOnObject] = []

  /// Who selects by what is gone, each once.
  ///
  /// - Complexity: O(*n*) for *n* changes.
  public var selectedBy: [SelectingPolicy] {
    var seen: Set<SelectingPolicy> = []
    return changes.flatMap(\.selectedBy).filter { seen.insert($0).inserted }
  }
}
