public import KubernetesObjects

/// Findings without those that somebody does not want to see.
public struct SuppressedFindings: Sendable, Hashable {
  /// The findings that are reported, in their order; after them, the findings on suppressions that name no code, or nothing that is
  /// found.
  public let told: [Finding]
  /// The findings that are suppressed, in their order.
  public let suppressed: [Finding]
  /// Of findings that some of their Pods suppress, the Pods that they are still reported of, sorted.
  public let subjects: [Finding: [ObjectName]]

  /// Findings without others.
  init(told: [Finding], suppressed: [Finding], subjects: [Finding: [ObjectName]] = [:]) {
    self.told = told
    self.suppressed = suppressed
    self.subjects = subjects
  }
}
