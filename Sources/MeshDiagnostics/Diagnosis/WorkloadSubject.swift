import KubernetesObjects
import MeshMapping

/// An object that makes Pods, as checks see it.
final class WorkloadSubject {
  /// The object.
  let object: KubernetesObject
  /// What is around it.
  let diagnostics: Diagnostics

  /// An object as checks see it.
  init(_ object: KubernetesObject, in diagnostics: Diagnostics) {
    self.object = object
    self.diagnostics = diagnostics
  }

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }
  /// The control plane.
  var controlPlane: ControlPlane { diagnostics.cluster.controlPlane }

  /// A field of the object.
  func field(_ steps: [DocumentPath.Step] = []) -> ObjectField { ObjectField(object.reference, DocumentPath(steps)) }
}
