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
    case .alreadySo(let restarts):
      lines = ["\(name) \(search.goal.phrase) as it stands: nothing has to be edited."]
      lines.append("  \(search.report.injectionMessage)")
      if !restarts.isEmpty {
        lines.append("  It takes effect once its Pods are recreated:")
        lines += restarts.map { "    \($0.restartCommand ?? "delete the Pods of \($0.phrase) so that it recreates them")" }
      }
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
      + layout.lines(of: "   \(effect)", indent: 3) + FixText(style: style).commands(of: proposal.fix).map { " \($0)" }
      + (isAnewNeeded(proposal, search) ? ["   Then recreate the Pod: a running Pod is not injected."] : [])
  }

  /// Whether somebody has to create the Pod anew, since nothing makes it.
  private func isAnewNeeded(_ proposal: EditProposal, _ search: EditSearch) -> Bool {
    guard search.report.workload == nil, search.report.planned == nil else { return false }
    if case .service = search.goal, search.report.admission.decision.verdict == .inject { return false }
    return true
  }
}
