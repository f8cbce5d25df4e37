import KubernetesObjects

/// Comma-separated lists in annotations.
package enum AnnotationList {
  /// The pieces between the commas, as they are written.
  static func pieces(of annotation: String, emptyPieces: TransparentProxyingRules.EmptyPieces) -> [String] {
    annotation.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: emptyPieces == .dropped)
      .map { String(Substring($0)) }
  }

  /// The entries as the documentation means them (DA-2): without the whitespace around them, each once; the wildcard stands for all
  /// others.
  static func documentedEntries(of annotation: String) -> [String] {
    var seen: Set<ExactString> = []
    let entries = pieces(of: annotation, emptyPieces: .dropped).map(trimmed)
      .filter { !$0.isEmpty && seen.insert(ExactString($0)).inserted }
    return entries.contains(DirectAccess.wildcard) ? [DirectAccess.wildcard] : entries
  }

  /// Whether an entry has whitespace around it, which releases keep.
  package static func hasWhitespace(_ annotation: String) -> Bool {
    pieces(of: annotation, emptyPieces: .dropped).contains { !trimmed($0).hasSameBytes(as: $0) }
  }

  private static func trimmed(_ piece: String) -> String {
    let start = piece.utf8.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(Substring(start[...last]))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
