import KubernetesObjects

/// Why an input cannot be used: where, what, and so what to mend.
package struct InputProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, with the document in it where there are several; as it is, so perhaps not safe to print.
  package let place: String
  /// What is wrong, safe to print.
  package let problem: String

  package init(place: String, problem: String) {
    self.place = place
    self.problem = problem
  }

  package var description: String { "\(place.printedSafely): \(problem)" }
}
