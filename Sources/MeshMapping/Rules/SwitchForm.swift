/// How a release reads an annotation that switches something on.
package enum SwitchForm: Sendable, Hashable {
  /// As Go's `strconv.ParseBool` reads.
  case asGoBool
  /// As every other switch, by ``MappingRules/switchWords``.
  case asSwitch
}
