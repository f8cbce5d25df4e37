import Foundation

/// The mutations that a line admits, as far as text tells; the compiler refuses the rest.
enum Candidates {
  private static let operators = [
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "&&": "||", "||": "&&",
  ]

  static func kinds(of line: String) -> [Mutation.Kind] {
    let text = line.trimmingCharacters(in: .whitespaces)
    let declarations = [
      "//", "import", "public import", "#", "@", "case ", "extension", "infix", "typealias", "func ", "public func",
      "package func",
      "static func", "private func", "struct", "enum", "init", "public init", "}",
    ]
    guard !text.isEmpty, !declarations.contains(where: text.hasPrefix), !text.contains("func "), !text.contains(" where ")
    else { return [] }
    var kinds: [Mutation.Kind] = []
    let code = text.contains("\"") ? "" : text
    for (old, new) in operators.sorted(by: { $0.key < $1.key }) where code.contains(" \(old) ") {
      kinds.append(.comparison(old, by: new))
    }
    for keyword in ["guard", "if"] where code.hasPrefix("\(keyword) ") && !code.contains(", ") && !code.contains(" = ") {
      if code.hasSuffix("{") || code.hasSuffix("}") { kinds.append(.negation(keyword: keyword)) }
    }
    for (old, new) in [("true", "false"), ("false", "true")] where words(of: code).contains(old) {
      kinds.append(.word(old, by: new))
    }
    for word in words(of: code) where Int(word) != nil && code.contains(" \(word)") {
      kinds.append(.word(" \(word)", by: " \((Int(word) ?? 0) + 1)"))
      break
    }
    if isStatement(text) { kinds.append(.removal) }
    return kinds
  }

  private static func words(of code: String) -> [String] {
    code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  /// Whether a line is a call or an assignment to something that has a value already.
  private static func isStatement(_ text: String) -> Bool {
    guard let first = text.first, first.isLowercase, !text.hasPrefix("self."), !text.hasSuffix("{"), !text.hasSuffix(","),
      text.count(where: { $0 == "(" }) == text.count(where: { $0 == ")" })
    else { return false }
    let keywords = [
      "return", "let", "var", "guard", "if", "for", "while", "switch", "case", "throw", "try", "defer", "else", "private",
      "static", "fileprivate", "final",
    ]
    guard let word = words(of: text).first, !keywords.contains(word), text.hasPrefix(word) else { return false }
    return text.hasSuffix(")") && !text.contains(": ") || text.contains(" += ") || text.contains(" = ")
  }

  /// All mutations of the files of a folder, of which each file gets at most a few and each line one.
  static func draw(_ count: Int, from sources: URL, seed: UInt64) throws -> [Mutation] {
    var random = SplitMix(seed: seed)
    let files = (FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.allObjects ?? [])
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map { $0.standardizedFileURL.path }.sorted()
    var all: [(file: String, line: Int, text: String, kind: Mutation.Kind)] = []
    for file in files {
      for (index, line) in try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n").enumerated() {
        for kind in kinds(of: line) { all.append((file, index + 1, line, kind)) }
      }
    }
    var drawn: [Mutation] = []
    var lines: Set<String> = []
    for candidate in all.shuffled(using: &random) where drawn.count < count {
      guard lines.insert("\(candidate.file):\(candidate.line)").inserted else { continue }
      drawn.append(
        Mutation(
          number: drawn.count + 1, file: candidate.file, line: candidate.line, kind: candidate.kind, original: candidate.text
        ))
    }
    return drawn
  }
}
