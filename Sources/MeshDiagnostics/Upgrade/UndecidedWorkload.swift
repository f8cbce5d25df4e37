public import MeshMapping

/// A workload of which something that may need attention rests on what the input lacks.
public struct UndecidedWorkload: Sendable, Hashable {
  /// What makes the Pods, or the Pod where nothing does.
  public let subject: UpgradeSubject
  /// What the input would have to hold.
  public let needs: [Completeness.Kind]
}
