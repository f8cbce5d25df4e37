import KubernetesObjects

/// A namespace of a cluster with the way that its Pods go, put together once for all of them.
///
/// A class for the reason that ``NamespaceMapper`` is one.
final class NamespaceView: Sendable {
  /// What is in the namespace.
  let objects: NamespaceObjects
  /// The way of its Pods.
  let mapper: NamespaceMapper
  /// What might be in it as the controller sees it; nil where everything that is there could be read.
  private let seen: Variations?

  /// The view of a namespace.
  ///
  /// - Parameters:
  ///   - objects: What is in the namespace.
  ///   - clusterScoped: What is in no namespace.
  ///   - controlPlane: The control plane that both were prepared under.
  ///   - unreadable: What could not be read of the cluster.
  init(
    of objects: NamespaceObjects,
    and clusterScoped: ClusterScopedObjects,
    under controlPlane: ControlPlane,
    without unreadable: Set<ObjectReference>
  ) {
    self.objects = objects
    let lookup = NamespaceLookup(in: objects, and: clusterScoped, under: controlPlane)
    let mapper = NamespaceMapper(of: objects.namespace, among: lookup, under: controlPlane)
    self.mapper = mapper
    seen = .seenByController(in: objects.name, mapper, without: unreadable)
  }

  /// The Dataplane of a name that exists.
  func existingDataplane(_ name: String) -> Dataplane? {
    objects.dataplanes.isEmpty ? nil : objects.dataplanes[ExactString(name)]
  }

  /// What one pass of the controller does with a Pod's Dataplane as the Pod stands (LIFE-1 … LIFE-7).
  func outcome(of prepared: PreparedPod) -> DataplaneOutcome {
    let previous = existingDataplane(prepared.pod.metadata.name)
    return seen?.outcome(of: prepared, previous: previous) ?? mapper.outcome(of: prepared, previous: previous)
  }

  /// What one pass of the controller does with a Pod as it stands, with the injection decision (LIFE-1 … LIFE-7).
  ///
  /// - Parameters:
  ///   - prepared: The Pod.
  ///   - gate: The first gate of the Pods, worked out once for all of them.
  func reconciliation(of prepared: PreparedPod, through gate: NamespaceGate?) -> PodReport {
    let previous = existingDataplane(prepared.pod.metadata.name)
    return mapper.reconciliation(of: prepared, through: gate, previous: previous, knowing: seen)
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
