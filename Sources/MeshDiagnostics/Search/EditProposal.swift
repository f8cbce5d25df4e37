public import KubernetesObjects
public import MeshMapping

/// Edits that lead to a goal: they were tried, and this is what else they do.
public struct EditProposal: Sendable, Hashable {
  /// The edits, the Pods that become others by them, and the workloads whose Pods have to be recreated.
  public let fix: Fix
  /// What happens to the Pod with them.
  public let report: PodReport
  /// The other Pods that become others, by what the edits do to them; each list by namespace and name.
  public let others: [EditEffect: [ObjectName]]
  /// The Services that would lead to the Pod and do not now, without the one that is wanted, by name.
  public let gainedServices: [ObjectName]
  /// The Services that would no longer lead to the Pod, by name.
  public let lostServices: [ObjectName]
  /// What has to be recreated for the edits to take effect; nil where they do that, or nothing has to be.
  public let recreation: Recreation?
  /// How many Pods there are for each effect, with those that workloads have yet to make, where that is known.
  let numbers: [EditEffect: Int]
  /// What the input would have to hold for all effects to be known.
  let needs: [Completeness.Kind]
}

extension EditProposal {
  /// How many other Pods become others. O(*n*).
  public var otherPods: Int { numbers.values.reduce(0, +) }

  /// Who else is touched, as sentences that are safe to print.
  public var effect: String {
    let sentences = EditEffect.allCases.compactMap(sentence)
    return sentences.isEmpty ? "No other Pod is touched." : sentences.joined(separator: " ")
  }

  /// What is wrong with the Pod itself when it is as it was wanted, and what else changes about it: sentences that are safe to print.
  public var warnings: [String] {
    var warnings: [String] = []
    switch report.outcome.verdict.action {
    case .fail: warnings.append("It would have a sidecar and no Dataplane. \(report.outcomeMessage ?? "")")
    case .unknown: report.outcomeMessage.map { warnings.append($0) }
    case .apply, .delete, .leave, .pending: break
    }
    warnings += gainedServices.map { "Service \($0.name.printedSafely) would lead to it as well." }
    warnings += lostServices.map { "Service \($0.name.printedSafely) would no longer lead to it." }
    return warnings
  }

  /// Whether Pods stop working by the edits, or the Pod does not work with them.
  var isHarmful: Bool { report.outcome.verdict.action == .fail || others.keys.contains(where: \.isHarm) }

  private func sentence(of effect: EditEffect) -> String? {
    guard let names = others[effect], let first = names.first else { return nil }
    let number = numbers[effect] ?? names.count
    let list = names.count <= 3 ? names.map(\.name.printedSafely).joined(separator: ", ") : "\(first.name.printedSafely), …"
    let advice = effect == .unknown && !needs.isEmpty ? "; add \(Completeness.list(of: needs)) to the input to know" : ""
    return "\(number) more Pod\(number == 1 ? "" : "s") \(effect.phrase): \(list)\(advice)."
  }
}

extension EditProposal: Identifiable {
  /// The edits.
  public var id: [Edit] { fix.edits }
}
