package import KubernetesJSON
package import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// What `compare` prints.
package struct ComparisonDocument: JSONWritable {
  let comparison: UpgradeComparison
  /// The workloads of which it matters that their Pods are made anew, where objects are compared.
  let restarts: [WorkloadReference]
  /// The objects that are there and could not be read.
  private let unreadable: Set<ObjectReference>

  /// What two releases make of the Pods that the filters leave.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - restarts: The workloads whose Pods have to be made anew for it to be so.
  ///   - unreadable: The objects that are there and could not be read.
  package init(
    _ comparison: UpgradeComparison,
    restarts: [WorkloadReference] = [],
    without unreadable: Set<ObjectReference> = []
  ) {
    self.comparison = comparison
    self.restarts = restarts
    self.unreadable = unreadable
  }

  var step: UpgradeStep { comparison.step }
  /// Whether anything changes that somebody has to look at.
  package var needsAttention: Bool { !step.troubles.isEmpty || !step.blockingNotes.isEmpty }
  /// Whether anything changes.
  package var isAnyChange: Bool { !comparison.changes.isEmpty }
  /// Whether something might need attention that the input does not let one know.
  package var mayNeedAttention: Bool { !step.incomplete.isEmpty }
  /// Whether something might change that the input does not let one know.
  package var isAnyUndecided: Bool { mayNeedAttention || !comparison.undecided.isEmpty }

  /// What the input lacks, by how many Pods.
  package var incomplete: [Incompleteness] {
    var count = Incompleteness.Count()
    for pod in comparison.undecided { count.add(pod.needs) }
    let undecided = count.all
    let others = step.incomplete.filter { lack in !undecided.contains { $0.needs == lack.needs } }
    return (undecided + others).map { $0.naming(unreadable) }
  }

  /// What has to be said once of a release that is announced and not out yet.
  var announcement: String? { step.new.announcement ?? step.old.announcement }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write("\(step.old)", forKey: "from")
      object.write("\(step.new)", forKey: "to")
      object.write(announcement, forKey: "announced")
      object.write(step.verdict.code, forKey: "verdict")
      object.write(step.verdict.message(of: comparison.workloads), forKey: "message")
      object.write(comparison.workloads, forKey: "workloads")
      object.write(comparison.pods, forKey: "pods")
      object.write(comparison.dataplanes, forKey: "dataplanes")
      object.write(step.troubles, forKey: "troubles")
      object.write(comparison.harmless, forKey: "harmless")
      object.writeUnlessEmpty(step.notes, forKey: "notes")
      object.write(comparison.changes, forKey: "changes")
      if !restarts.isEmpty { object.write(restarts.compactMap(\.restartCommand), forKey: "restarts") }
      if !comparison.undecided.isEmpty { object.write(comparison.undecided, forKey: "undecided") }
      if isAnyUndecided { object.write(incomplete, forKey: "incomplete") }
    }
  }
}

/// The text of `compare`: the verdict, what needs attention, each thing once, and what else changes, by its cause.
package struct ComparisonText {
  private let style: Style

  package init(style: Style) {
    self.style = style
  }

  /// All there is to say about a comparison.
  package func table(_ document: ComparisonDocument) -> String {
    let step = document.step
    var lines = [verdict(document)]
    let troubles = TroubleText(style: style)
    for trouble in step.troubles { lines += [""] + troubles.lines(of: trouble, in: nil) }
    let notes = NoteText(style: style).lines(of: step)
    if !notes.isEmpty { lines += ["", style.strong("Upgrade notes on objects")] + notes.map { "  \($0)" } }
    lines += unknownLines(document) + harmlessLines(document.comparison)
    if !document.restarts.isEmpty {
      lines += ["", style.strong("Pods that are made anew before it is so")]
      lines += document.restarts.compactMap(\.restartCommand).map { "  \($0)" }
    }
    let said = document.announcement.map { ["", style.notable($0)] } ?? []
    return (lines + said).joined(separator: "\n")
  }

  private func verdict(_ document: ComparisonDocument) -> String {
    let step = document.step
    let text = step.verdict.message(of: document.comparison.workloads)
    let releases = style.faint(step.old == step.new ? " (Kuma \(step.new))" : " (\(step.old) to \(step.new))")
    switch step.verdict {
    case .ready where !document.isAnyChange && !document.isAnyUndecided:
      let pods = ReportText.count(document.comparison.pods, "Pod")
      let verb = document.comparison.pods == 1 ? "has" : "have"
      return style.good("READY: nothing changes; \(document.comparison.dataplanes) of \(pods) \(verb) a Dataplane")
        + releases
    case .ready: return style.good(text) + releases
    case .notReady: return style.bad(text) + releases
    case .cannotTell: return style.notable(text) + releases
    }
  }

  /// What the input does not let one know.
  private func unknownLines(_ document: ComparisonDocument) -> [String] {
    guard document.isAnyUndecided else { return [] }
    let word = document.mayNeedAttention ? style.notable("Cannot tell") : style.strong("Not known, and harmless either way")
    return ["", word] + document.incomplete.map { "  \($0.advice)" }
  }

  private func harmlessLines(_ comparison: UpgradeComparison) -> [String] {
    guard !comparison.harmless.isEmpty else { return [] }
    let causes = Set(comparison.harmless.flatMap(\.causes))
    let rows = ReleaseHistory.changes.filter(causes.contains)
    return ["", style.strong("Changes that need no attention")]
      + comparison.harmless.map { change in
        let ids = change.causes.map(\.id) + change.otherCauses.map(\.rawValue).sorted()
        return
          "  \(change.summary): \(ReportText.count(change.workloads, "workload")) \(style.faint("[\(ids.joined(separator: ", "))]"))"
      }
      + (rows.isEmpty ? [] : ["", style.strong("Because of")])
      + rows.map { row in
        let numbers = row.pullRequests.map { "#\($0)" }.joined(separator: " ")
        let releases = row.ranges.map(\.description).joined(separator: ", ")
        return "  \(row.id): \(row.summary) (\(releases)\(numbers.isEmpty ? "" : "; \(numbers)"))"
      }
  }
}
