import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// What `preview` and `reconcile` share: a report for each Pod that the filters leave.
struct Reports {
  let options: SharedOptions
  let rules: RulesOption

  /// Prints the reports in the form that is asked for, and ends the command.
  func print(as standpoint: PodReport.Standpoint) async throws -> Never {
    let input = try await options.input()
    var cluster = try await options.cluster(of: input, under: options.settings.controlPlane(of: rules.release))
    // What previews make each other reach is worked out before they are made piece by piece.
    if standpoint == .preview { cluster = cluster.preparedForPreviews() }
    let names = try options.chosenPods(of: cluster)
    let stream = ReportStream(of: cluster, rules: rules.name, announcement: rules.announcement, as: options.output.form)
    let reports = { @Sendable (cluster: Cluster, names: [ObjectName]) in
      standpoint == .preview ? cluster.previews(of: names) : cluster.reconciliations(of: names)
    }
    try await stream.write(names, reports: reports) { try StandardOutput.write($0) }
    // The system takes the memory of a process back at once; giving up a hundred thousand Pods one by one takes half a second.
    withExtendedLifetime((cluster, names, input)) { MeshMap.exit(withError: SharedOptions.status(after: input)) }
  }
}
