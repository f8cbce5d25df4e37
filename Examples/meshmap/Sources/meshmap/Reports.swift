import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// What `preview` and `reconcile` share: a report for each Pod that the filters leave.
struct Reports {
  let options: SharedOptions
  let rules: RulesOption
  /// The names that are told of.
  let names: (Cluster) throws -> [ObjectName]

  /// Prints the reports in the form that is asked for, and ends the command.
  func print(_ reports: @escaping @Sendable (Cluster, [ObjectName]) -> [PodReport]) async throws -> Never {
    let cluster = try await options.cluster(under: options.settings.controlPlane(of: rules.release))
    let names = try names(cluster)
    let stream = ReportStream(of: cluster, rules: rules.name, as: options.output.form)
    try await stream.write(names, reports: reports) { try StandardOutput.write($0) }
    // The system takes the memory of a process back at once; giving up a hundred thousand Pods one by one takes half a second.
    withExtendedLifetime((cluster, names)) { MeshMap.exit() }
  }
}
