/// A selector over labels, as webhooks use it: every requirement must hold.
public struct LabelSelector: Sendable, Hashable {
  /// One requirement on the labels of an object.
  public enum Requirement: Sendable, Hashable {
    /// The label is present with one of these values.
    case isIn(key: String, values: [String])
    /// The label is absent, or present with none of these values.
    case isNotIn(key: String, values: [String])
    /// The label is present.
    case exists(key: String)
    /// The label is absent.
    case doesNotExist(key: String)
  }

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

extension LabelSelector.Requirement {
  /// The key of the label that the requirement is about.
  public var key: String {
    switch self {
    case .isIn(let key, _), .isNotIn(let key, _), .exists(let key), .doesNotExist(let key): key
    }
  }

  /// Whether the given labels meet the requirement.
  public func isMet(by labels: StringMap) -> Bool {
    let value = labels[key]
    return switch self {
    case .isIn(_, let values): value.map { value in values.contains { $0.hasSameBytes(as: value) } } ?? false
    case .isNotIn(_, let values): value.map { value in !values.contains { $0.hasSameBytes(as: value) } } ?? true
    case .exists: value != nil
    case .doesNotExist: value == nil
    }
  }
}

extension LabelSelector.Requirement: CustomStringConvertible {
  /// The requirement as `kubectl` writes it, e.g. `app in (a, b)`.
  public var description: String {
    switch self {
    case .isIn(let key, let values) where values.count == 1: "\(key)=\(values[0])"
    case .isIn(let key, let values): "\(key) in (\(values.joined(separator: ", ")))"
    case .isNotIn(let key, let values): "\(key) notin (\(values.joined(separator: ", ")))"
    case .exists(let key): key
    case .doesNotExist(let key): "!\(key)"
    }
  }
}
