/// Findings without those that somebody does not want to see.
public struct SuppressedFindings: Sendable, Hashable {
  /// The findings that are reported, in their order; after them, the findings on suppressions that name no code, or nothing that is
  /// found.
  public let told: [Finding]
  /// The findings that are suppressed, in their order.
  public let suppressed: [Finding]
}
