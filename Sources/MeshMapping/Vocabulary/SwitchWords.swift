/// Which words switch something on or off in a label or an annotation (INJ-3; release history `switch-yes-no`).
package enum SwitchWords: Sendable, Hashable {
  /// `enabled` and `true`, `disabled` and `false`.
  case enabledOrTrue
  /// Those, and `yes` and `no`.
  case enabledTrueOrYes

  /// What a value says. Words are compared as bytes: `Enabled` and the empty string say nothing.
  package func setting(of value: String) -> SwitchSetting {
    switch value {
    case "enabled", "true": .on
    case "disabled", "false": .off
    case "yes" where self == .enabledTrueOrYes: .on
    case "no" where self == .enabledTrueOrYes: .off
    default: .unreadable
    }
  }
}

/// What the value of a switch says.
package enum SwitchSetting: Sendable, Hashable {
  case on
  case off
  /// Neither: Kuma answers such a value with an error.
  case unreadable
}
