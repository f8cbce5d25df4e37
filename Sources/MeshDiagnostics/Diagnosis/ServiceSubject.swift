import KubernetesObjects
import MeshMapping

/// A Service as checks see it.
final class ServiceSubject {
  /// The Service.
  let service: Service
  /// What is around it.
  let diagnostics: Diagnostics

  /// A Service as checks see it.
  init(_ service: Service, in diagnostics: Diagnostics) {
    self.service = service
    self.diagnostics = diagnostics
  }

  /// The cluster.
  var cluster: Cluster { diagnostics.cluster }
  /// The control plane.
  var controlPlane: ControlPlane { diagnostics.cluster.controlPlane }
  /// The namespace and name.
  var name: ObjectName { ObjectName(of: service.metadata) }

  /// A field of the Service.
  func field(_ steps: [DocumentPath.Step] = []) -> ObjectField { Self.field(of: service, steps) }

  /// A field of a Service.
  static func field(of service: Service, _ steps: [DocumentPath.Step] = []) -> ObjectField {
    let name = ObjectName(of: service.metadata)
    return ObjectField(ObjectReference(.service, namespace: name.namespace, name: name.name), DocumentPath(steps))
  }
}
