import MeshDiagnostics

/// What a verdict rests on that the input does not hold, as people read it.
struct BasisText {
  let style: Style

  /// The heading of it.
  static let heading = "What this rests on"

  /// A heading and a line for each; nothing where there is nothing of it.
  func lines(of basis: VerdictBasis) -> [String] {
    basis.isEmpty ? [] : ["", style.strong(Self.heading)] + basis.sentences.map { "  \($0)" }
  }
}
