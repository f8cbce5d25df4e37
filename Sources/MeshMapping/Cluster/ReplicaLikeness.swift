import KubernetesObjects

/// What is known of the replicas of one template by one of them: whether what is said of it holds for another Pod.
///
/// A class, so that nothing of a report is copied: it is asked for each Pod of a cluster, and most are like the one before.
package final class ReplicaLikeness: Sendable {
  private let report: PodReport
  private let pod: PreparedPod
  private let nodeLabels: [String]

  /// What is known by a report.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - nodeLabels: The labels of Nodes that become tags. One that a Pod has too is a tag of the Pod or of its Node.
  package init(of report: PodReport, copying nodeLabels: [String]) {
    self.report = report
    self.nodeLabels = nodeLabels
    pod = report.prepared
  }

  /// Whether another report says the same of its Pod, and both Pods are of one template: they differ in nothing but their names, addresses,
  /// Nodes, the statuses of their containers and what networks annotate.
  package func holds(for other: PodReport) -> Bool {
    guard report.standpoint == other.standpoint, report.isOfPod, other.isOfPod, report.matches == other.matches,
      report.workload == other.workload, report.outcome.verdict == other.outcome.verdict,
      report.outcome.unknownValues == other.outcome.unknownValues, report.mesh == other.mesh,
      report.admission == other.admission, pod.isLike(other.prepared)
    else { return false }
    return pod.pod.spec.nodeName.hasSameBytes(as: other.prepared.pod.spec.nodeName)
      || !nodeLabels.contains { pod.pod.metadata.labels[$0] != nil }
  }

  /// Whether the containers of a Pod that is like this one have the same statuses.
  package func hasSameStatuses(as other: PodReport) -> Bool {
    pod.pod.status.containerStatuses == other.prepared.pod.status.containerStatuses
      && pod.pod.status.initContainerStatuses == other.prepared.pod.status.initContainerStatuses
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
