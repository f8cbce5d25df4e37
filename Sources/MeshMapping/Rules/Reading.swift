/// Whether a release reads something.
public enum RuleReading: Sendable, Hashable {
  case notRead
  case read
}
