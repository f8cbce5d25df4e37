import KubernetesJSON
import KubernetesObjects
package import MeshDiagnostics
package import MeshMapping

/// Pods of one workload of which the same is told, but for their names and addresses.
package struct AlikePods: Sendable {
  /// The first of them.
  package let report: PodReport
  /// The findings on it.
  package let findings: [Finding]
  /// All of them, in order.
  private(set) var names: [ObjectName]
  /// What is told of each of them, a line for each fact; what holds the name of a Pod has a star there.
  private let facts: [String]
  private let rank: PodStory.Rank

  private init(_ report: PodReport, _ findings: [Finding]) {
    self.report = report
    self.findings = findings
    names = [report.name]
    let text = ReportText(style: .plain)
    let story = PodStory(report, findings: findings, by: text)
    let inbounds = report.outcome.dataplane?.networking.inbound ?? []
    let dataplane = story.dataplane.map { line in
      guard let mark = line.string.firstRange(of: ReportText.readinessMark),
        let index = Int(line.string[mark.upperBound...]), inbounds.indices.contains(index)
      else { return line.string }
      return line.string[..<mark.lowerBound] + InboundState(of: inbounds[index]).phrase
    }
    let lines = [story.verdict.string] + story.reasons.map(\.string) + dataplane + story.findings.map(\.string)
    let name = report.name.name.printedSafely
    facts = lines.map { $0.trimmingSpaces.replacing(name, with: "*") }
    rank = story.rank
  }

  /// Some Pods of a workload by what is told of them: those that matter most first, of those the larger group.
  ///
  /// - Parameters:
  ///   - reports: What becomes of the Pods, in order.
  ///   - findings: The findings on each.
  /// - Complexity: O(*n* log *n*) for *n* Pods.
  package static func groups(of reports: [PodReport], _ findings: [[Finding]]) -> [AlikePods] {
    var groups: [AlikePods] = []
    var indices: [[ExactString]: Int] = [:]
    for (report, findings) in zip(reports, findings) {
      let group = AlikePods(report, findings)
      let key = group.facts.map { ExactString($0) }
      if let index = indices[key] {
        groups[index].names.append(report.name)
      } else {
        indices[key] = groups.count
        groups.append(group)
      }
    }
    return groups.enumerated().sorted { left, right in
      let (mine, other) = ((left.element.rank, -left.element.names.count), (right.element.rank, -right.element.names.count))
      return mine == other ? left.offset < right.offset : mine < other
    }.map(\.element)
  }

  /// What is told of these Pods and not of others, or where there is nothing like that, what is told of the others alone.
  func differences(from other: AlikePods) -> [String] {
    let (mine, others) = (Set(facts.map { ExactString($0) }), Set(other.facts.map { ExactString($0) }))
    let own = facts.filter { !others.contains(ExactString($0)) }
    return own.isEmpty ? other.facts.filter { !mine.contains(ExactString($0)) }.map { "without: \($0)" } : own
  }

  /// How many names are told.
  private static let namedPods = 3

  /// The Pods in words, safe to print.
  var phrase: String {
    let some = names.prefix(Self.namedPods).map(\.name.printedSafely).joined(separator: ", ")
    let more = names.count > Self.namedPods ? " and \(names.count - Self.namedPods) more" : ""
    return "\(ReportText.count(names.count, "Pod")): \(some)\(more)"
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}

/// The Pods of a workload by what is told of them, as documents have them.
struct PodGroups: JSONWritable {
  let groups: [AlikePods]

  func write<Sink: JSONSink>(to sink: inout Sink) {
    sink.writeArray { array in
      for group in groups {
        array.writeObject { object in
          object.write(group.names.map { "\($0)".printedSafely }, forKey: "pods")
          object.write(group.differences(from: groups[0]), forKey: "differences")
        }
      }
    }
  }
}
