import KubernetesObjects
public import MeshMapping

extension Cluster {
  /// The cluster after some manifests were applied: each object in place of the one of its kind and name, or besides where there is none. Pods
  /// of a workload whose template becomes another are made anew of it.
  ///
  /// What is written on a Namespace counts when Pods are created, as it does in every preview.
  ///
  /// - Parameter manifests: The objects, the later one of two of one name.
  /// - Complexity: O(*n* log *n*) for *n* objects, and Pods of the namespaces of workloads among them.
  public func applying(_ manifests: [ClusterObject]) -> Cluster {
    var objects: [ClusterObject] = manifests
    var made = MadePods()
    for case .kubernetes(let manifest) in manifests {
      guard let template = manifest.podTemplate, manifest.reference.kind != PodTemplate.kind else { continue }
      let reference = manifest.reference
      let workload = WorkloadReference(kind: reference.kind, namespace: reference.namespace, name: reference.name)
      let old = self.workload(workload)?.podTemplate
      guard old != template else { continue }
      objects += made.names(madeBy: workload, in: self).compactMap(pod)
        .map { .kubernetes(.pod($0.madeAnew(of: template, before: old))) }
    }
    return replacing(objects)
  }
}

extension Pod {
  /// The Pod as another template makes it: what only a running one has stays.
  fileprivate func madeAnew(of template: PodTemplateSpec, before: PodTemplateSpec?) -> Pod {
    var pod = self
    for label in before?.labels.entries ?? [] { pod.metadata.labels[label.key] = nil }
    for label in template.labels.entries { pod.metadata.labels[label.key] = label.value }
    pod.metadata.annotations = template.annotations
    pod.spec.containers = template.spec.containers
    pod.spec.initContainers = template.spec.initContainers
    pod.spec.volumeNames = template.spec.volumeNames
    pod.spec.serviceAccountName = template.spec.serviceAccountName
    return pod
  }
}
