/// Findings without those that somebody does not want to hear of.
public struct SuppressedFindings: Sendable, Hashable {
  /// The findings that are told, in their order; behind them, what is to be said about suppressions that name no code, or nothing that is
  /// found.
  public let told: [Finding]
  /// The findings that are not told, in their order.
  public let suppressed: [Finding]
}
