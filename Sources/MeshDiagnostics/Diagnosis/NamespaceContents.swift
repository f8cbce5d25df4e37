import KubernetesObjects
import MeshMapping

/// What there is in a namespace, as far as several checks of its Services ask for it; put together once for all of them.
final class NamespaceContents {
  /// The name of the namespace.
  let name: String
  private let cluster: Cluster

  /// What makes Pods, with the labels that it gives them.
  private(set) lazy var templates: [(source: ObjectField, labels: StringMap)] = cluster.workloads(in: name).compactMap {
    object in
    guard let template = object.podTemplate else { return nil }
    let steps = object.reference.templateSteps + ["metadata", "labels"]
    return (ObjectField(object.reference, DocumentPath(steps)), template.labels)
  }

  /// The Pods that nothing in the input makes, with their labels.
  private(set) lazy var looseLabels: [(source: ObjectField, labels: StringMap)] = cluster.pods(in: name).map { pod in
    let reference = ObjectReference(.pod, namespace: name, name: pod.metadata.name)
    return (ObjectField(reference, DocumentPath(["metadata", "labels"])), pod.metadata.labels)
  }

  /// Whether somebody asks for sidecars in the namespace, as far as one sees without looking at each Pod.
  private(set) lazy var isOfMesh: Bool = {
    let words = cluster.controlPlane.rules.switchWords
    let metadata = cluster.namespace(name)?.metadata
    let switches = [metadata?.labels[KumaKey.sidecarInjection], metadata?.annotations[KumaKey.sidecarInjection]]
    return switches.contains { $0.map { words.setting(of: $0) == .on } ?? false }
  }()

  /// What there is in a namespace of a cluster.
  init(of name: String, in cluster: Cluster) {
    self.name = name
    self.cluster = cluster
  }
}
