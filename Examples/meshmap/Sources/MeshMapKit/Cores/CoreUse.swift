/// How many of the machine's cores do some work.
package enum CoreUse: Sendable, Hashable {
  /// The one that asks for it.
  case one
  /// All of them.
  case all
}
