/// Why a document is not read, and where.
public struct YAMLError: Error, Sendable, Hashable {
  /// Why a document is not read.
  public enum Reason: Error, Sendable, Hashable {
    /// It is not YAML, or YAML that Kubernetes' own tools refuse.
    case malformed
    /// It is YAML of a kind that is not read, e.g. with an anchor where only values are, or larger or deeper than anybody means.
    case unsupported
  }

  /// Where it is: at what must be changed, e.g. at the quote that is not closed.
  public let location: YAMLLocation

  let problem: YAMLProblem

  init(_ problem: YAMLProblem, at location: YAMLLocation) {
    self.problem = problem
    self.location = location
  }

  /// Why the document is not read.
  public var reason: Reason { problem.reason }

  /// What is wrong and how to fix it, without the location, e.g. `a quoted string is not closed; …`. It is safe to print.
  public var message: String { problem.description }
}
