/// The form of the output.
enum OutputFormat: String, Sendable {
  case text, json, yaml
  /// A page of its own, which only `upgrade` has.
  case html
  /// The form in which tools that look at code tell others what they found, which only `lint` has.
  case sarif
  /// Commands for a host of code, which only `lint` has.
  case github
}
