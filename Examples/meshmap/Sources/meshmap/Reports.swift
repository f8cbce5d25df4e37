import ArgumentParser
import KubernetesObjects
import MeshMapKit
import MeshMapping

/// What `preview` and `reconcile` share: a report for each Pod that the filters leave.
struct Reports {
  private let options: SharedOptions
  private let form: ReportStream.Form
  private let situation: Situation
  private let choice: ReportOptions

  init(options: SharedOptions, as form: ReportStream.Form, showing choice: ReportOptions, on situation: Situation) {
    self.options = options
    self.form = form
    self.choice = choice
    self.situation = situation
  }

  /// Prints the reports in the form that is asked for, and ends the command.
  func print(as standpoint: PodReport.Standpoint) async throws -> Never {
    let input = situation.input
    // What previews make each other reach is worked out before they are made piece by piece.
    let cluster = standpoint == .preview ? situation.cluster.preparedForPreviews() : situation.cluster
    let names = try options.chosenPods(of: cluster, for: standpoint)
    if standpoint == .reconciliation, cluster.podNames.isEmpty, !cluster.previewNames.isEmpty {
      Messages.tellAfterAnswer("note: the input has no Pods; run meshmap preview for those that its workloads will make")
    }
    var stream = ReportStream(
      of: cluster, under: situation.rules, as: form,
      choice: choice.choice(filtered: options),
      restingOn: standpoint == .preview ? Grounds(of: cluster, where: try options.filter(in: cluster)) : .nothing)
    stream.places = PlaceBook(of: input.places)
    let reports = { @Sendable [workload = options.workload] (cluster: Cluster, names: [ObjectName]) in
      guard standpoint == .preview else { return cluster.reconciliations(of: names) }
      // Pods of two workloads that are not there yet may have one name.
      let reports = cluster.previews(of: names)
      return workload.map { workload in reports.filter { workload.matches($0.workload) } } ?? reports
    }
    try await stream.write(names, as: standpoint, reports: reports) { try StandardOutput.write($0) }
    // The system takes the memory of a process back at once; giving up a hundred thousand Pods one by one takes half a second.
    Messages.showWhatIsHeld()
    withExtendedLifetime((cluster, names, input)) { MeshMap.exit(withError: SharedOptions.status(after: input)) }
  }
}
