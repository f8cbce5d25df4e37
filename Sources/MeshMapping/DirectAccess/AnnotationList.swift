import KubernetesObjects

extension TransparentProxyingRules.ListReading {
  /// The entries of a list, or nil where there is nothing to write: the annotation is absent or gives no entry.
  func entries(of annotation: String?) -> [String]? {
    guard let annotation, self != .notRead else { return nil }
    let pieces = annotation.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let entries: [String] =
      switch self {
      case .notRead: []
      case .pieces: pieces.map { String(Substring($0)) }
      case .piecesUnlessEmpty: annotation.isEmpty ? [] : pieces.map { String(Substring($0)) }
      case .nonEmptyPieces: pieces.filter { !$0.isEmpty }.map { String(Substring($0)) }
      case .documented: Self.documentedEntries(of: pieces)
      }
    return entries.isEmpty ? nil : entries
  }

  /// The entries without the blanks around them, each once; the wildcard stands for all the others.
  private static func documentedEntries(of pieces: [Substring.UTF8View]) -> [String] {
    var seen: Set<ExactString> = []
    let entries = pieces.map(trimmed).filter { !$0.isEmpty && seen.insert(ExactString($0)).inserted }
    return entries.contains(DirectAccess.wildcard) ? [DirectAccess.wildcard] : entries
  }

  /// Whether an entry of a list has blanks around it, which releases keep.
  static func hasBlanks(_ annotation: String?) -> Bool {
    let kept = Self.nonEmptyPieces.entries(of: annotation) ?? []
    return kept.contains { trimmed($0.utf8[...]) != $0 }
  }

  private static func trimmed(_ piece: Substring.UTF8View) -> String {
    let start = piece.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(Substring(start[...last]))
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
