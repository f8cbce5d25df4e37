package import KubernetesObjects

/// What might mend a finding: some edits that go together, and what they do. Nobody has tried it yet; see ``Fix``.
package struct Remedy: Sendable, Hashable {
  /// What the edits do, as an imperative that is safe to print and has no full stop, e.g. `set appProtocol: http on port 80 of Service web`.
  @ByteExact package private(set) var message: String
  /// The edits, in the order in which they are made.
  package let edits: [Edit]

  /// Edits that go together.
  package init(_ message: String, _ edits: [Edit]) {
    self.message = message
    self.edits = edits
  }
}
