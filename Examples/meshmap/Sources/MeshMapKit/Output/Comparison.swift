package import KubernetesJSON
import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// What `compare` prints.
package struct ComparisonDocument: JSONWritable {
  let comparison: UpgradeComparison
  /// The workloads of which it matters that their Pods are made anew, where objects are compared.
  let restarts: [WorkloadReference]
  /// Whether both sides have the same objects.
  package enum Sides: Sendable { case sameObjects, otherObjects }
  private let sides: Sides
  /// What manifests change; nil where both sides have the same objects.
  package var edits: AppliedEdits?

  /// What two releases make of the Pods that the filters leave.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - restarts: The workloads whose Pods have to be made anew for it to be so.
  ///   - sides: Whether both sides have the same objects.
  package init(
    _ comparison: UpgradeComparison,
    restarts: [WorkloadReference] = [],
    of sides: Sides = .sameObjects
  ) {
    self.comparison = comparison
    self.restarts = restarts
    self.sides = sides
  }

  var step: UpgradeStep { comparison.step }
  /// Whether anything changes that somebody has to look at.
  package var needsAttention: Bool {
    !step.troubles.isEmpty || !step.blockingNotes.isEmpty || !comparison.failingAdditions.isEmpty
  }
  /// Whether anything changes, or a note is told of an object.
  package var isAnyChange: Bool {
    !comparison.changes.isEmpty || !comparison.added.isEmpty || !step.notes.isEmpty
  }
  /// How many workloads the verdict is about.
  var workloads: Int { comparison.workloads + comparison.added.count }
  /// What the comparison comes to, with the workloads that only the side after has.
  var verdict: Verdict {
    let failing = comparison.failingAdditions.count
    guard failing > 0 else { return step.verdict }
    if case .notReady(let workloads, let objects) = step.verdict {
      return .notReady(workloads: workloads + failing, objects: objects)
    }
    return .notReady(workloads: failing, objects: 0)
  }
  /// Why there are no fixes, where there would be some to try; nil where they were tried.
  var reasonForNoFixes: String? {
    guard sides == .otherObjects, !step.troubles.isEmpty else { return nil }
    return "No fixes were tried, since the two sides have other objects: change the manifests, and compare again."
  }
  /// Whether something might need attention that the input does not let one know.
  package var mayNeedAttention: Bool { !step.incomplete.isEmpty }
  /// Whether something might change that the input does not let one know.
  package var isAnyUndecided: Bool { mayNeedAttention || !comparison.undecided.isEmpty }

  /// What has to be said once of a release that is announced and not out yet.
  var announcement: String? { step.new.announcement ?? step.old.announcement }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write("\(step.old)", forKey: "from")
      object.write("\(step.new)", forKey: "to")
      object.write(announcement, forKey: "announced")
      object.write(verdict.code, forKey: "verdict")
      object.write(verdict.message(of: workloads, lacking: step.incomplete, butFor: step.notesToRead), forKey: "message")
      object.write(comparison.workloads, forKey: "workloads")
      object.write(comparison.pods, forKey: "pods")
      object.write(comparison.dataplanes, forKey: "dataplanes")
      object.write(step.troubles, forKey: "troubles")
      object.write(reasonForNoFixes, forKey: "fixesNotTried")
      object.write(comparison.harmless, forKey: "harmless")
      object.writeUnlessEmpty(step.notes, forKey: "notes")
      object.writeUnlessEmpty(step.notesToRead.map(\.id), forKey: "notesToRead")
      object.write(comparison.changes, forKey: "changes")
      if !comparison.added.isEmpty {
        object.writeArray(forKey: "added") { list in
          for report in comparison.added {
            list.writeObject { addition in
              addition.write(report.workload?.kind ?? Pod.kind, forKey: "kind")
              addition.write(report.name.namespace, forKey: "namespace")
              addition.write(report.workload?.name ?? report.name.name, forKey: "name")
              addition.write(report.admission.decision.verdict.rawValue, forKey: "injection")
              addition.write(report.additionMessage, forKey: "message")
            }
          }
        }
      }
      if !restarts.isEmpty { object.write(restarts.compactMap(\.restartCommand), forKey: "restarts") }
      if !comparison.undecided.isEmpty { object.write(comparison.undecided, forKey: "undecided") }
      object.writeUnlessEmpty(step.incomplete, forKey: "incomplete")
      if !comparison.basis.isEmpty { object.write(comparison.basis, forKey: "restsOn") }
    }
  }
}

/// The text of `compare`: the verdict, what needs attention, each thing once, and what else changes, by its cause.
package struct ComparisonText {
  private let style: Style
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  /// All there is to say about a comparison.
  package func table(_ document: ComparisonDocument) -> String {
    let step = document.step
    var lines = [verdict(document)]
    let troubles = TroubleText(style: style, edits: document.edits)
    for trouble in step.troubles { lines += [""] + troubles.lines(of: trouble, in: nil) }
    if let reason = document.reasonForNoFixes { lines += ["", reason] }
    lines += additionLines(document.comparison)
    let notes = NoteText(style: style).lines(of: step)
    if !notes.isEmpty { lines += ["", style.strong("Upgrade notes on objects")] + notes.map { "  \($0)" } }
    lines += unknownLines(document) + harmlessLines(document.comparison)
    if !document.restarts.isEmpty {
      lines += ["", style.strong("Restart these workloads for it to take effect")]
      lines += document.restarts.compactMap(\.restartCommand).map { "  \($0)" }
    }
    lines += BasisText(style: style).lines(of: document.comparison.basis)
    let said = document.announcement.map { ["", style.notable($0)] } ?? []
    return layout.text(of: lines + said)
  }

  /// What becomes of workloads that only the side after has.
  private func additionLines(_ comparison: UpgradeComparison) -> [String] {
    guard !comparison.added.isEmpty else { return [] }
    return ["", style.strong("New in the manifests")]
      + comparison.added.map { report in
        let name = report.workload.map { "\($0.kind) \($0.namespace)/\($0.name)" } ?? "Pod \(report.name)"
        let line = "\(name.printedSafely): \(report.additionMessage)"
        return report.isFailing ? style.bad("! \(line)") : "  \(line)"
      }
  }

  private func verdict(_ document: ComparisonDocument) -> String {
    let step = document.step
    let text = document.verdict.message(
      of: document.workloads, lacking: document.step.incomplete, butFor: document.step.notesToRead)
    let releases = style.faint(step.old == step.new ? " (Kuma \(step.new))" : " (\(step.old) to \(step.new))")
    switch document.verdict {
    case .ready where !document.isAnyChange && !document.isAnyUndecided:
      let pods = ReportText.count(document.comparison.pods, "Pod")
      let verb = document.comparison.pods == 1 ? "has" : "have"
      return style.good("READY: nothing changes; \(document.comparison.dataplanes) of \(pods) \(verb) a Dataplane")
        + releases
    case .ready where !step.notesToRead.isEmpty: return style.notable(text) + releases
    case .ready: return style.good(text) + releases
    case .notReady: return style.bad(text) + releases
    case .cannotTell: return style.notable(text) + releases
    }
  }

  /// What the input does not let one know.
  private func unknownLines(_ document: ComparisonDocument) -> [String] {
    guard document.mayNeedAttention else { return [] }
    return ["", style.notable("Cannot tell")] + document.step.incomplete.advice.map { "  \($0)" }
  }

  /// How many rows of the history are explained; JSON has them all.
  private static let namedRows = 8

  private func harmlessLines(_ comparison: UpgradeComparison) -> [String] {
    guard !comparison.harmless.isEmpty else { return [] }
    let causes = Set(comparison.harmless.flatMap(\.causes))
    let rows = ReleaseHistory.changes.filter(causes.contains)
    return ["", style.strong("Changes that need no attention")]
      + HarmlessText(style: style).lines(of: comparison.harmless).map { "  \($0)" }
      + (rows.isEmpty ? [] : ["", style.strong("Because of")])
      + rows.prefix(Self.namedRows).map { row in
        let numbers = row.pullRequests.map { "#\($0)" }.joined(separator: " ")
        let releases = row.ranges.map(\.description).joined(separator: ", ")
        return "  \(row.id): \(row.summary) (\(releases)\(numbers.isEmpty ? "" : "; \(numbers)"))"
      }
      + (rows.count > Self.namedRows
        ? ["  and \(rows.count - Self.namedRows) more; meshmap codes CODE explains each, and --output json has them all"]
        : [])
  }
}

extension UpgradeComparison {
  /// The workloads that only the side after has and of which Pods are refused, or get no Dataplane since something fails.
  fileprivate var failingAdditions: [PodReport] { added.filter(\.isFailing) }
}

extension PodReport {
  /// Whether the Pod is refused, or its Dataplane fails.
  fileprivate var isFailing: Bool {
    admission.decision.verdict == .reject || outcome.verdict.action == .fail
  }

  /// What becomes of a Pod that is new, in one sentence or two.
  fileprivate var additionMessage: String {
    guard outcome.verdict.action == .fail || outcome.verdict.action == .unknown, let message = outcomeMessage else {
      return injectionMessage
    }
    return "\(injectionMessage) \(message)"
  }
}
