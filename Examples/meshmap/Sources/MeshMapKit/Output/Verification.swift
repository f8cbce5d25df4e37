import KubernetesObjects
package import MeshMapping

/// What `verify` prints.
package struct VerificationDocument: Encodable {
  let rules: String
  let dataplanes: Int
  let problems: [ProblemDocument]

  package init(rules: String, dataplanes: Int, problems: [VerificationProblem]) {
    self.rules = rules
    self.dataplanes = dataplanes
    self.problems = problems.map(ProblemDocument.init)
  }

  /// How a Dataplane differs.
  struct ProblemDocument: Encodable {
    let namespace: String
    let name: String
    let problem: String
    let path: String?
    let actual: String?
    let expected: String?
    let message: String

    init(_ problem: VerificationProblem) {
      namespace = problem.name.namespace
      name = problem.name.name
      self.problem = problem.kind.code
      message = problem.kind.message
      if case .differs(let difference) = problem.kind {
        path = "\(difference.path)"
        actual = difference.old
        expected = difference.new
      } else {
        path = nil
        actual = nil
        expected = nil
      }
    }
  }
}

/// The text of `verify`: what differs, by Dataplane.
package struct VerificationText {
  private let style: Style

  package init(style: Style) {
    self.style = style
  }

  /// The problems by Dataplane.
  package func table(_ problems: [VerificationProblem], dataplanes: Int, rules: String) -> String {
    var lines: [String] = []
    var name: ObjectName?
    for problem in problems {
      if problem.name != name {
        name = problem.name
        lines.append(style.strong(ReportText.name(of: problem.name)))
      }
      lines.append("  \(style.bad(problem.kind.message))")
    }
    let count = "\(ReportText.count(dataplanes, "dataplane")) under \(ReportText.phrase(for: rules))"
    let differing = Set(problems.map(\.name)).count
    let verdict = problems.isEmpty ? "all as the rules give" : "\(differing) differ\(differing == 1 ? "s" : "")"
    let hint = "the input has no Dataplanes; add those of kubectl get dataplanes -A -o json"
    return (lines + [style.faint("\(count): \(dataplanes == 0 ? hint : verdict)")]).joined(separator: "\n")
  }
}
