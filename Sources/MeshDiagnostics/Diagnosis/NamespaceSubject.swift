import KubernetesObjects
import MeshMapping

/// A Namespace as checks see it.
final class NamespaceSubject {
  /// The Namespace.
  let namespace: Namespace
  /// What is around it.
  let diagnostics: Diagnostics

  /// A Namespace as checks see it.
  init(_ namespace: Namespace, in diagnostics: Diagnostics) {
    self.namespace = namespace
    self.diagnostics = diagnostics
  }

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }
  /// The control plane.
  var controlPlane: ControlPlane { diagnostics.cluster.controlPlane }

  /// A field of the Namespace.
  func field(_ steps: [DocumentPath.Step] = []) -> ObjectField {
    ObjectField(ObjectReference(.namespace, name: namespace.metadata.name), DocumentPath(steps))
  }
}
