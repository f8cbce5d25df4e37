/// A selector over labels, as webhooks use it: every requirement must hold.
public struct LabelSelector: Sendable, Hashable {
  /// The requirements.
  public var requirements: [Requirement]

  /// A selector of the given requirements; without any it matches everything.
  public init(_ requirements: [Requirement] = []) {
    self.requirements = requirements
  }

  /// The first requirement that the given labels do not meet, or nil where they match.
  public func unmetRequirement(by labels: StringMap) -> Requirement? {
    requirements.first { !$0.isMet(by: labels) }
  }
}
