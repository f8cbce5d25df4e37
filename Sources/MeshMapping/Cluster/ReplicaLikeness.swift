import KubernetesObjects

/// What is known of the replicas of one template by one of them: whether what is said of it holds for another Pod.
///
/// A class that is asked about a position in a list, so that no report is copied: it is asked for each Pod of a cluster, most are like the one
/// before, and to copy a report costs as much as to see that.
package final class ReplicaLikeness: Sendable {
  private let report: PodReport
  private let nodeLabels: [String]

  /// What is known by a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - nodeLabels: The labels of Nodes that become tags. One that a Pod has too is a tag of the Pod or of its Node.
  package init(of report: PodReport, copying nodeLabels: [String]) {
    self.report = report
    self.nodeLabels = nodeLabels
  }

  /// Whether another report, one of a list, says the same of its Pod, and both Pods are of one template: they differ in nothing but their names,
  /// addresses, Nodes, the statuses of their containers and what networks annotate.
  package func holds(for others: [PodReport], at index: Int) -> Bool {
    guard report.standpoint == others[index].standpoint, report.isOfPod, others[index].isOfPod,
      report.matches == others[index].matches, report.workload == others[index].workload,
      report.outcome.verdict == others[index].outcome.verdict,
      report.outcome.unknownValues == others[index].outcome.unknownValues, report.mesh == others[index].mesh,
      report.admission == others[index].admission, report.prepared.isLike(others[index].prepared)
    else { return false }
    return report.prepared.pod.spec.nodeName.hasSameBytes(as: others[index].prepared.pod.spec.nodeName)
      || !nodeLabels.contains { report.prepared.pod.metadata.labels[$0] != nil }
  }

  /// Whether the containers of a Pod that is like this one have the same statuses.
  package func hasSameStatuses(as others: [PodReport], at index: Int) -> Bool {
    report.prepared.pod.status.containerStatuses == others[index].prepared.pod.status.containerStatuses
      && report.prepared.pod.status.initContainerStatuses == others[index].prepared.pod.status.initContainerStatuses
  }
}

extension PreparedPod {
  /// Whether another Pod is of the same namespace, labels, annotations, owners, specification and phase, and gets its name in the same way.
  /// Field by field, so that no Pod is copied.
  fileprivate func isLike(_ other: PreparedPod) -> Bool {
    pod.metadata.labels == other.pod.metadata.labels
      && pod.status.podIP.isEmpty == other.pod.status.podIP.isEmpty
      && (pod.metadata.deletionTimestamp == nil) == (other.pod.metadata.deletionTimestamp == nil)
      && pod.metadata.effectiveNamespace.hasSameBytes(as: other.pod.metadata.effectiveNamespace)
      && pod.status.phase.hasSameBytes(as: other.pod.status.phase)
      && pod.status.reason.hasSameBytes(as: other.pod.status.reason)
      && pod.metadata.ownerReferences == other.pod.metadata.ownerReferences
      // What nothing owns is named after itself.
      && (!pod.metadata.ownerReferences.isEmpty
        || ControlPlane.hasSuffixes(pod.metadata.name) == ControlPlane.hasSuffixes(other.pod.metadata.name))
      && pod.spec.isSameApartFromNode(as: other.pod.spec)
      && pod.metadata.annotations.isSame(as: other.pod.metadata.annotations, exceptUnder: Self.networks)
  }

  /// The beginnings of annotations that networks write on each Pod: its address, and the like.
  private static let networks = ["cni.projectcalico.org/", "k8s.v1.cni.cncf.io/", "k8s.ovn.org/"]
}
