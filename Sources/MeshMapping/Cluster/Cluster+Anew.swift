package import KubernetesObjects

extension Cluster {
  /// What becomes of a Pod that is created anew from what its owner wrote: without the sidecar that it may have now, and with the
  /// probes that its application answers.
  package func admissionAnew(of pod: Pod, in namespace: String) -> Admission {
    var pod = pod
    pod.spec.containers.removeAll(where: \.isSidecar)
    pod.spec.initContainers.removeAll(where: \.isSidecar)
    pod.restoreProbes()
    let mapper = view(of: namespace).mapper
    return mapper.admission(of: pod, through: mapper.gate)
  }
}
