import Foundation

/// The mutations that a line admits, as far as text tells; the compiler refuses the rest.
enum Candidates {
  /// Where the code of a line begins that can be changed: behind the head of a function or a case; nil where there is none.
  static func head(of line: String) -> Int? {
    let text = line.trimmingCharacters(in: .whitespaces)
    let declarations = [
      "//", "import", "public import", "#", "@", "extension", "infix", "typealias", "struct", "enum", "}", ")", "]",
      "\"\"\"",
    ]
    guard !text.isEmpty, !text.contains("\"\"\""), !text.contains(" where "),
      text.hasPrefix("} else if ") || !declarations.contains(where: text.hasPrefix)
    else { return nil }
    func offset(behind mark: String) -> Int? {
      line.range(of: mark).map { line.distance(from: line.startIndex, to: $0.upperBound) - 1 }
    }
    if text.hasPrefix("case ") { return text.hasPrefix("case .") || text.hasPrefix("case let") ? offset(behind: ": ") : nil }
    if text.contains("func ") || text.contains("init(") && text.hasSuffix("}")
      || text.contains("var ") && text.contains(": ") && text.hasSuffix("}")
    {
      return text.hasSuffix(" }") ? offset(behind: " { ") : nil
    }
    return 0
  }

  static func kinds(of line: String) -> [Mutation.Kind] {
    guard let head = head(of: line) else { return [] }
    let text = String(line.dropFirst(head))
    let code = quotes(outOf: text)
    var kinds: [Mutation.Kind] = []
    for (old, operation) in Operation.named.sorted(by: { $0.key < $1.key }) where code.contains(" \(old) ") {
      // The first of its kind in the line must be code, since it is the one that is replaced.
      guard text.range(of: " \(old) ")?.lowerBound == code.range(of: " \(old) ")?.lowerBound else { continue }
      kinds.append(.operation(old, by: operation.new))
    }
    kinds += conditions(of: code, in: text).map { .negation(of: $0) }
    for (old, new) in [("true", "false"), ("false", "true")] where words(of: code).contains(old) {
      kinds.append(.word(" \(old)", by: new))
    }
    if let number = words(of: code).first(where: { Int($0) != nil && code.contains(" \($0)") }) {
      kinds.append(.word(" \(number)", by: "\((Int(number) ?? 0) + 1)"))
    }
    if let key = key(in: text) { kinds.append(.word("\"\(key)\"", by: "\"\(key)~\"")) }
    if let filter = text.firstMatch(of: /\.filter \{ ([^{}]+) \}/), !filter.1.contains(" in ") {
      kinds.append(.filter(String(filter.1)))
    }
    if head == 0, isStatement(text.trimmingCharacters(in: .whitespaces)) { kinds.append(.removal) }
    return kinds
  }

  /// The string with blanks for what is quoted.
  private static func quotes(outOf text: String) -> String {
    var isQuoted = false
    return String(
      text.map { character in
        if character == "\"" { isQuoted.toggle() }
        return isQuoted ? "\u{1}" : character
      })
  }

  /// A literal that is a key or a word of data, and no prose: the first of the line.
  private static func key(in text: String) -> String? {
    guard !text.contains("\\"), let literal = text.firstMatch(of: /"([^"]*)"/), !literal.1.isEmpty,
      literal.1.allSatisfy({ $0.isLetter || $0.isNumber || "./-_".contains($0) })
    else { return nil }
    return String(literal.1)
  }

  /// The parts of the condition of an `if` or a `guard`, and the condition of a ternary expression.
  private static func conditions(of code: String, in text: String) -> [String] {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    for keyword in ["guard ", "if ", "} else if "] where trimmed.hasPrefix(keyword) {
      let rest = trimmed.dropFirst(keyword.count)
      let end = rest.range(of: keyword == "guard " ? " else {" : " {", options: keyword == "guard " ? [] : .backwards)?
        .lowerBound
      guard let end = end ?? (rest.hasSuffix(",") ? rest.endIndex : nil) else { return [] }
      return clauses(String(rest[..<end])).filter { clause in
        !["let ", "var ", "case ", "#"].contains { clause.hasPrefix($0) } && !clause.contains("{") && !clause.isEmpty
      }
    }
    if let ternary = trimmed.firstMatch(of: /^(?:return |let \w+ = |)([!a-z][^?":{]*) \? .+ : .+$/) {
      return [String(ternary.1)]
    }
    return []
  }

  /// What commas part, outside of brackets and strings.
  private static func clauses(_ text: String) -> [String] {
    var clauses = [""]
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, "([{".contains(character) { depth += 1 }
      if !isQuoted, ")]}".contains(character) { depth -= 1 }
      if character == ",", depth == 0, !isQuoted { clauses.append("") } else { clauses[clauses.count - 1].append(character) }
    }
    return depth == 0 ? clauses.map { $0.trimmingCharacters(in: .whitespaces) } : []
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
      "static", "fileprivate", "final", "public", "package",
    ]
    guard let word = words(of: text).first, !keywords.contains(word), text.hasPrefix(word) else { return false }
    return text.hasSuffix(")") && !text.contains(": ") || text.contains(" += ") || text.contains(" = ") || text == "continue"
  }

  /// Lines of the files of a folder, each as likely as any other that admits a mutation, and of each line one of its mutations.
  static func draw(_ count: Int, from workshop: Workshop, seed: UInt64) -> [Mutation] {
    var random = SplitMix(seed: seed)
    var all: [(file: String, line: Int, text: String, kinds: [Mutation.Kind])] = []
    for (file, text) in workshop.sources.sorted(by: { $0.key < $1.key }) {
      var isProse = false
      for (index, line) in text.components(separatedBy: "\n").enumerated() {
        if line.contains("\"\"\"") { isProse.toggle() }
        let kinds = isProse ? [] : kinds(of: line)
        if !kinds.isEmpty { all.append((file, index + 1, line, kinds)) }
      }
    }
    return all.shuffled(using: &random).prefix(count).enumerated().map { index, drawn in
      Mutation(
        number: index + 1, file: drawn.file, line: drawn.line,
        kind: drawn.kinds[Int.random(in: drawn.kinds.indices, using: &random)],
        head: head(of: drawn.text) ?? 0, original: drawn.text)
    }
  }
}
