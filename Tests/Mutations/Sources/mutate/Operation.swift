/// An operator that a mutation replaces, and how its replacement is declared.
struct Operation {
  let old: String
  let new: String

  static let named: [String: Operation] = Dictionary(
    uniqueKeysWithValues: [
      ("==", "!="), ("!=", "=="), ("<", "<="), ("<=", "<"), (">", ">="), (">=", ">"), ("&&", "||"), ("||", "&&"),
      ("+", "-"), ("??", "the default"),
    ]
    .map { ($0, Operation(old: $0, new: $1)) })

  var summary: String {
    switch old {
    case "+": "+ becomes -, or leaves out what follows"
    case "??": "the default, always"
    default: "\(old) becomes \(new)"
    }
  }

  var precedence: String {
    switch old {
    case "&&": "LogicalConjunctionPrecedence"
    case "||": "LogicalDisjunctionPrecedence"
    case "+": "AdditionPrecedence"
    case "??": "NilCoalescingPrecedence"
    default: "ComparisonPrecedence"
    }
  }

  func declarations(of name: String, isMutated: String, by new: String) -> String {
    switch old {
    case "&&", "||":
      """
      public func \(name) (left: Bool, right: @autoclosure () throws -> Bool) rethrows -> Bool {
        \(isMutated) ? try left \(new) right() : try left \(old) right()
      }

      """
    case "+":
      """
      public func \(name) <Value: AdditiveArithmetic>(left: Value, right: Value) -> Value {
        \(isMutated) ? left - right : left + right
      }
      public func \(name) <Left: RangeReplaceableCollection, Right: Sequence>(left: Left, right: Right) -> Left
      where Left.Element == Right.Element {
        \(isMutated) ? left : left + right
      }

      """
    case "??":
      """
      public func \(name) <Value>(left: Value?, right: @autoclosure () throws -> Value) rethrows -> Value {
        \(isMutated) ? try right() : try left ?? right()
      }
      public func \(name) <Value>(left: Value?, right: @autoclosure () throws -> Value?) rethrows -> Value? {
        \(isMutated) ? try right() : try left ?? right()
      }

      """
    default:
      """
      public func \(name) <Value: \(["==", "!="].contains(old) ? "Equatable" : "Comparable")>(left: Value, right: Value) -> Bool {
        \(isMutated) ? left \(new) right : left \(old) right
      }

      """
    }
  }
}
