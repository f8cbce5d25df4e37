public import KubernetesObjects

extension Cluster {
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
    replace(references(to: kind), with: objects.filter { $0.kind == kind })
  }

  /// Replaces all objects of a type with those of a new list, as ``replaceAll(_:with:)-(ClusterObject.Kind,_)`` does: for policies, and for
  /// what makes Pods in a way of its own.
  ///
  /// O(*n*) for *n* objects of the cluster that the mapping has no kind for, plus the cost of the events.
  ///
  /// - Parameters:
  ///   - type: The type, whatever the version of its API; objects of other types are passed over.
  ///   - objects: All objects of the type.
  /// - Returns: The changes, sorted by namespace and name, each name once.
  @discardableResult
  public mutating func replaceAll(_ type: ObjectType, with objects: some Sequence<ClusterObject>) -> [ClusterChange] {
    let kind = ObjectReference(apiGroup: type.apiGroup, kind: type.kind, namespace: "", name: "").knownKind
    if let kind { return replaceAll(kind, with: objects) }
    return replace(references(to: type), with: objects.filter { $0.reference.isOfType(type) })
  }

  /// Replaces some objects with others of their kind.
  private mutating func replace(_ known: [ObjectReference], with listed: [ClusterObject]) -> [ClusterChange] {
    let gone = Set(known).subtracting(listed.map(\.reference))
    var changes: [ObjectName: ClusterChange] = [:]
    let events = gone.sorted().map(ClusterEvent.deleted) + listed.map(ClusterEvent.modified)
    for change in events.flatMap({ apply($0) }) {
      let first = changes[change.name]
      changes[change.name] = ClusterChange(
        name: change.name, old: first == nil ? change.old : first?.old, new: change.new, cause: change.cause)
    }
    return changes.values.filter { $0.old != $0.new }.sorted { $0.name < $1.name }
  }

  /// The objects of a type that the mapping has no kind for.
  private func references(to type: ObjectType) -> [ObjectReference] {
    let workloads = namespaces.values.flatMap { $0.workloads.all.map(\.reference) }
    return (workloads + resourcesByReference.keys + unsupportedObjects.named).filter { $0.isOfType(type) }
  }

  /// The objects of a kind.
  private func references(to kind: ClusterObject.Kind) -> [ObjectReference] {
    switch kind {
    case .node: clusterScoped.nodes.keys.map { ObjectReference(kind, name: $0.string) }
    case .mesh: clusterScoped.meshes.names.map { ObjectReference(kind, name: $0) }
    case .containerPatch:
      clusterScoped.containerPatches.known.map {
        ObjectReference(kind, namespace: $0.name.namespace, name: $0.name.name)
      }
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

extension ObjectReference {
  /// Whether the object is of a type, whatever the version of its API.
  fileprivate func isOfType(_ type: ObjectType) -> Bool {
    kind.hasSameBytes(as: type.kind) && apiGroup.hasSameBytes(as: type.apiGroup)
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
