import ArgumentParser
import Foundation
import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Explain: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells the full story of one Pod or workload: the evidence of every step and the origin of every tag.",
    discussion: """
      The first argument names a Pod or a workload, unless a file has that name: shop/web-7, deployment/web, or the beginning of a \
      Pod's name. --pod and --workload do the same; none is needed where the input has only one.
      """
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var options: SharedOptions

  func run() async throws {
    var command = self
    let beginning = command.options.takeName()
    let (options, situation) = (command.options, try await command.situation())
    let (input, cluster) = (situation.input, situation.cluster)
    let names = try options.chosenPods(of: cluster, for: .preview).filter { beginning?.isOf($0) ?? true }
    let chosen = options.workload == nil ? names : Array(names.prefix(1))
    let reports = cluster.previews(of: chosen).filter { options.workload?.matches($0.workload) ?? true }
    guard let report = reports.first else {
      let all = try options.chosenPods(of: cluster, for: .preview)
      let hint = all.isEmpty ? nil : beginning.map { NoMatch(beginning: $0.string, among: all).description }
      throw SharedOptions.failure(hint ?? "the input has no Pod to explain")
    }
    guard chosen.count == 1, reports.count == 1 else {
      let workloads = Set(reports.compactMap(\.workload))
      let names = reports.prefix(3).map { $0.name.description.printedSafely }.joined(separator: ", ")
      let hint = workloads.count == 1 && reports.allSatisfy { $0.workload != nil } ? " or --workload kind/name" : ""
      throw ValidationError(
        "There are \(reports.count) Pods to choose from: \(names)\(reports.count > 3 ? " …" : ""); "
          + "name one before the files, or with --pod namespace/name\(hint).")
    }
    let explanation = cluster.explanation(of: report)
    let findings = cluster.findings(on: report)
    let sizes = WorkloadSizes(in: cluster)
    var document = ExplanationDocument(
      rules: situation.rules, announcement: situation.announcement, explanation: explanation, findings: findings,
      sizes: sizes)
    document.places = PlaceBook(of: input.places)
    try options.output.print(document) {
      ExplanationText(style: $0)
        .story(explanation, findings: findings, rules: situation.rules, announcement: situation.announcement, sizes: sizes)
    }
    try SharedOptions.end(after: input)
  }
}

/// The beginning of a Pod's name, with or without its namespace.
private struct NameBeginning {
  let string: String

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
