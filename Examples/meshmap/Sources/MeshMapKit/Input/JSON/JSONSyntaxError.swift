/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  package let problem: JSONProblem
  /// Where it is wrong.
  package let place: TextPlace

  package init(_ problem: JSONProblem, at place: TextPlace) {
    self.problem = problem
    self.place = place
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// The place and the problem, e.g. `line 3, column 7: a colon is missing between a key and its value`.
  package var description: String { "\(place): \(problem)" }
}
