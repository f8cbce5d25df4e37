package import KubernetesJSON
package import KubernetesObjects
package import MeshMapping

/// What `compare` prints.
package struct ComparisonDocument: JSONWritable {
  let from: KumaRelease
  let to: KumaRelease
  let changes: [ReleaseComparison.Change]
  let undecided: [ReleaseComparison.Undecided]
  /// How many Pods are compared.
  let pods: Int
  /// How many of them have a Dataplane under the release before.
  let dataplanes: Int
  /// Whether the input has neither Pods nor anything that makes some.
  package let hasNothingToCompare: Bool
  /// The objects that are there and could not be read.
  private let unreadable: Set<ObjectReference>

  /// What two releases make of the Pods that the filters leave.
  ///
  /// - Parameters:
  ///   - comparison: The comparison of all Pods.
  ///   - names: The Pods that are compared.
  ///   - unreadable: The objects that are there and could not be read.
  ///   - isChosen: Whether the filters leave a Pod.
  package init(
    _ comparison: ReleaseComparison,
    of names: [ObjectName],
    without unreadable: Set<ObjectReference> = [],
    where isChosen: (ObjectName) -> Bool
  ) {
    hasNothingToCompare = names.isEmpty
    self.unreadable = unreadable
    pods = names.count(where: isChosen)
    dataplanes = comparison.podsWithDataplane.count(where: isChosen)
    from = comparison.old
    to = comparison.new
    changes = comparison.changes.filter { isChosen($0.pod) }
    undecided = comparison.undecided.filter { isChosen($0.pod) }
  }

  /// Whether anything changes that somebody has to look at.
  package var needsAttention: Bool { changes.contains { $0.difference.needsAttention } }
  /// Whether anything changes.
  package var isAnyChange: Bool { !changes.isEmpty }
  /// Whether something might need attention that the input does not let one know.
  package var mayNeedAttention: Bool { hasNothingToCompare || undecided.contains(where: \.mayNeedAttention) }
  /// Whether something might change that the input does not let one know.
  package var isAnyUndecided: Bool { hasNothingToCompare || !undecided.isEmpty }

  /// What the input lacks, by how many Pods.
  package var incomplete: [Incompleteness] {
    var count = Incompleteness.Count()
    for pod in undecided { count.add(pod.needs) }
    if hasNothingToCompare { return [Incompleteness(needs: .pods, pods: 0)] }
    return count.all.map { $0.naming(unreadable) }
  }

  /// What has to be said once of a release that is announced and not out yet.
  var announcement: String? { to.announcement ?? from.announcement }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write("\(from)", forKey: "from")
      object.write("\(to)", forKey: "to")
      object.write(announcement, forKey: "announced")
      object.write(pods, forKey: "pods")
      object.write(dataplanes, forKey: "dataplanes")
      object.write(changes, forKey: "changes")
      if !undecided.isEmpty { object.write(undecided, forKey: "undecided") }
      if isAnyUndecided { object.write(incomplete, forKey: "incomplete") }
    }
  }
}

/// The text of `compare`: what each Pod loses or gains, and then what changes in many Dataplanes at once, by its cause.
package struct ComparisonText {
  private let style: Style

  package init(style: Style) {
    self.style = style
  }

  /// The changes that somebody has to look at by Pod, the others by the rows of the history that make them.
  package func table(_ document: ComparisonDocument) -> String {
    let changes = document.changes
    let attention = changes.filter { $0.difference.needsAttention }
    var lines = attentionLines(attention)
    let others = changes.filter { !$0.difference.needsAttention }
    if !others.isEmpty {
      lines +=
        (lines.isEmpty ? [] : [""]) + [
          style.strong(lines.isEmpty ? "What changes in Dataplanes" : "What else changes in Dataplanes")
        ]
      lines += otherLines(others)
    }
    lines += causeLines(Set(changes.flatMap(\.causes)))
    let pods = Set(changes.map(\.pod)).count
    let changed = "\(ReportText.count(changes.count, "change")) of \(ReportText.count(pods, "pod"))"
    let total =
      changes.isEmpty ? nothing(document) : changed + (attention.isEmpty ? "" : ", \(attention.count) that need attention")
    lines += unknownLines(document)
    let said = document.announcement.map { [style.notable($0)] } ?? []
    return (lines + [style.faint("\(document.from) to \(document.to): \(total)")] + said).joined(separator: "\n")
  }

  private func nothing(_ document: ComparisonDocument) -> String {
    guard document.isAnyUndecided else {
      let pods = ReportText.count(document.pods, "pod")
      return "nothing changes; \(document.dataplanes) of \(pods) \(document.pods == 1 ? "has" : "have") a Dataplane"
    }
    if document.hasNothingToCompare { return "there is nothing to compare" }
    return document.mayNeedAttention ? "cannot tell whether anything changes" : "nothing changes that needs attention"
  }

  /// What the input does not let one know.
  private func unknownLines(_ document: ComparisonDocument) -> [String] {
    guard document.isAnyUndecided else { return [] }
    let word = document.mayNeedAttention ? style.bad("Cannot tell") : style.strong("Not known, and harmless either way")
    return [word] + document.incomplete.map { "  \($0.advice)" }
  }

  private func attentionLines(_ changes: [ReleaseComparison.Change]) -> [String] {
    var lines: [String] = []
    var pod: ObjectName?
    for change in changes {
      if change.pod != pod {
        pod = change.pod
        lines.append(style.strong(ReportText.name(of: change.pod)))
      }
      lines.append("  \(coloured(change.difference)) \(style.faint("[\(change.causes.map(\.id).joined(separator: ", "))]"))")
    }
    return lines
  }

  /// A line for each kind of field that changes by the same cause, with how many Pods it concerns.
  private func otherLines(_ changes: [ReleaseComparison.Change]) -> [String] {
    var pods: [Group: Set<ObjectName>] = [:]
    var order: [Group] = []
    for change in changes {
      let group = Group(summary: change.difference.summary, causes: change.causes)
      if pods[group] == nil { order.append(group) }
      pods[group, default: []].insert(change.pod)
    }
    return order.map { group in
      let names = pods[group] ?? []
      let only = names.count == 1 ? names.first.map(ReportText.name) : nil
      let causes = style.faint("[\(group.causes.map(\.id).joined(separator: ", "))]")
      return "  \(group.summary): \(only ?? ReportText.count(names.count, "pod")) \(causes)"
    }
  }

  /// Changes that are told in one line.
  private struct Group: Hashable {
    let summary: String
    let causes: [ReleaseChange]
  }

  private func causeLines(_ causes: Set<ReleaseChange>) -> [String] {
    let rows = ReleaseHistory.changes.filter(causes.contains)
    return (rows.isEmpty ? [] : ["", style.strong("Because of")])
      + rows.map { row in
        let numbers = row.pullRequests.map { "#\($0)" }.joined(separator: " ")
        let releases = row.ranges.map(\.description).joined(separator: ", ")
        return "  \(row.id): \(row.summary) (\(releases)\(numbers.isEmpty ? "" : "; \(numbers)"))"
      }
  }

  private func coloured(_ difference: PodDifference) -> String {
    switch difference {
    case .losesSidecar, .injection, .directAccess, .directAccessName, .serviceRenamed: style.bad(difference.message)
    case .outcome(_, .fail): style.bad(difference.message)
    case .gainsSidecar, .outcome, .inboundMerged: style.notable(difference.message)
    case .field: difference.message
    @unknown default: difference.message
    }
  }
}

extension PodDifference {
  /// What changes, in the same words for every Pod that it concerns.
  fileprivate var summary: String {
    guard case .field(let difference) = self else { return message }
    let verb = difference.old == nil ? "is added" : difference.new == nil ? "is removed" : "changes"
    let field =
      switch difference.path {
      case .inboundTag(_, let tag), .gatewayTag(let tag): "tag \(tag.string.printedSafely)"
      case .label(let key): "label \(key.string.printedSafely)"
      case .annotation(let key): "annotation \(key.string.printedSafely)"
      case .inboundName: "the name of inbounds"
      case .inboundReadiness: "the state of inbounds"
      case .inboundProtocol: "the protocol of inbounds"
      default: "\(difference.path)"
      }
    return "\(field) \(verb)"
  }
}
