/// Whether a release reads a key, an object or a setting.
package enum Reading: Sendable, Hashable {
  case notRead
  case read
}
