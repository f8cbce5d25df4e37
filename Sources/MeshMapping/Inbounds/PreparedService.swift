import KubernetesObjects

/// A Service with what its ports give the tags of every Pod behind it.
///
/// A class, though nothing of it ever changes: it is handed on for every Pod that the Service selects, and a
/// value with a dozen fields costs a dozen counted references each time.
final class PreparedService: Sendable {
  let service: Service
  /// What each port gives, in their order; nil where it is not worked out yet.
  let portTags: [PortTags]?

  /// A Service of which nothing is worked out.
  init(_ service: Service) {
    self.service = service
    portTags = nil
  }

  /// A Service with what its ports give Pods of its own namespace.
  init(_ service: Service, under controlPlane: ControlPlane) {
    self.service = service
    let namespace = service.metadata.effectiveNamespace
    portTags = service.ports.map { PortTags(of: service, port: $0, podNamespace: namespace, under: controlPlane) }
  }

  /// Another version of a Service whose ports give the same.
  init(_ service: Service, as other: PreparedService) {
    self.service = service
    portTags = other.portTags
  }
}
