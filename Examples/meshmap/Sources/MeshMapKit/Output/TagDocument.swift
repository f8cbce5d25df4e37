package import KubernetesJSON
package import KubernetesObjects
package import MeshDiagnostics
import MeshMapping

/// What `services --tag` prints.
package struct TagDocument: JSONWritable {
  let rules: RulesInUse
  let search: TagSearch
  /// What the answer rests on.
  let grounds: Grounds

  /// What tags pick of the Pods that the filters leave.
  package init(
    under rules: RulesInUse,
    _ search: TagSearch,
    restingOn grounds: Grounds,
    where isChosen: (ObjectName) -> Bool
  ) {
    self.rules = rules
    self.grounds = grounds
    self.search = TagSearch(
      tags: search.tags,
      picked: search.picked.filter { isChosen($0.report.name) },
      missed: search.missed.filter { isChosen($0.report.name) }
    )
  }

  package func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeObject { object in
      rules.writeMembers(to: &object)
      search.writeMembers(to: &object)
      grounds.writeMembers(to: &object)
    }
  }
}

/// The text of `services --tag`: what the tags pick, and what looks as if it should be picked.
package struct TagText {
  private let style: Style
  private let layout: TextLayout

  package init(style: Style, layout: TextLayout) {
    self.style = style
    self.layout = layout
  }

  package func table(_ document: TagDocument) -> String {
    let search = document.search
    let tags = search.tags.map { "\($0.key.printedSafely)=\($0.value.isEmpty ? "*" : $0.value.printedSafely)" }
      .joined(separator: " and ")
    let noun = search.tags.count == 1 ? "the tag" : "the tags"
    var lines: [String] = []
    if !search.missed.isEmpty {
      let labels = search.missed.count == 1 ? "1 Pod has the label" : "\(search.missed.count) Pods have the label"
      lines.append(style.strong("\(labels) and not \(noun)"))
      lines += grouped(search.missed.map { ($0.report, $0.message) }).map { "\(style.notable("!")) \($0): \($1)" }
    }
    let count = search.picked.reduce(0) { $0 + ($1.report.planned?.count.number ?? 1) }
    let have = count == 1 ? "has" : "have"
    lines.append(style.strong("\(ReportText.count(count, "Pod")) \(have) \(noun) \(tags)"))
    let picked = search.picked.map { picked -> (PodReport, String) in
      let inbounds = picked.inbounds.map { "\($0.port) \($0.tags[KumaKey.serviceTag]?.printedSafely ?? "")" }
      return (picked.report, inbounds.isEmpty ? "gateway" : inbounds.joined(separator: ", "))
    }
    lines += grouped(picked).map { "  \($0)  \(style.faint($1))" }
    lines += document.grounds.lines + document.rules.lines(style)
    return layout.text(of: lines)
  }

  /// Pods of one workload of which the same is said, as one.
  private func grouped(_ reports: [(PodReport, String)]) -> [(String, String)] {
    struct Group: Hashable {
      let namespace: ExactString
      let workload: WorkloadReference
      let said: ExactString
    }
    var counts: [Group: Int] = [:]
    var order: [(group: Group?, report: PodReport, said: String)] = []
    for (report, said) in reports {
      guard let workload = report.workload else {
        order.append((nil, report, said))
        continue
      }
      let group = Group(namespace: ExactString(report.name.namespace), workload: workload, said: ExactString(said))
      if counts[group] == nil { order.append((group, report, said)) }
      counts[group, default: 0] += report.planned?.count.number ?? 1
    }
    return order.map { group, report, said in
      let namespace = report.name.namespace.printedSafely
      guard let group else { return (ReportText.name(of: report.name), said) }
      return ("\(namespace)/\(group.workload.phrase) · \(ReportText.count(counts[group] ?? 0, "Pod"))", said)
    }
  }
}
