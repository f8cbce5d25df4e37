/// A value that is made of one string, in a place of its own in each case: strings that merely look the same must make different
/// ones.
package struct Exactness: Sendable, CustomStringConvertible {
  /// The place of the string.
  package let description: String
  /// Whether equality and hash tell two strings apart that only look the same, and no others.
  package let isExact: @Sendable () -> Bool

  /// The values that strings make at the place of the given description.
  package init<Value: Hashable & Sendable>(_ description: String, _ value: @escaping @Sendable (String) -> Value) {
    self.description = description
    isExact = {
      let (composed, decomposed) = (value("\u{E9}"), value("e\u{301}"))
      return composed == value("\u{E9}") && composed.hashValue == value("\u{E9}").hashValue
        && composed != decomposed && composed.hashValue != decomposed.hashValue
    }
  }
}
