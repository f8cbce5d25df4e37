import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// The options that all commands share.
struct SharedOptions: ParsableArguments {
  @Argument(help: "Files, directories (all .yaml, .yml, .json, .jsonl and .ndjson below them), or - for standard input.")
  var files: [String]

  @OptionGroup var settings: SettingsOptions

  @Option(help: "The form of the output.")
  var output = OutputFormat.text

  @Option(help: "Only Pods of this namespace.")
  var namespace: String?

  @Option(help: ArgumentHelp("Only this Pod.", valueName: "namespace/name"), transform: ArgumentReading.podName)
  var pod: ObjectName?

  @Option(
    help: ArgumentHelp(
      "The labels of Namespaces that are not in the input, empty for none; left out: they are unknown.",
      valueName: "key=value,…"
    ),
    transform: ArgumentReading.labels
  )
  var assumeNamespaceLabels: StringMap?

  /// What the files hold, after telling what there is to say about them.
  ///
  /// - Throws: Status 2 where nothing can be used.
  func input() async throws -> ReadInput {
    let input = await InputReader.read(files)
    for problem in input.problems { Messages.tell(problem.description) }
    for note in input.notes { Messages.tell(note) }
    guard let emptiness = input.emptiness else { return input }
    // What is wrong with the input says why there is nothing in it.
    throw input.isUsable ? Self.failure(emptiness) : ExitCode(Ending.unusable.rawValue)
  }

  /// The cluster of the objects that were read, after telling what there is to know about its control plane and the other one that is
  /// compared with it.
  func cluster(
    of input: ReadInput,
    under controlPlane: ControlPlane,
    comparedWith other: ControlPlane? = nil
  ) async throws -> Cluster {
    Self.tellNotes(on: [controlPlane, other].compactMap(\.self))
    var cluster = try await Cluster(byAllCores: input.objects, under: controlPlane)
    cluster.completeness.namespaceLabels = assumeNamespaceLabels
    cluster.completeness.unreadable = input.unreadable
    return cluster
  }

  /// The Pods that the filters leave, in order.
  func chosenPods(of cluster: Cluster) throws -> [ObjectName] {
    let names = cluster.podNames
    return try chosen(of: names, as: "Pod")
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
  private static func tellNotes(on controlPlanes: [ControlPlane]) {
    var told: Set<SettingNote> = []
    for note in controlPlanes.flatMap(\.settingNotes) where told.insert(note).inserted {
      Messages.tell("note: \(note.message)")
    }
  }
}

/// The options that describe a control plane, but for its release.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The zone of the control plane, empty for none; left out: the release's default, which is \"default\" from 2.6.0 on.",
      valueName: "name"
    ))
  var zone: String?

  @Option(help: "The namespace of the control plane.")
  var systemNamespace = "kuma-system"

  @Option(
    help: ArgumentHelp("Labels of Nodes that become tags; left out: the release's default.", valueName: "a,b"),
    transform: ArgumentReading.list
  )
  var nodeLabels: [String]?

  @Option(
    help: ArgumentHelp("Labels that do not count in selectors of Services.", valueName: "a,b"),
    transform: ArgumentReading.list)
  var ignoredSelectorLabels: [String]?

  @Option(
    help: ArgumentHelp("Labels of Pods that are never injected; left out: the default.", valueName: "key=value,key=*"),
    transform: ArgumentReading.exceptionLabels
  )
  var exceptionLabels: StringMap?

  @Option(
    help: ArgumentHelp(
      "The mode of MeshServices of meshes whose Mesh does not say it: Disabled, Everywhere, ReachableBackends or Exclusive.",
      valueName: "mode"
    ),
    transform: ArgumentReading.meshServicesMode
  )
  var meshServicesMode: MeshServicesMode?

  @Option(help: ArgumentHelp("Labels of Pods that name their workload.", valueName: "a,b"), transform: ArgumentReading.list)
  var workloadLabels: [String]?

  @Flag(help: "Inbounds have no tags.")
  var inboundTagsDisabled = false

  @Flag(help: "Do not look at the selectors of the webhooks, which are your own.")
  var noWebhookGate = false

  @Flag(help: "Leave out the webhooks that default and validate Dataplanes and Pods: what the controller itself writes.")
  var noAdmission = false

  @Flag(help: "The control plane holds each namespace to one mesh.")
  var disallowMultipleMeshesPerNamespace = false

  @Option(
    help: ArgumentHelp(
      "Whether outbounds are virtual IPs of the mesh, enabled, or in each Dataplane, disabled; left out: the release's default.",
      valueName: "enabled|disabled"
    ),
    transform: ArgumentReading.onOrOff
  )
  var kubeOutboundsAsVips: InjectorSettings.Switch?

  @OptionGroup var injector: InjectorOptions

  @Option(
    help: ArgumentHelp("The version of Kubernetes, e.g. 1.31; left out: 1.29 or later.", valueName: "version"),
    transform: ArgumentReading.kubernetesVersion
  )
  var kubernetesVersion: KubernetesVersion?

  /// The control plane of a release with these settings; without a release that of the documented rules.
  func controlPlane(of release: KumaRelease?) -> ControlPlane {
    var kuma = release.map { ControlPlane(release: $0) } ?? ControlPlane(rules: .documented)
    if let zone { kuma.settings.zone = zone }
    kuma.settings.systemNamespace = systemNamespace
    if let nodeLabels { kuma.settings.nodeLabels = nodeLabels }
    if let ignoredSelectorLabels { kuma.settings.ignoredSelectorLabels = ignoredSelectorLabels }
    if let exceptionLabels { kuma.settings.exceptionLabels = exceptionLabels }
    if let meshServicesMode { kuma.settings.meshServicesMode = meshServicesMode }
    if let workloadLabels { kuma.settings.workloadLabels = workloadLabels }
    if inboundTagsDisabled { kuma.settings.inboundTags = .disabled }
    if noWebhookGate { kuma.settings.webhookGate = .own }
    if noAdmission { kuma.settings.admission = .leftOut }
    if disallowMultipleMeshesPerNamespace { kuma.settings.meshesPerNamespace = .one }
    if let kubeOutboundsAsVips {
      kuma.settings.outbounds = kubeOutboundsAsVips == .enabled ? .virtualIPs : .dataplanes
    }
    kuma.settings.injector = injector.settings
    if let kubernetesVersion { kuma.settings.kubernetesVersion = kubernetesVersion }
    return kuma
  }
}

/// The option that chooses the rules.
struct RulesOption: ParsableArguments {
  @Option(
    help: "The release of Kuma: 2.9.4, 2.9 for its newest patch release, or 3.0, announced; left out: the documented rules.",
    transform: ArgumentReading.release
  )
  var release: KumaRelease?

  /// The name of the rules as it is printed.
  var name: String { release.map(\.description) ?? "documented" }

  /// What has to be said of the release once, where it is announced and not out yet.
  var announcement: String? { release?.announcement }
}
