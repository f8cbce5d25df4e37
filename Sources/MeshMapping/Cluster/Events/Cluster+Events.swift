import KubernetesObjects

extension Cluster {
  /// Applies an event to the cluster and returns what it changes. Only the Pods that the event can affect are mapped again.
  ///
  /// Applied to the plan before, the changes give the plan after. O(*a*) for *a* affected Pods: those that a Service selects or
  /// selected, that an object owns and whose name comes from it, that run on a Node, that an EndpointSlice names; all of a namespace
  /// where something is read of the Namespace that changed, and all of the cluster where a Mesh changed, or the outbounds of one that
  /// are written into Dataplanes. In addition, every Pod that is
  /// mapped looks at the Services without a selector in its namespace, and a Node is looked for in every namespace.
  ///
  /// - Parameter event: What happened.
  /// - Returns: The changes, sorted by namespace and name.
  @discardableResult
  public mutating func apply(_ event: ClusterEvent) -> [ClusterChange] {
    switch event {
    case .added(let object), .modified(let object):
      // Most of what is told of objects is about fields that nothing here reads.
      if holds(object) { return [] }
      let affected = affectedPods(by: object)
      let pods = isReachedByOthers(object) ? Set(podNames + affected).sorted() : affected
      return changes(of: pods, because: event.reference) { $0.insertPreparing(object) }
    case .deleted(let reference):
      unsupportedObjects.remove(reference)
      removeWorkload(reference)
      removeResource(reference)
      guard let kind = reference.knownKind else { return [] }
      // A reference to what could not be decoded may lack the namespace, as the object does.
      let reference = ObjectReference(kind, namespace: reference.namespace, name: reference.name)
      let affected = affectedPods(byDeletionOf: reference, kind)
      let pods = isReachedByOthers(deleting: reference, kind) ? Set(podNames + affected).sorted() : affected
      return changes(of: pods, because: reference) { $0.removePreparing(reference, of: kind) }
    }
  }

  /// Replaces all objects of a kind with those of a new list: those that are not in it are gone, including those that were listed and
  /// could not be read.
  ///
  /// The same as if each difference had been an event. O(*n*) for *n* objects of the kind, plus the cost of the events.
  ///
  /// - Parameters:
  ///   - kind: The kind; objects of other kinds are passed over.
  ///   - objects: All objects of the kind.
  /// - Returns: The changes, sorted by namespace and name, each name once.
  @discardableResult
  public mutating func replaceAll(_ kind: ClusterObject.Kind, with objects: some Sequence<ClusterObject>) -> [ClusterChange]
  {
    let listed = objects.filter { $0.kind == kind }
    let gone = Set(references(to: kind)).subtracting(listed.map(\.reference))
    var changes: [ObjectName: ClusterChange] = [:]
    let events = gone.sorted { $0.objectName < $1.objectName }.map(ClusterEvent.deleted) + listed.map(ClusterEvent.modified)
    for change in events.flatMap({ apply($0) }) {
      let first = changes[change.name]
      changes[change.name] = ClusterChange(
        name: change.name, old: first == nil ? change.old : first?.old, new: change.new, cause: change.cause)
    }
    return changes.values.filter { $0.old != $0.new }.sorted { $0.name < $1.name }
  }

  /// What a change to the objects changes about some Pods.
  private mutating func changes(
    of pods: [ObjectName],
    because cause: ObjectReference,
    _ change: (inout Cluster) -> Void
  ) -> [ClusterChange] {
    let before = planItems(of: pods)
    change(&self)
    let after = planItems(of: pods)
    return pods.indices.compactMap { index in
      let (old, new) = (before[index], after[index])
      return old == new ? nil : ClusterChange(name: pods[index], old: old, new: new, cause: cause)
    }
  }

  /// The objects of a kind.
  private func references(to kind: ClusterObject.Kind) -> [ObjectReference] {
    switch kind {
    case .node: clusterScoped.nodes.keys.map { ObjectReference(kind, name: $0.string) }
    case .mesh: clusterScoped.meshes.names.map { ObjectReference(kind, name: $0) }
    case .containerPatch:
      clusterScoped.containerPatches.known.map { ObjectReference(kind, namespace: $0.namespace, name: $0.name) }
    case .namespace:
      namespaces.filter { $0.value.namespace != nil }.keys.map { ObjectReference(kind, name: $0.string) }
    case .pod, .service, .endpointSlice, .replicaSet, .job, .dataplane, .zoneIngress, .zoneEgress, .deployment,
      .replicationController, .statefulSet, .daemonSet, .cronJob, .rollout, .podTemplate:
      namespaces.flatMap { namespace, objects in
        objects.names(of: kind).map { ObjectReference(kind, namespace: namespace.string, name: $0) }
      }
    }
  }
}

extension NamespaceObjects {
  /// The names of the objects of a namespaced kind, in no order.
  fileprivate func names(of kind: ClusterObject.Kind) -> [String] {
    switch kind {
    case .pod: pods.names
    case .service: services.all.map(\.metadata.name)
    case .endpointSlice: endpointSlices.names.map(\.name)
    case .replicaSet: replicaSets.names.map(\.name)
    case .job: jobs.names.map(\.name)
    case .dataplane: dataplanes.keys.map(\.string)
    case .zoneIngress: zoneIngresses.keys.map(\.string)
    case .zoneEgress: zoneEgresses.keys.map(\.string)
    case .deployment, .replicationController, .statefulSet, .daemonSet, .cronJob, .rollout, .podTemplate:
      workloads.names(of: kind)
    case .namespace, .node, .mesh, .containerPatch: []
    }
  }
}
