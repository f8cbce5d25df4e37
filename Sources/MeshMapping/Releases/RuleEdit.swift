import KubernetesObjects

/// One change to the rules, as a value that names the very rule it changes.
package struct RuleEdit: Sendable {
  /// The path to a rule.
  package typealias Rule<Value> = any WritableKeyPath<MappingRules, Value> & Sendable

  private let change: @Sendable (inout MappingRules) -> Void

  /// Makes the change.
  package func apply(to rules: inout MappingRules) {
    change(&rules)
  }
}

extension RuleEdit {
  /// Sets a rule.
  package static func set<Value: Sendable>(_ rule: Rule<Value>, _ value: Value) -> RuleEdit {
    RuleEdit { $0[keyPath: rule] = value }
  }

  /// Adds a string to a list that is in the order of its bytes.
  package static func insert(_ element: String, into rule: Rule<[String]>) -> RuleEdit {
    RuleEdit { rules in
      let list = rules[keyPath: rule]
      let index = list.firstIndex { element.precedesInBytes($0) } ?? list.endIndex
      rules[keyPath: rule].insert(element, at: index)
    }
  }

  /// Adds a string at the end of a list whose order matters.
  package static func append(_ element: String, to rule: Rule<[String]>) -> RuleEdit {
    RuleEdit { $0[keyPath: rule].append(element) }
  }

  /// Takes a string out of a list.
  package static func remove(_ element: String, from rule: Rule<[String]>) -> RuleEdit {
    RuleEdit { $0[keyPath: rule].removeAll { $0.hasSameBytes(as: element) } }
  }
}
