package import KubernetesJSON
import KubernetesObjects
package import MeshDiagnostics
import MeshMapping

/// What `explain --want` prints.
package struct EditSearchDocument: JSONWritable {
  let rules: RulesInUse
  let search: EditSearch

  package init(under rules: RulesInUse, _ search: EditSearch) {
    self.rules = rules
    self.search = search
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      rules.writeMembers(to: &object)
      object.write(search, forKey: "change")
    }
  }
}

/// The text of `explain --want`: what leads to the goal, the smallest edits first, and who else is touched.
package struct EditSearchText {
  private let style: Style
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  package func table(_ document: EditSearchDocument) -> String {
    let search = document.search
    let name = style.strong(ReportText.name(of: search.report.name))
    var lines: [String]
    switch search.answer {
    case .alreadySo(let recreation):
      lines = ["\(name) \(search.goal.phrase) as it stands: nothing has to be edited."]
      lines.append("  \(search.reason)")
      if let recreation { lines += recreationLines(recreation, search) }
    case .edits(let proposals):
      lines = ["What would change it, so that \(name) \(search.goal.phrase):"]
      for (index, proposal) in proposals.enumerated() { lines += [""] + proposalLines(proposal, index + 1, search) }
    case .obstacle(let obstacle):
      lines = ["Nothing was found that would change it, so that \(name) \(search.goal.phrase)."]
      lines.append("  \(obstacle.message)")
    }
    lines += document.rules.lines(style)
    return layout.text(of: lines)
  }

  private func proposalLines(_ proposal: EditProposal, _ number: Int, _ search: EditSearch) -> [String] {
    let edits = proposal.fix.message
    let effect = proposal.otherPods == 0 ? style.good(proposal.effect) : style.notable(proposal.effect)
    return layout.lines(of: style.strong("\(number)  \(edits.prefix(1).uppercased())\(edits.dropFirst())."), indent: 3)
      + layout.lines(of: "   \(effect)", indent: 3)
      + proposal.warnings.flatMap { layout.lines(of: "   \(style.notable($0))", indent: 3) }
      + FixText(style: style).commands(of: proposal.fix).map { " \($0)" }
      + (isOfPod(proposal.recreation) ? ["   Then recreate the Pod: \(whyRecreated(search))."] : [])
  }

  /// What takes effect only later, and what makes it do so.
  private func recreationLines(_ recreation: Recreation, _ search: EditSearch) -> [String] {
    guard let workload = recreation.workload else {
      return layout.lines(
        of: "  It takes effect once the Pod is recreated: \(whyRecreated(search)). Delete it and create it again.", indent: 2
      )
    }
    let command = workload.restartCommand ?? "delete the Pods of \(workload.phrase) so that it recreates them"
    return ["  It takes effect once its Pods are recreated:", "    \(command)"]
  }

  private func isOfPod(_ recreation: Recreation?) -> Bool {
    if case .pod? = recreation { true } else { false }
  }

  private func whyRecreated(_ search: EditSearch) -> String {
    search.goal == .notInjected ? "a running Pod keeps its sidecar" : "a running Pod is not injected"
  }
}
