public import KubernetesObjects
public import MeshMapping

/// A change that needs no attention, with how many workloads it is of.
public struct HarmlessChange: Sendable, Hashable {
  /// What changes, in the same words for all of them.
  @ByteExact public private(set) var summary: String
  /// The rows of the release history that do it.
  public let causes: [ReleaseChange]
  /// What else has a part in it.
  public let otherCauses: Set<ReleaseComparison.OtherCause>
  /// How many workloads it is of.
  public let workloads: Int

  /// A change of the given values.
  init(
    _ summary: String,
    causes: [ReleaseChange],
    otherCauses: Set<ReleaseComparison.OtherCause>,
    workloads: Int
  ) {
    self.causes = causes
    self.otherCauses = otherCauses
    self.workloads = workloads
    self.summary = summary
  }
}
