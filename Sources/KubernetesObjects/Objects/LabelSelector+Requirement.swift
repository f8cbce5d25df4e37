extension LabelSelector {
  /// One requirement on the labels of an object: an entry of `matchExpressions`.
  public struct Requirement: Sendable, Hashable {
    /// How the label is compared with the values.
    public enum Operator: String, Sendable, Hashable, CaseIterable {
      /// The label is present with one of the values.
      case isIn = "In"
      /// The label is absent, or present with none of the values.
      case isNotIn = "NotIn"
      /// The label is present.
      case exists = "Exists"
      /// The label is absent.
      case doesNotExist = "DoesNotExist"
    }

    /// The key of the label that the requirement is about.
    @ByteExact public private(set) var key: String
    /// How the label is compared with the values.
    public let `operator`: Operator
    /// The values that the label is compared with; empty for operators that take none.
    @ByteExactList public private(set) var values: [String]

    private init(key: String, operator: Operator, values: [String] = []) {
      self.operator = `operator`
      self.key = key
      self.values = values
    }

    /// The label is present with one of these values.
    public static func isIn(key: String, values: [String]) -> Requirement {
      Requirement(key: key, operator: .isIn, values: values)
    }

    /// The label is absent, or present with none of these values.
    public static func isNotIn(key: String, values: [String]) -> Requirement {
      Requirement(key: key, operator: .isNotIn, values: values)
    }

    /// The label is present.
    public static func exists(key: String) -> Requirement {
      Requirement(key: key, operator: .exists)
    }

    /// The label is absent.
    public static func doesNotExist(key: String) -> Requirement {
      Requirement(key: key, operator: .doesNotExist)
    }
  }
}

extension LabelSelector.Requirement {
  /// Whether the given labels meet the requirement.
  public func isMet(by labels: StringMap) -> Bool {
    let value = labels[key]
    return switch `operator` {
    case .isIn: value.map(isAmongValues) ?? false
    case .isNotIn: !(value.map(isAmongValues) ?? false)
    case .exists: value != nil
    case .doesNotExist: value == nil
    }
  }

  private func isAmongValues(_ value: String) -> Bool {
    values.contains { $0.hasSameBytes(as: value) }
  }
}

extension LabelSelector.Requirement: CustomStringConvertible {
  /// The requirement as `kubectl` writes it, e.g. `app in (a, b)`; safe to print.
  public var description: String {
    let key = key.printedSafely
    let list = values.map(\.printedSafely).joined(separator: ", ")
    return switch `operator` {
    case .isIn where values.count == 1: "\(key)=\(list)"
    case .isIn: "\(key) in (\(list))"
    case .isNotIn: "\(key) notin (\(list))"
    case .exists: key
    case .doesNotExist: "!\(key)"
    }
  }
}
