/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  package let problem: JSONProblem
  /// Where it is wrong.
  public let place: TextPlace

  init(_ problem: JSONProblem, at place: TextPlace) {
    self.problem = problem
    self.place = place
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// The place and the problem, e.g. `line 3, column 7: a colon is missing between a key and its value`.
  public var description: String { "\(place): \(problem)" }
}
