package import KubernetesJSON
import KubernetesObjects
package import MeshMapping

/// What `verify` prints.
package struct VerificationDocument: JSONWritable {
  let rules: String
  let announcement: String?
  let dataplanes: Int
  let problems: [VerificationProblem]

  package init(rules: String, announcement: String? = nil, dataplanes: Int, problems: [VerificationProblem]) {
    self.rules = rules
    self.announcement = announcement
    self.dataplanes = dataplanes
    self.problems = problems
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write(rules, forKey: "rules")
      object.write(announcement, forKey: "announced")
      object.write(dataplanes, forKey: "dataplanes")
      object.write(problems, forKey: "problems")
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
  package func table(of document: VerificationDocument) -> String {
    let (problems, dataplanes) = (document.problems, document.dataplanes)
    var lines: [String] = []
    var name: ObjectName?
    for problem in problems {
      if problem.name != name {
        name = problem.name
        lines.append(style.strong(ReportText.name(of: problem.name)))
      }
      lines.append("  \(style.bad(problem.kind.message))")
    }
    let count = "\(ReportText.count(dataplanes, "dataplane")) under \(ReportText.phrase(for: document.rules))"
    let differing = Set(problems.map(\.name)).count
    let verdict = problems.isEmpty ? "all as the rules give" : "\(differing) differ\(differing == 1 ? "s" : "")"
    let hint = "the input has no Dataplanes; add those of kubectl get dataplanes -A -o json"
    let said = document.announcement.map { [style.notable($0)] } ?? []
    return (lines + [style.faint("\(count): \(dataplanes == 0 ? hint : verdict)")] + said).joined(separator: "\n")
  }
}
