import KubernetesObjects

/// Whether what is said of one replica of a template holds for another.
///
/// It keeps no report: one is asked about for each Pod of a cluster, and to copy one costs as much as to compare two.
package struct ReplicaLikeness: Sendable {
  private let nodeLabels: [String]

  /// The likeness under a control plane.
  ///
  /// - Parameter nodeLabels: The labels of Nodes that become tags. One that a Pod has too is a tag of the Pod or of its Node.
  package init(copying nodeLabels: [String]) { self.nodeLabels = nodeLabels }

  /// Whether two reports say the same of their Pods, and both Pods are of one template: they differ in nothing but their names, addresses,
  /// Nodes, the statuses of their containers and what networks annotate.
  package func holds(for one: PodReport, _ other: PodReport) -> Bool {
    guard one.standpoint == other.standpoint, one.isOfPod, other.isOfPod, one.matches == other.matches,
      one.workload == other.workload, one.outcome.verdict == other.outcome.verdict,
      one.outcome.unknownValues == other.outcome.unknownValues, one.mesh == other.mesh,
      one.admission == other.admission, one.prepared.isLike(other.prepared)
    else { return false }
    return one.prepared.pod.spec.nodeName.hasSameBytes(as: other.prepared.pod.spec.nodeName)
      || !nodeLabels.contains { one.prepared.pod.metadata.labels[$0] != nil }
  }

  /// Whether the containers of two Pods that are alike have the same statuses.
  package func hasSameStatuses(_ one: PodReport, _ other: PodReport) -> Bool {
    one.prepared.pod.status.containerStatuses == other.prepared.pod.status.containerStatuses
      && one.prepared.pod.status.initContainerStatuses == other.prepared.pod.status.initContainerStatuses
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
