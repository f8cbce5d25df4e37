import KubernetesObjects

extension Cluster {
  /// What would happen to some Pods, those included that workloads will make, as the cluster stands.
  func previewReports(of names: [ObjectName]) -> [PodReport] {
    answersForPreviews(
      names,
      pod: { around, pod, previous in around.preview(of: pod, previous: previous) },
      planned: { mapper, entry, completeness in mapper.preview(of: entry, knowing: completeness) }
    )
    .flatMap(\.self)
  }

  /// Answers for each name: one for the Pod that has it, or else one for each workload that will make Pods of that name.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - pod: The answer for a Pod, by what might be around it and the Dataplane that is there.
  ///   - planned: The answer for Pods that a workload will make.
  func answersForPreviews<Answer>(
    _ names: [ObjectName],
    pod: (Variations, PreparedPod, Dataplane?) -> Answer,
    planned: (NamespaceMapper, PlannedEntry, Completeness) -> Answer
  ) -> [[Answer]] {
    let completeness = completeness
    func context(_ name: String, _ view: NamespaceView) -> Surroundings {
      let around = Variations(of: name, view.mapper, knowing: completeness)
      return Surroundings(view: view, around: around, planned: PlannedEntries(in: view.objects))
    }
    return answers(for: names, in: context) { namespace, name, prepared in
      guard let prepared else {
        return namespace.planned[name.name].map { planned(namespace.view.mapper, $0, completeness) }
      }
      return [pod(namespace.around, prepared, namespace.view.existingDataplane(name.name))]
    }
  }

  /// What is around the Pods of a namespace.
  private struct Surroundings {
    let view: NamespaceView
    let around: Variations
    let planned: PlannedEntries
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
        PodAdmission(webhook: .assumed, decision: .unknown(needs: [.templates])),
        .unknown(needs: [.templates]),
        workload: WorkloadReference(of: pods),
        planned: pods
      )
    }
  }
}
