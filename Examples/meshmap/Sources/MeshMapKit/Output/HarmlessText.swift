import MeshDiagnostics
import MeshMapping

/// Changes that need no attention, as people read them: what happens to several tags, labels or annotations alike in one line.
struct HarmlessText {
  let style: Style

  /// How many keys, and how many causes, one line names; JSON has them all.
  private static let named = 5

  /// What happens alike to several keys.
  private struct Group {
    let noun: String
    let verb: String
    var keys: [String] = []
    var workloads: [Int] = []
    var causes: [String] = []
  }

  /// A line for each kind of change.
  func lines(of changes: [HarmlessChange]) -> [String] {
    var groups: [Group] = []
    for change in changes {
      let (noun, key, verb) = Self.parts(of: change.summary)
      let index = groups.firstIndex { $0.noun == noun && $0.verb == verb } ?? groups.endIndex
      if index == groups.endIndex { groups.append(Group(noun: noun, verb: verb)) }
      if !groups[index].keys.contains(key) { groups[index].keys.append(key) }
      groups[index].workloads.append(change.workloads)
      for cause in change.causes.map(\.id) + change.otherCauses.map(\.rawValue).sorted()
      where !groups[index].causes.contains(cause) {
        groups[index].causes.append(cause)
      }
    }
    return groups.map(line)
  }

  private func line(_ group: Group) -> String {
    let least = group.workloads.min() ?? 0
    let most = group.workloads.max() ?? 0
    let count = "\(least == most ? "" : "up to ")\(ReportText.count(most, "workload"))"
    return "\(subject(of: group)): \(count) \(style.faint("[\(Self.some(of: group.causes))]"))"
  }

  /// What changes, in the singular or the plural.
  private func subject(of group: Group) -> String {
    guard !group.noun.isEmpty else { return group.keys[0] }
    let isOne = group.keys.count == 1
    let verb = isOne ? group.verb : group.verb == "changes" ? "change" : group.verb.replacing("is ", with: "are ")
    return "\(group.noun)\(isOne ? "" : "s") \(Self.some(of: group.keys)) \(verb)"
  }

  private static func some(of words: [String]) -> String {
    let shown = words.prefix(named).joined(separator: ", ")
    return words.count > named ? "\(shown) and \(words.count - named) more" : shown
  }

  /// What changes, of what kind it is, and how; of what has no key all is the key.
  private static func parts(of summary: String) -> (noun: String, key: String, verb: String) {
    for noun in ["tag", "label", "annotation", "field"] where summary.hasPrefix("\(noun) ") {
      for verb in ["is added", "is removed", "changes"] where summary.hasSuffix(" \(verb)") {
        return (noun, String(summary.dropFirst(noun.count + 1).dropLast(verb.count + 1)), verb)
      }
    }
    return ("", summary, summary)
  }
}
