import MeshDiagnostics

/// A value without quotes that must be a string, where it stands, and what puts it in quotes.
package struct UnquotedValue: Sendable {
  let finding: Finding
  let place: FieldPlace?
  let fix: ShownFix
}
