import ArgumentParser
import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapKit
import MeshMapping

struct Lint: RulesCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what is probably not what you meant: findings with file and line, and how to fix them.",
    discussion: """
      Each fix was tried: it does away with its finding, brings none that matters as much, and changes no Pods but those that it names. \
      --diff prints the fixes as a patch, --fix writes them into the files and leaves all else there as it is.

      A finding is suppressed by the annotation meshmap/ignore: "CODE, CODE # why" of its object, by --ignore, and by ignore in \
      .meshmap.yaml; where there is nothing to suppress, that is told.

      Exit status 1 where something is found at or above --fail-on, 3 where nothing is and the input does not let one know all that \
      decides.
      """
  )

  @OptionGroup var rules: RulesOption
  @OptionGroup var verdict: VerdictOptions
  @OptionGroup var output: OutputOptions<LintForms>
  @OptionGroup var options: SharedOptions

  @Option(help: "What exit status 1 is given for: error, warning, info or never.")
  var failOn = FailThreshold.error

  @Option(
    help: ArgumentHelp("Finding codes to leave out.", valueName: "code,…"),
    transform: ArgumentReading.findingCodes)
  var ignore: [String] = []

  @Flag(help: "Write the fixes into the files that were read, and report what is left.")
  var fix = false

  @Flag(help: "Print what --fix would write, as a patch.")
  var diff = false

  func validate() throws {
    if fix, diff { throw ValidationError("--fix writes what --diff shows; give one of them.") }
  }

  /// How often what is left is looked for once more while fixes are put together: what mends one thing may let another be mended.
  private static let mostRounds = 10

  func run() async throws {
    let quoted = try await options.quotedInput()
    let situation = try await situation(of: quoted.input)
    let report = try await report(on: situation, quoted)
    guard fix || diff else {
      try print(report)
      return try end(report, after: situation.input)
    }
    let writer = try await writer(mending: report, on: situation, quoted)
    for note in writer.notes { Messages.tellAfterAnswer("note: \(note)") }
    guard fix else {
      let patch = writer.patch()
      for note in patch.notes { Messages.tell(note) }
      try StandardOutput.write(patch.bytes)
      return try end(report, after: situation.input)
    }
    try await write(writer, report, on: situation)
  }

  /// The fixes of what is told, and of what is left then, as far as they can be put together.
  private func writer(
    mending report: LintReport, on situation: Situation, _ quoted: QuotedInput
  ) async throws -> FixWriter {
    var writer = FixWriter(in: situation.cluster, at: situation.input.places, quoting: quoted.sources)
    var (round, found) = (1, report)
    while round < Self.mostRounds {
      let before = writer
      guard writer.mend(found) else { break }
      var left = try await self.report(on: situation, in: writer.cluster)
      let namespaces = writer.disagreements(between: found, and: left)
      if !namespaces.isEmpty {
        writer = before
        guard writer.mend(found, waryIn: namespaces) else { break }
        left = try await self.report(on: situation, in: writer.cluster)
      }
      found = left
      round += 1
    }
    writer.note(unquoted: report)
    return writer
  }

  /// Writes the fixes, and tells what is left as it stands then.
  private func write(_ writer: FixWriter, _ report: LintReport, on situation: Situation) async throws {
    let written = writer.write()
    for note in written.notes { Messages.tell(note) }
    var (situation, report) = (situation, report)
    // What is no file cannot be read once more, and nothing of it is written.
    if written.count > 0, InputSource.canBeReadOnceMore(options.files) {
      let quoted = try await options.quotedInput()
      situation = try await self.situation(of: quoted.input)
      report = try await self.report(on: situation, quoted)
    }
    try print(report)
    if !written.isComplete { throw ExitCode(Ending.unwritable.rawValue) }
    try end(report, after: situation.input)
  }

  private func report(on situation: Situation, _ quoted: QuotedInput) async throws -> LintReport {
    try await report(on: situation, in: situation.cluster, unquoted: quoted.values)
  }

  private func report(
    on situation: Situation, in cluster: Cluster, unquoted: [UnquotedValue] = []
  ) async throws -> LintReport {
    let cluster = cluster.preparedForPreviews()
    let isFiltered = options.pod != nil || options.workload != nil
    let names = try lintedPods(of: cluster)
    let namespaces = cluster.namespaceNames.filter { name in
      options.namespace.map { ExactString($0) == ExactString(name) } ?? true
    }
    var search = LintSearch(in: cluster)
    try await search.run(
      names, in: namespaces, for: isFiltered ? .pods : .all,
      of: { [workload = options.workload] in workload?.matches($0) ?? true })
    // Of nothing nobody says that it is well, and whoever named a namespace is told where there is something.
    if search.counts.isNothing, search.findings.isEmpty { _ = try options.chosenPods(of: cluster, for: .preview) }
    var choice = LintChoice()
    choice.basis = cluster.answerBasis(where: try options.filter(in: cluster))
    choice.unquoted = unquoted
    choice.ignored = Set(ignore)
    choice.placeOfIgnored = GivenArguments.places["ignore"] ?? "--ignore"
    choice.scope = isFiltered || options.namespace != nil ? .part : .all
    return try await LintReport.of(
      search, in: cluster, at: situation.input.places, under: situation.rules, choice)
  }

  /// The Pods that the filters leave; there may be none where only Services are looked at.
  private func lintedPods(of cluster: Cluster) throws -> [ObjectName] {
    guard options.pod == nil, options.workload == nil, let namespace = options.namespace else {
      return try options.chosenPods(of: cluster, for: .preview)
    }
    guard cluster.namespaceNames.contains(where: { ExactString($0) == ExactString(namespace) }) else {
      return try options.chosenPods(of: cluster, for: .preview)
    }
    return cluster.previewNames.filter(options.isChosen)
  }

  private func print(_ report: LintReport) throws {
    switch output.format {
    case .sarif:
      let sarif = LintSARIF(report, version: MeshMap.toolVersion)
      try StandardOutput.write(JSONWriter.bytes(of: sarif) + "\n".utf8)
    case .github: try StandardOutput.write(Array(LintAnnotations().text(report).utf8))
    default: try output.print(report) { LintText(style: $0, layout: $1).text(report) }
    }
  }

  private func end(_ report: LintReport, after input: ReadInput) throws {
    let isFound = report.worst.map(failOn.isReached) ?? false
    let isUnknown = !report.incomplete.isEmpty && failOn != .never
    let ending = Ending.first(of: isFound ? .found : .done, isUnknown ? .incomplete : .done)
    try SharedOptions.end(after: input, verdict.ending(ending))
  }
}
