import ArgumentParser
import Foundation
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// The options that all commands share.
struct SharedOptions: ParsableArguments {
  @Argument(help: "Files, directories (all .yaml, .yml and .json below them), or - for standard input.")
  var files: [String]

  @Option(
    help: "The release of Kuma, e.g. 2.9.4, or 2.9 for its newest patch release; left out: the documented rules.",
    transform: Self.release
  )
  var release: KumaRelease?

  @Option(help: "The zone of the control plane.")
  var zone = ""

  @Option(help: "The namespace of the control plane.")
  var systemNamespace = "kuma-system"

  @Option(help: "Labels of Nodes that become tags, separated by commas; left out: the release's default.")
  var nodeLabels: String?

  @Option(help: "Labels that do not count in selectors of Services, separated by commas.")
  var ignoredSelectorLabels: String?

  @Option(help: "Labels of Pods that are never injected, as key=value or key=* separated by commas; left out: the default.")
  var exceptionLabels: ExceptionLabels?

  @Option(help: "The mode of MeshServices of meshes whose Mesh does not say it.")
  var meshServicesMode = MeshServicesMode.disabled

  @Option(help: "Labels of Pods that name their workload, separated by commas.")
  var workloadLabels: String?

  @Flag(help: "Inbounds have no tags.")
  var inboundTagsDisabled = false

  @Flag(help: "Do not look at the selectors of the webhooks, which are your own.")
  var noWebhookGate = false

  @Option(help: "The form of the output.")
  var output = OutputFormat.text

  @Option(help: "Only Pods of this namespace.")
  var namespace: String?

  @Option(help: "Only this Pod, as namespace/name.")
  var pod: PodArgument?

  /// Reads a release; what is none is wrong usage.
  private static func release(_ text: String) throws -> KumaRelease {
    do throws(KumaReleaseError) {
      return try KumaRelease(text)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// The name of the rules as it is printed.
  var rulesName: String { release.map(\.description) ?? "documented" }

  /// The control plane that the options describe.
  var controlPlane: ControlPlane {
    var kuma = release.map { ControlPlane(release: $0, zone: zone) } ?? ControlPlane(rules: .documented)
    kuma.settings.zone = zone
    kuma.settings.systemNamespace = systemNamespace
    if let nodeLabels { kuma.settings.nodeLabels = Self.list(nodeLabels) }
    if let ignoredSelectorLabels { kuma.settings.ignoredSelectorLabels = Self.list(ignoredSelectorLabels) }
    if let exceptionLabels { kuma.settings.exceptionLabels = exceptionLabels.labels }
    kuma.settings.meshServicesMode = meshServicesMode
    if let workloadLabels { kuma.settings.workloadLabels = Self.list(workloadLabels) }
    if inboundTagsDisabled { kuma.settings.inboundTags = .disabled }
    if noWebhookGate { kuma.settings.webhookGate = .own }
    return kuma
  }

  /// The entries of a list; the empty text is the empty list.
  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }

  /// The fleet of the objects in the input.
  func fleet() throws -> Fleet {
    do throws(UnusableInput) {
      return Fleet(try InputReader.objects(at: files), under: controlPlane)
    } catch {
      throw Self.failure(error.description)
    }
  }

  /// The Pods that the filters leave, in order.
  func chosenPods(of fleet: Fleet) throws -> [ObjectName] {
    if let pod, fleet.pod(pod.name) == nil { throw Self.failure("Pod \(pod.name) is not in the input; check --pod.") }
    return fleet.podNames.filter { name in
      (pod.map { $0.name == name } ?? true) && (namespace.map { $0 == name.namespace } ?? true)
    }
  }

  /// Prints the reports of the Pods that the filters leave.
  func printReports(_ report: (Fleet, ObjectName) -> PodReport?) throws {
    let fleet = try fleet()
    let pods = try chosenPods(of: fleet).compactMap { report(fleet, $0) }.map { ($0, fleet.findings(on: $0)) }
    let document = ReportDocument(rules: rulesName, pods: pods.map { PodDocument($0.0, findings: $0.1) })
    try output.print(document) { style in
      ReportText(style: style).table(pods.map { (report: $0.0, findings: $0.1) }, rules: rulesName)
    }
  }

  /// The end of a command whose input cannot be used: a message on standard error and status 2.
  private static func failure(_ message: String) -> ExitCode {
    FileHandle.standardError.write(Data("meshmap: \(message)\n".utf8))
    return ExitCode(2)
  }
}

/// The name of a Pod as an argument.
struct PodArgument: ExpressibleByArgument {
  let name: ObjectName

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = ObjectName(namespace: String(parts[0]), name: String(parts[1]))
  }
}

/// Exception labels as an argument.
struct ExceptionLabels: ExpressibleByArgument {
  let labels: StringMap

  init?(argument: String) {
    var labels = StringMap()
    for entry in argument.split(separator: ",") {
      guard let separator = entry.firstIndex(of: "=") else { return nil }
      labels[String(entry[..<separator])] = String(entry[entry.index(after: separator)...])
    }
    self.labels = labels
  }
}
