/// Whether a release has something: a check, a webhook, a tag or a field that it writes.
package enum Presence: Sendable, Hashable {
  case absent
  case present
}
