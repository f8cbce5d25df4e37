import ArgumentParser
import Foundation
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// The options that all commands share.
struct SharedOptions: ParsableArguments {
  @Argument(help: "Files, directories (all .yaml, .yml and .json below them), or - for standard input.")
  var files: [String]

  @OptionGroup var settings: SettingsOptions

  @Option(help: "The form of the output.")
  var output = OutputFormat.text

  @Option(help: "Only Pods of this namespace.")
  var namespace: String?

  @Option(help: ArgumentHelp("Only this Pod.", valueName: "namespace/name"), transform: ArgumentReading.podName)
  var pod: ObjectName?

  /// The cluster of the objects in the input.
  func cluster(under controlPlane: ControlPlane) async throws -> Cluster {
    Self.tellNotes(on: controlPlane)
    return try await Cluster(byAllCores: objects(), under: controlPlane)
  }

  /// The objects in the input.
  func objects() async throws -> [ClusterObject] {
    do throws(UnusableInput) {
      return try await InputReader.objects(at: files) { Self.tell($0.description) }
    } catch {
      throw Self.failure(error.description)
    }
  }

  /// The Pods that the filters leave, in order.
  func chosenPods(of cluster: Cluster) throws -> [ObjectName] {
    try checkPod { cluster.pod($0) != nil }
    return cluster.podNames.filter(isChosen)
  }

  /// Makes sure that the Pod that is asked for is there.
  func checkPod(_ isThere: (ObjectName) -> Bool) throws {
    guard let pod, !isThere(pod) else { return }
    throw Self.failure("Pod \(pod.description.printedSafely) is not in the input; check --pod")
  }

  /// Whether the filters leave a Pod of this name.
  func isChosen(_ name: ObjectName) -> Bool {
    (pod.map { $0 == name } ?? true) && (namespace.map { ExactString($0) == ExactString(name.namespace) } ?? true)
  }

  /// The end of a command whose input cannot be used: a message on standard error and status 2.
  static func failure(_ message: String) -> ExitCode {
    tell(message)
    return ExitCode(2)
  }

  /// Writes what there is to know about how control planes are set up to standard error, each thing once.
  static func tellNotes(on controlPlanes: ControlPlane...) {
    var told: Set<SettingNote> = []
    for note in controlPlanes.flatMap(\.settingNotes) where told.insert(note).inserted { tell("note: \(note.message)") }
  }

  /// Writes a message to standard error, line by line.
  private static func tell(_ message: String) {
    let lines = message.split(separator: "\n").map { "meshmap: \($0)\n" }.joined()
    FileHandle.standardError.write(Data(lines.utf8))
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
    help: "The release of Kuma, e.g. 2.9.4, or 2.9 for its newest patch release; left out: the documented rules.",
    transform: ArgumentReading.release
  )
  var release: KumaRelease?

  /// The name of the rules as it is printed.
  var name: String { release.map(\.description) ?? "documented" }
}
