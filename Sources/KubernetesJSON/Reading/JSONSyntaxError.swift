/// Why a document is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  package let problem: JSONProblem
  /// Where it is wrong.
  public let location: JSONLocation

  init(_ problem: JSONProblem, at location: JSONLocation) {
    self.problem = problem
    self.location = location
  }

  /// What is wrong, and what to write instead, without the location.
  public var message: String { problem.description }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// The location and the message, e.g. `line 3, column 7: a colon is missing between a key and its value`.
  public var description: String { "\(location): \(problem)" }
}
