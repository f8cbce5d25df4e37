import KubernetesObjects
import MeshMapping

extension PodSubject {
  /// Whether another Pod has everything that a ``SharedPodCheck`` may look at, as replicas of one template have.
  func isLike(_ other: PodSubject) -> Bool {
    let (mine, others) = (report, other.report)
    guard mine.workload == others.workload, mine.standpoint == others.standpoint,
      pod.isLike(other.pod), mine.outcome.verdict == others.outcome.verdict, mine.matches == others.matches,
      mine.admission == others.admission, mine.mesh == others.mesh,
      mine.outcome.unknownValues == others.outcome.unknownValues,
      mine.alternatives.isEmpty, others.alternatives.isEmpty, mine.planned == nil, others.planned == nil
    else { return false }
    // A label that the Node gives too is a tag of this Pod or of its Node.
    return pod.spec.nodeName.hasSameBytes(as: other.pod.spec.nodeName)
      || !controlPlane.nodeLabels.contains { pod.metadata.labels[$0] != nil }
  }
}

extension Pod {
  /// Whether another Pod is of the same namespace, labels, annotations, owners, specification and phase.
  fileprivate func isLike(_ other: Pod) -> Bool {
    metadata.labels == other.metadata.labels && spec.isLike(other.spec)
      && metadata.effectiveNamespace.hasSameBytes(as: other.metadata.effectiveNamespace)
      && metadata.ownerReferences == other.metadata.ownerReferences
      && metadata.annotations.isLike(other.metadata.annotations)
      && status.phase.hasSameBytes(as: other.status.phase) && status.reason.hasSameBytes(as: other.status.reason)
      && status.podIP.isEmpty == other.status.podIP.isEmpty
      && (metadata.deletionTimestamp == nil) == (other.metadata.deletionTimestamp == nil)
  }
}

extension PodSpec {
  /// Whether another specification is the same but for the Node.
  fileprivate func isLike(_ other: PodSpec) -> Bool {
    var placed = self
    placed.nodeName = other.nodeName
    return placed == other
  }
}

extension StringMap {
  /// What networks write on each Pod: its address, and the like.
  private static let ofNetworks = ["cni.projectcalico.org/", "k8s.v1.cni.cncf.io/", "k8s.ovn.org/"]

  /// Whether other annotations are the same, but for what networks write on each Pod.
  fileprivate func isLike(_ others: StringMap) -> Bool {
    guard count == others.count else { return false }
    return zip(entries, others.entries).allSatisfy { left, right in
      guard left.key.hasSameBytes(as: right.key) else { return false }
      return left.value.hasSameBytes(as: right.value) || Self.ofNetworks.contains { left.key.hasPrefix($0) }
    }
  }
}
