import KubernetesObjects

/// The Pods that the workloads of a namespace will make, worked out when they are first asked for.
final class PlannedReports {
  private let view: NamespaceView
  private let completeness: Completeness
  /// The entries by the name of their Pods.
  private lazy var entries = Dictionary(grouping: view.objects.plannedEntries) { ExactString($0.pods.name.description) }

  /// The Pods of a namespace, as far as an input lets one know.
  init(in view: NamespaceView, knowing completeness: Completeness) {
    self.view = view
    self.completeness = completeness
  }

  /// What would happen to the Pods of a name, of one workload after the other.
  func reports(named name: String) -> [PodReport] {
    entries(named: name).map { view.mapper.preview(of: $0, knowing: completeness) }
  }

  /// What workloads will make under a name.
  func entries(named name: String) -> [PlannedEntry] {
    entries[ExactString(name)] ?? []
  }
}

extension NamespaceMapper {
  /// What would happen to Pods that a workload will make.
  fileprivate func preview(of entry: PlannedEntry, knowing completeness: Completeness) -> PodReport {
    switch entry {
    case .pods(let pods): preview(of: pods, knowing: completeness)
    case .withoutTemplate(let pods):
      PodReport(
        .preview,
        of: PreparedPod(pods.pod(underKubernetes: controlPlane.minorVersion), under: controlPlane),
        Admission(webhook: .assumed, decision: .unknown(needs: [.templates])),
        .unknown(needs: [.templates]),
        workload: WorkloadReference(of: pods),
        planned: pods
      )
    }
  }
}
