package import KubernetesObjects

extension Cluster {
  /// What becomes of a Pod that is recreated from what its owner wrote, among the objects that are there.
  package func admissionAnew(of pod: Pod, in namespace: String) -> PodAdmission {
    let mapper = view(of: namespace).mapper
    return mapper.admission(of: pod.anew, through: mapper.gate)
  }
}

extension Pod {
  /// The Pod as its owner wrote it: without the sidecar that it may have now, and with the probes that its application answers.
  package var anew: Pod {
    var pod = self
    pod.spec.containers.removeAll(where: \.isSidecar)
    pod.spec.initContainers.removeAll(where: \.isSidecar)
    pod.restoreProbes()
    return pod
  }
}
