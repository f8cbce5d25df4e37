import KubernetesObjects
import MeshMapping

/// A Namespace as checks see it.
final class NamespaceSubject {
  /// The Namespace.
  let namespace: Namespace
  /// What is around it.
  let diagnostics: Diagnostics
  private let known: [PodReport]?

  /// A Namespace as checks see it.
  ///
  /// - Parameters:
  ///   - namespace: The Namespace.
  ///   - diagnostics: What is around it.
  ///   - reports: What happens to its Pods; nil to look.
  init(_ namespace: Namespace, in diagnostics: Diagnostics, reports: [PodReport]? = nil) {
    self.namespace = namespace
    self.diagnostics = diagnostics
    known = reports
  }

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }
  /// The control plane.
  var controlPlane: ControlPlane { diagnostics.cluster.controlPlane }

  /// What happens to the Pods of the Namespace, those included that workloads will make, sorted by name.
  private(set) lazy var reports: [PodReport] =
    known ?? cluster.previews(of: cluster.previewNames(in: namespace.metadata.name))

  /// The labels and annotations that were meant for Kuma and that nobody reads.
  private(set) lazy var keyFaults: [KeyFault] = KeyFault.faults(
    ofLabels: namespace.metadata.labels, annotations: namespace.metadata.annotations, of: .namespace,
    under: controlPlane.rules)

  /// A field of the Namespace.
  func field(_ steps: [DocumentPath.Step] = []) -> ObjectField {
    ObjectField(ObjectReference(.namespace, name: namespace.metadata.name), DocumentPath(steps))
  }
}
