import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// The options that all commands share.
struct SharedOptions: ParsableArguments {
  @Argument(help: "Files, directories (all .yaml, .yml, .json, .jsonl and .ndjson below them), or - for standard input.")
  var files: [String]

  @OptionGroup var settings: SettingsOptions

  @Option(
    help: ArgumentHelp(
      "Settings as YAML, whose keys are the long names of options, which hold over it; .meshmap.yaml of the working folder is read before it.",
      valueName: "file"
    ))
  var config: String?

  @Option(help: "Only Pods of this namespace.")
  var namespace: String?

  @Option(help: ArgumentHelp("Only this Pod.", valueName: "namespace/name"), transform: ArgumentReading.podName)
  var pod: ObjectName?

  @Option(
    help: ArgumentHelp("Only the Pods of this workload, e.g. deployment/web.", valueName: "kind/name"),
    transform: WorkloadFilter.init)
  var workload: WorkloadFilter?

  @Option(
    help: ArgumentHelp(
      "Where a kind that makes Pods has their template, e.g. FlinkDeployment=spec.podTemplate; may be repeated.",
      valueName: "kind=path"),
    transform: ArgumentReading.podTemplate)
  var podTemplate: [(kind: String, path: String)] = []

  @Option(
    help: ArgumentHelp(
      "The labels of Namespaces that are not in the input, empty for none; left out: they are unknown.",
      valueName: "key=value,…"
    ),
    transform: ArgumentReading.labels
  )
  var assumeNamespaceLabels: StringMap?

  /// Where kinds that nobody knows have the template of their Pods.
  private var podTemplates: PodTemplatePaths {
    PodTemplatePaths(Dictionary(podTemplate.map { ($0.kind, $0.path) }) { $1 })
  }

  /// What the files hold, after telling what there is to say about them.
  ///
  /// - Throws: Status 2 where nothing can be used.
  func input() async throws -> ReadInput { try usable(await read(files)) }

  /// The same with quotes where values have none that must be strings.
  ///
  /// - Throws: Status 2 where nothing can be used.
  func quotedInput() async throws -> QuotedInput {
    let quoted = await QuotedInput(await read(files), of: files, podTemplates: podTemplates)
    _ = try usable(quoted.input)
    return quoted
  }

  private func read(_ files: [String]) async -> ReadInput {
    let input = await InputReader.read(files, podTemplates: podTemplates)
    for problem in input.problems { Messages.tellAfterAnswer(problem.description) }
    for note in input.notes { Messages.tellAfterAnswer(note) }
    return input
  }

  private func usable(_ input: ReadInput) throws -> ReadInput {
    guard let emptiness = input.emptiness ?? input.vanishing else { return input }
    // What is wrong with the input says why there is nothing in it.
    throw input.isUsable ? Self.failure(emptiness) : ExitCode(Ending.unusable.rawValue)
  }

  /// The objects of manifests that are laid over what the input holds.
  ///
  /// - Throws: Status 2 where one of them cannot be used, after a message.
  func manifests(_ files: [String]) async throws -> ReadInput {
    let manifests = await read(files)
    guard manifests.isUsable else { throw ExitCode(Ending.unusable.rawValue) }
    guard !manifests.objects.isEmpty else {
      let reason = manifests.deletions > 0 ? ": what is deleted there is to be left out of the input" : ""
      throw Self.failure("\(files.map(\.printedSafely).joined(separator: ", ")): no object is there to be applied\(reason)")
    }
    for file in manifests.idleFiles { Messages.tellAfterAnswer("note: \(file)") }
    return manifests
  }

  /// The cluster of the objects that were read, after telling what there is to know about its control plane, or about those that
  /// are compared, each with what tells it from the others; where something is missing that its settings may be in, no verdict on it is
  /// green.
  func cluster(
    of input: ReadInput,
    under controlPlane: ControlPlane,
    telling controlPlanes: [(name: String, ControlPlane)]? = nil,
    without missing: ObjectReference? = nil
  ) async throws -> Cluster {
    Self.tellNotes(on: controlPlanes ?? [("", controlPlane)])
    var cluster = try await Cluster(
      byAllCores: input.objects, under: settings.running(controlPlane, around: input.objects))
    cluster.completeness.namespaceLabels = assumeNamespaceLabels
    if assumeNamespaceLabels != nil, cluster.previewNames.allSatisfy({ cluster.namespace($0.namespace) != nil }) {
      Messages.tellAfterAnswer("note: --assume-namespace-labels has no effect: the input has the Namespace of every Pod")
    }
    cluster.completeness.unreadable = missing.map { input.unreadable.union([$0]) } ?? input.unreadable
    cluster.completeness.known.subtract(input.kindsWithoutNames)
    return cluster
  }

  /// The Pods that the filters leave, in order; of a preview with those that workloads will make.
  func chosenPods(of cluster: Cluster, for standpoint: PodReport.Standpoint) throws -> [ObjectName] {
    let names = standpoint == .preview ? cluster.previewNames : cluster.podNames
    return try chosen(of: names, as: "Pod").filter(try filter(in: cluster))
  }

  /// Whether the filters leave a name.
  func filter(in cluster: Cluster) throws -> (ObjectName) -> Bool {
    let ofWorkload = try workload?.names(in: cluster)
    return { isChosen($0) && (ofWorkload?.contains($0) ?? true) }
  }

  /// The names that the filters leave.
  ///
  /// - Parameter noun: What the names are of.
  /// - Throws: Status 2 where the filters leave none.
  func chosen(of names: [ObjectName], as noun: String) throws -> [ObjectName] {
    let chosen = names.filter(isChosen)
    guard chosen.isEmpty, pod != nil || namespace != nil else { return chosen }
    throw Self.failure(NoMatch(pod: pod, namespace: namespace, among: names, noun: noun).description)
  }

  /// Whether the filters leave a Pod of this name.
  func isChosen(_ name: ObjectName) -> Bool {
    (pod.map { $0 == name } ?? true) && (namespace.map { ExactString($0) == ExactString(name.namespace) } ?? true)
  }

  /// The end of a command whose input cannot be used: a message on standard error and status 2.
  static func failure(_ message: String) -> ExitCode {
    Messages.showWhatIsHeld()
    Messages.tell(message)
    return ExitCode(Ending.unusable.rawValue)
  }

  /// Ends a command that has printed its answer.
  ///
  /// - Parameters:
  ///   - input: What the answer rests on.
  ///   - ending: How the command would end had everything been read.
  static func end(after input: ReadInput, _ ending: Ending = .done) throws {
    let status = status(after: input, ending)
    if !status.isSuccess { throw status }
  }

  /// The status of a command that has printed its answer.
  static func status(after input: ReadInput, _ ending: Ending = .done) -> ExitCode {
    ExitCode(Ending.first(of: input.isUsable ? .done : .unusable, ending).rawValue)
  }

  /// Writes what there is to know about how control planes are set up to standard error, each thing once.
  ///
  /// - Parameter controlPlanes: The control planes, each with what tells it from the others.
  private static func tellNotes(on controlPlanes: [(name: String, ControlPlane)]) {
    var names: [SettingNote: [String]] = [:]
    var notes: [SettingNote] = []
    for (name, kuma) in controlPlanes {
      for note in kuma.settingNotes {
        if names[note] == nil { notes.append(note) }
        names[note, default: []].append(name)
      }
    }
    for note in notes {
      let releases = (names[note] ?? []).filter { !$0.isEmpty }.joined(separator: ", ")
      Messages.tellAfterAnswer("note\(releases.isEmpty ? "" : " on \(releases)"): \(note.message)")
    }
  }
}
