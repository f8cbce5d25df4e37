import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// What needs attention, as people read it: each thing once, with the workloads that it is done to.
struct TroubleText {
  let style: Style
  /// What manifests change that are laid over the input; nil where both sides have the same objects.
  var edits: AppliedEdits?

  /// How many workloads are named for one thing; JSON has them all.
  private static let namedWorkloads = 10

  /// The lines of a trouble.
  ///
  /// - Parameters:
  ///   - trouble: The trouble.
  ///   - releases: In which releases it shows; nil where that is said already.
  func lines(of trouble: Trouble, in releases: String?) -> [String] {
    let head = trouble.message + (releases.map { ", \($0)" } ?? "")
    return [style.bad(head)] + workloadLines(trouble).map { "  \($0)" } + causeLines(trouble).map { "  \($0)" }
      + fixLines(trouble).map { "  \($0)" }
  }

  /// The workloads, those together that the same is said of.
  private func workloadLines(_ trouble: Trouble) -> [String] {
    let groups = Self.groups(of: trouble).prefix(Self.namedWorkloads)
    var lines: [String] = []
    var named = 0
    for group in groups {
      let shown = group.workloads.prefix(max(1, Self.namedWorkloads - named))
      named += shown.count
      lines += shown.map { Self.name(of: $0) }
      if shown.count < group.workloads.count {
        lines.append("and \(group.workloads.count - shown.count) more like \(shown.count == 1 ? "it" : "them")")
      }
      lines += group.said.map { "  \($0)" }
    }
    let told = groups.reduce(0) { $0 + $1.workloads.count }
    if told < trouble.workloads.count {
      lines.append("and \(trouble.workloads.count - told) more; --output json has them all")
    }
    return lines
  }

  /// The workloads that something is done to, those together of which the same is said, in the order of the first of each.
  static func groups(of trouble: Trouble) -> [(said: [String], workloads: [TroubledWorkload])] {
    var places: [[String]: Int] = [:]
    var groups: [(said: [String], workloads: [TroubledWorkload])] = []
    for workload in trouble.workloads {
      let said = messages(of: workload)
      if let place = places[said] {
        groups[place].workloads.append(workload)
      } else {
        places[said] = groups.count
        groups.append((said, [workload]))
      }
    }
    return groups
  }

  /// A workload with how many Pods it has.
  static func name(of workload: TroubledWorkload) -> String {
    if case .pod = workload.subject { return workload.subject.phrase }
    let pods = workload.pods == 0 ? "no Pods yet" : ReportText.count(workload.pods, "Pod")
    return "\(workload.subject.phrase), \(pods)"
  }

  /// What changes for a workload, as it shows on one of its Pods.
  static func messages(of workload: TroubledWorkload) -> [String] {
    var seen: Set<String> = []
    let notes = workload.notes.map { "\($0.phrase)." }
    let policies = workload.selectedBy.prefix(3).map { "\($0.phrase) selects by it." }
    return (workload.changes.map(\.difference.message) + notes + policies).filter { seen.insert($0).inserted }
  }

  private func causeLines(_ trouble: Trouble) -> [String] {
    var others = Array(trouble.reasons.dropFirst(trouble.causes.count))
    if trouble.otherCauses.contains(.objects), let edits = edits?.reasons(for: trouble), !edits.isEmpty {
      // That the objects differ is the first of what is not of a release.
      others.replaceSubrange(..<min(1, others.count), with: edits)
    }
    return trouble.causes.map { style.faint("because: \($0.summary) \(Self.reference(to: $0))") }
      + others.map { style.faint("because: \($0)") }
  }

  /// A row by its identifier and pull requests.
  static func reference(to row: ReleaseChange) -> String {
    "[\(([row.id] + row.pullRequests.map { "#\($0)" }).joined(separator: " "))]"
  }

  private func fixLines(_ trouble: Trouble) -> [String] {
    guard !trouble.fixes.isEmpty else { return ["to do: \(trouble.advice)"] }
    return trouble.fixes.flatMap { fix in
      let count = fix.workloads.count
      let whom = count == trouble.workloads.count ? "" : " (helps \(count) of \(trouble.workloads.count))"
      return [style.good("fix: \(fix.fix.message)\(whom)")] + Self.commands(of: fix.fix).map { "  \($0)" }
        + ["  \(Self.effectNow(fix.changesNow))"] + (fix.cost.map { ["  cost: \($0)"] } ?? [])
    }
  }

  /// The commands of a fix, or its edits where there are none; the first of many.
  static func commands(of fix: Fix) -> [String] {
    let all = allCommands(of: fix)
    return all.count <= 12 ? all : Array(all.prefix(10)) + ["… and \(all.count - 10) more, all of them with --output json"]
  }

  /// All commands of a fix, or its edits where there are none.
  static func allCommands(of fix: Fix) -> [String] {
    let commands = fix.commands
    guard commands.isEmpty else { return commands }
    return fix.edits.map { edit in
      switch edit.change {
      case .string(let value): "\(edit.field): \(value.string.quotedSafely)"
      case .number(let number): "\(edit.field): \(number)"
      case .removed: "\(edit.field): remove it"
      }
    }
  }

  /// What a fix does before the upgrade.
  static func effectNow(_ changesNow: [String]) -> String {
    if changesNow.isEmpty { return "tested: fixes it and changes nothing before the upgrade" }
    let shown = changesNow.prefix(3).joined(separator: "; ")
    let more = changesNow.count > 3 ? "; and \(changesNow.count - 3) more" : ""
    return "tested: fixes it; before the upgrade: \(shown)\(more)"
  }
}
