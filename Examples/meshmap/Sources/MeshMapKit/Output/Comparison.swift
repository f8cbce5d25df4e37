package import KubernetesJSON
import KubernetesObjects
package import MeshMapping

/// What `compare` prints.
package struct ComparisonDocument: JSONWritable {
  let from: KumaRelease
  let to: KumaRelease
  let changes: [ReleaseComparison.Change]

  package init(from: KumaRelease, to: KumaRelease, changes: [ReleaseComparison.Change]) {
    self.from = from
    self.to = to
    self.changes = changes
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      object.write("\(from)", forKey: "from")
      object.write("\(to)", forKey: "to")
      object.write(changes, forKey: "changes")
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
  package func table(_ changes: [ReleaseComparison.Change], from: KumaRelease, to: KumaRelease) -> String {
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
      changes.isEmpty ? "nothing changes" : changed + (attention.isEmpty ? "" : ", \(attention.count) that need attention")
    return (lines + [style.faint("\(from) to \(to): \(total)")]).joined(separator: "\n")
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
    case .losesSidecar, .injection, .directAccess, .serviceRenamed: style.bad(difference.message)
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
