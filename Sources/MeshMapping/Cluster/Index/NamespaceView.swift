import KubernetesObjects

/// A namespace of a cluster with the way that its Pods go, put together once for all of them.
///
/// A class for the reason that ``NamespaceMapper`` is one.
final class NamespaceView: Sendable {
  /// What is in the namespace.
  let objects: NamespaceObjects
  /// The way of its Pods.
  let mapper: NamespaceMapper

  /// The view of a namespace.
  ///
  /// - Parameters:
  ///   - objects: What is in the namespace.
  ///   - clusterScoped: What is in no namespace.
  ///   - controlPlane: The control plane that both were prepared under.
  init(of objects: NamespaceObjects, and clusterScoped: ClusterScopedObjects, under controlPlane: ControlPlane) {
    self.objects = objects
    let lookup = NamespaceLookup(in: objects, and: clusterScoped, under: controlPlane)
    mapper = NamespaceMapper(of: objects.namespace, among: lookup, under: controlPlane)
  }

  /// The Dataplane of a name that exists.
  func existingDataplane(_ name: String) -> Dataplane? {
    objects.dataplanes.isEmpty ? nil : objects.dataplanes[ExactString(name)]
  }

  /// What one pass of the controller does with a Pod's Dataplane as the Pod stands (LIFE-1 … LIFE-7).
  func outcome(of prepared: PreparedPod) -> DataplaneOutcome {
    mapper.outcome(of: prepared, previous: existingDataplane(prepared.pod.metadata.name))
  }

  /// Whether what owns a Pod may matter to it: not where a Service gives it an inbound, unless it is a gateway that is named after
  /// its Deployment.
  func mayReadOwner(_ prepared: PreparedPod) -> Bool {
    let controlPlane = mapper.controlPlane
    do throws(MappingFailure) {
      if try controlPlane.gatewayKind(of: prepared.pod) == .provided { return true }
      let services = try mapper.objects.services(of: prepared.pod)
      return !controlPlane.isAnyInbound(of: prepared.pod, through: services.filter { !$0.service.givesListeners })
    } catch {
      return true
    }
  }
}
