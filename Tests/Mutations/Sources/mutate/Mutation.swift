import Foundation

/// A line that is another one where its mutation is switched on.
struct Mutation: Sendable {
  let number: Int
  let file: String
  /// The line, from 1 on.
  let line: Int
  let kind: Kind
  /// Where in the line the kind applies: behind the head of a function or of a case.
  let head: Int
  /// The line as it is.
  let original: String

  /// What is done to a line.
  enum Kind: Hashable, Sendable {
    /// An operator becomes another one, or leaves an operand out.
    case operation(String, by: String)
    /// A part of a condition is the opposite.
    case negation(of: String)
    /// A word is another one: true and false, a number and the next, a key and one that is longer.
    case word(String, by: String)
    /// A filter lets everything through.
    case filter(String)
    /// The statement is left out.
    case removal

    var summary: String {
      switch self {
      case .operation(let old, let new): Operation.named[old].map(\.summary) ?? "\(old) becomes \(new)"
      case .word(let old, let new):
        "\(old.trimmingCharacters(in: .whitespaces)) becomes \(new.trimmingCharacters(in: .whitespaces))"
      case .negation(let condition): "turned round: \(condition)"
      case .filter: "the filter lets everything through"
      case .removal: "the statement is left out"
      }
    }
  }

  /// The line with its switch.
  var switched: String {
    let start = original.index(original.startIndex, offsetBy: head)
    let rest = String(original[start...])
    return original[..<start] + switched(rest)
  }

  private func switched(_ rest: String) -> String {
    switch kind {
    case .operation(let old, _): rest.replacingFirst(" \(old) ", by: " \(operatorName) ")
    case .word(let old, let new) where old.hasPrefix(" "):
      rest.replacingFirst(old, by: " (isMutated(\(number)) ? \(new) : \(old.dropFirst()))")
    case .word(let old, let new): rest.replacingFirst(old, by: "(isMutated(\(number)) ? \(new) : \(old))")
    case .filter(let condition):
      rest.replacingFirst(
        ".filter { \(condition) }", by: ".filter { isMutated(\(number)) || (\(condition)) }")
    case .removal:
      "\(rest.prefix { $0 == " " })if !isMutated(\(number)) { \(rest.trimmingCharacters(in: .whitespaces)) }"
    case .negation(let condition): rest.replacingFirst(condition, by: "isTurned(\(number), \(condition))")
    }
  }

  /// The name of the operator that is this mutation: the number, written with signs.
  private var operatorName: String {
    guard case .operation(let old, _) = kind else { return "" }
    return old + String(number, radix: 2).map { $0 == "0" ? "%" : "^" }.joined() + "%"
  }

  /// The operator of this mutation, as it is declared; nil where it needs none.
  var declaration: String? {
    guard case .operation(let old, let new) = kind, let operation = Operation.named[old] else { return nil }
    return "infix operator \(operatorName): \(operation.precedence)\n"
      + operation.declarations(of: operatorName, isMutated: "isMutated(\(number))", by: new)
  }
}

extension String {
  func replacingFirst(_ old: String, by new: String) -> String {
    guard let range = range(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }
}
