import Foundation

/// A line that is another one where its mutation is switched on.
struct Mutation {
  let number: Int
  let file: String
  /// The line, from 1 on.
  let line: Int
  let kind: Kind
  /// The line as it is.
  let original: String

  /// What is done to a line.
  enum Kind: Hashable {
    /// An operator becomes another one.
    case comparison(String, by: String)
    /// A condition is the opposite.
    case negation(keyword: String)
    /// A word is another one: true and false, a number and the next.
    case word(String, by: String)
    /// The statement is left out.
    case removal

    var summary: String {
      switch self {
      case .comparison(let old, let new), .word(let old, let new): "\(old) becomes \(new)"
      case .negation: "the condition is turned round"
      case .removal: "the statement is left out"
      }
    }
  }

  /// The line with its switch.
  var switched: String {
    let indentation = String(original.prefix { $0 == " " })
    switch kind {
    case .comparison(let old, _): return original.replacingFirst(" \(old) ", by: " \(operatorName) ")
    case .word(let old, let new): return original.replacingFirst(old, by: "(isMutated(\(number)) ? \(new) : \(old))")
    case .removal: return "\(indentation)if !isMutated(\(number)) { \(original.trimmingCharacters(in: .whitespaces)) }"
    case .negation(let keyword):
      let rest = original.dropFirst(indentation.count + keyword.count + 1)
      let end = keyword == "guard" ? " else {" : " {"
      guard let brace = rest.range(of: end) else { return original }
      return "\(indentation)\(keyword) isTurned(\(number), \(rest[..<brace.lowerBound]))\(rest[brace.lowerBound...])"
    }
  }

  /// The name of the operator that is this mutation: the number, written with signs.
  private var operatorName: String {
    guard case .comparison(let old, _) = kind else { return "" }
    return old + String(number, radix: 2).map { $0 == "0" ? "%" : "^" }.joined() + "%"
  }

  /// The operator of this mutation, as it is declared; nil where it needs none.
  var declaration: String? {
    guard case .comparison(let old, let new) = kind else { return nil }
    let isLogical = ["&&", "||"].contains(old)
    let group = isLogical ? (old == "&&" ? "LogicalConjunction" : "LogicalDisjunction") : "Comparison"
    let declared = "infix operator \(operatorName): \(group)Precedence\n"
    guard !isLogical else {
      return declared
        + "public func \(operatorName) (left: Bool, right: @autoclosure () throws -> Bool) rethrows -> Bool {\n"
        + "  isMutated(\(number)) ? try left \(new) right() : try left \(old) right()\n}\n"
    }
    let bound = ["==", "!="].contains(old) ? "Equatable" : "Comparable"
    return declared
      + "public func \(operatorName) <Value: \(bound)>(left: Value, right: Value) -> Bool {\n"
      + "  isMutated(\(number)) ? left \(new) right : left \(old) right\n}\n"
  }
}

extension String {
  func replacingFirst(_ old: String, by new: String) -> String {
    guard let range = range(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }
}
