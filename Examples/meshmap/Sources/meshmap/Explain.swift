import ArgumentParser
import Foundation
import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Explain: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Show the full story of one Pod or workload, the answer first: the evidence of every step, the origin of every tag.",
    discussion: """
      The first argument names a Pod or a workload, unless a file has that name: shop/web-7, deployment/web, or the beginning of a \
      Pod's name. --pod and --workload do the same; none is needed where the input has only one. Of a workload whose Pods differ, one of \
      those is told that need attention, and what is different in the others.
      """
  )

  @Option(
    help: ArgumentHelp(
      "The smallest edits that lead there, each with who else it touches: injected, not-injected or service=NAME.",
      valueName: "goal"),
    transform: ArgumentReading.goal)
  var want: EditGoal?

  @OptionGroup var rules: RulesOption
  @OptionGroup var output: OutputOptions<CommonForms>
  @OptionGroup var options: SharedOptions

  func run() async throws {
    var command = self
    let beginning = command.options.takeName()
    let (options, situation) = (command.options, try await command.situation())
    let cluster = situation.cluster
    let reports = try Self.reports(beginning, options, in: cluster)
    let groups = AlikePods.groups(of: reports, Diagnostics(of: cluster).findings(on: reports))
    guard let report = groups.first?.report else { throw SharedOptions.failure("the input has no Pod to explain") }
    if let want {
      guard let search = cluster.edits(leading: report.name, to: want, of: report.workload) else {
        throw SharedOptions.failure("the input has no Pod to explain")
      }
      let document = EditSearchDocument(under: situation.rules, search)
      try output.print(document) { EditSearchText(style: $0, layout: $1).table(document) }
    } else {
      try explain(groups, options, situation)
    }
    try SharedOptions.end(after: situation.input)
  }

  /// Tells the story of the first Pod of groups that differ, and what differs in the others.
  private func explain(_ groups: [AlikePods], _ options: SharedOptions, _ situation: Situation) throws {
    guard let report = groups.first?.report else { return }
    let cluster = situation.cluster
    let explanation = cluster.explanation(of: report)
    let findings = Diagnostics(of: cluster).findings(around: report)
    let sizes = WorkloadSizes(in: cluster)
    var document = ExplanationDocument(
      under: situation.rules, explanation: explanation, findings: findings,
      sizes: sizes)
    document.places = PlaceBook(of: situation.input.places)
    document.groups = groups
    try output.print(document) {
      ExplanationText(style: $0, layout: $1)
        .story(
          explanation, findings: findings, fixes: Diagnostics(of: cluster).fixes(for: findings), under: situation.rules,
          sizes: sizes, groups: groups)
    }
  }

  /// What happens to the Pod that is named, or to those of the workload.
  private static func reports(
    _ beginning: NameBeginning?,
    _ options: SharedOptions,
    in cluster: Cluster
  ) throws -> [PodReport] {
    let all = try options.chosenPods(of: cluster, for: .preview)
    let begun = all.filter { beginning?.isOf($0) ?? true }
    let exact = begun.filter { beginning?.isExactly($0) ?? false }
    let ofWorkload = beginning.map { beginning in
      cluster.previews(of: exact.isEmpty ? begun : []).filter { beginning.isName(of: $0.workload) }.map(\.name)
    }
    let names = [exact, ofWorkload ?? [], begun].first { !$0.isEmpty } ?? []
    let reports = cluster.previews(of: names).filter { options.workload?.matches($0.workload) ?? true }
    if reports.isEmpty {
      let hint = all.isEmpty ? nil : beginning.map { NoMatch(beginning: $0.string, among: all).description }
      throw SharedOptions.failure(hint ?? "the input has no Pod to explain")
    }
    let workloads = Set(reports.compactMap(\.workload))
    let isOneWorkload = workloads.count == 1 && reports.allSatisfy { $0.workload != nil }
    let isNamed = beginning != nil || options.workload != nil
    if reports.count == 1 || isNamed && isOneWorkload { return reports }
    throw ValidationError(
      "There are \(reports.count) Pods to choose from: \(candidates(reports)); "
        + "name one before the files, or with --pod namespace/name\(isOneWorkload ? " or --workload kind/name" : "").")
  }

  /// A few of the Pods to choose from, those of a workload as one.
  private static func candidates(_ reports: [PodReport]) -> String {
    var seen: Set<WorkloadReference> = []
    let names = reports.compactMap { report -> String? in
      guard let workload = report.workload, reports.count(where: { $0.workload == workload }) > 1 else {
        return report.name.description.printedSafely
      }
      guard seen.insert(workload).inserted else { return nil }
      return "\(workload.kind.lowercased())/\(workload.name)".printedSafely
    }
    return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " …" : "")
  }
}

/// The beginning of a Pod's name, with or without its namespace.
private struct NameBeginning {
  let string: String

  /// Whether this is a whole name.
  func isExactly(_ name: ObjectName) -> Bool {
    "\(name)".utf8.elementsEqual(string.utf8) || name.name.utf8.elementsEqual(string.utf8)
  }

  /// Whether this is the name of a workload, with or without its namespace.
  func isName(of workload: WorkloadReference?) -> Bool {
    guard let workload else { return false }
    return workload.name.utf8.elementsEqual(string.utf8)
      || "\(workload.namespace)/\(workload.name)".utf8.elementsEqual(string.utf8)
  }

  /// Whether a name begins so.
  func isOf(_ name: ObjectName) -> Bool {
    "\(name)".utf8.starts(with: string.utf8) || name.name.utf8.starts(with: string.utf8)
  }
}

extension SharedOptions {
  /// Takes a name off the arguments, where the first one is none of a file: a workload becomes the filter.
  fileprivate mutating func takeName() -> NameBeginning? {
    guard files.count > 1, let first = files.first, first != "-", !FileManager.default.fileExists(atPath: first) else {
      return nil
    }
    // Nobody names a Pod so, but a file that is not there.
    if [".yaml", ".yml", ".json"].contains(where: first.lowercased().hasSuffix) { return nil }
    files.removeFirst()
    guard let filter = WorkloadFilter(argument: first) else { return NameBeginning(string: first) }
    workload = filter
    return nil
  }
}
