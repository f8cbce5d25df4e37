package import KubernetesObjects

extension Cluster {
  /// What becomes of a Pod that is recreated from what its owner wrote, among the objects that are there.
  package func admissionAnew(of pod: Pod, in namespace: String) -> PodAdmission {
    AdmissionsAnew(in: namespace, of: self).admission(of: pod)
  }
}

/// What the injector would do with Pods of a namespace if they were created anew; put together once for all of them.
package struct AdmissionsAnew {
  private let mapper: NamespaceMapper
  private let gate: NamespaceGate?

  /// What it would do in a namespace of a cluster.
  package init(in namespace: String, of cluster: Cluster) {
    mapper = cluster.view(of: namespace).mapper
    gate = mapper.gate
  }

  /// What it would do with a Pod that has a sidecar.
  package func admission(of pod: Pod) -> PodAdmission { mapper.admission(of: pod.anew, through: gate) }
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
