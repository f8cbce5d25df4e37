import KubernetesObjects

/// All that is in one namespace: nothing of it matters to the Pods of another.
struct NamespaceShard: Sendable {
  /// The Namespace; nil where only objects in it are known.
  var namespace: Namespace?
  /// The Pods.
  var pods = PodIndex()
  /// The Services.
  var services: ServiceIndex
  /// The owners of Pods and the EndpointSlices of Services.
  var surroundings = Surroundings()
  /// The Dataplanes that exist, by name.
  var dataplanes: [ExactString: Dataplane] = [:]

  /// An empty namespace.
  init(under controlPlane: ControlPlane) {
    services = ServiceIndex(under: controlPlane)
  }
}
