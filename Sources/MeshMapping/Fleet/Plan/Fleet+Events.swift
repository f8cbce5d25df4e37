import KubernetesObjects

extension Fleet {
  /// Takes in what happened to an object and tells what it changes, touching only the Pods that the event can affect.
  ///
  /// Applied to the plan before, the changes give the plan after. O(*a*) for *a* affected Pods: those that a Service selects or
  /// selected, that an object owns and whose name comes from it, that run on a Node, that an EndpointSlice names; all of a namespace
  /// where something is read of the Namespace that changed, and all of the fleet where a Mesh changed. Besides, every Pod that is
  /// mapped looks at the Services without a selector in its namespace, and a Node is looked for in every namespace.
  ///
  /// - Parameter event: What happened.
  /// - Returns: The changes, sorted by namespace and name.
  @discardableResult
  public mutating func apply(_ event: FleetEvent) -> [FleetChange] {
    let object = event.object
    // Most of what is told of objects is about fields that nothing here reads.
    if !event.isDeletion, holds(object) { return [] }
    let affected = affectedPods(by: object, isDeletion: event.isDeletion)
    let before = planItems(of: affected)
    if event.isDeletion { remove(object) } else { insert(object) }
    let after = planItems(of: affected)
    return affected.indices.compactMap { index in
      let (old, new) = (before[index], after[index])
      return old == new ? nil : FleetChange(name: affected[index], old: old, new: new, cause: object.reference)
    }
  }

  /// The Pods whose Dataplane an event may change, sorted by namespace and name, each once.
  private func affectedPods(by object: ClusterObject, isDeletion: Bool) -> [ObjectName] {
    let names: [ObjectName] =
      switch object {
      case .dataplane(let dataplane): [dataplane.objectName]
      case .mesh: podNames
      case .kubernetes(let object): affectedPods(by: object, isDeletion: isDeletion)
      }
    return names.count < 2 ? names : Set(names).sorted()
  }

  private func affectedPods(by object: KubernetesObject, isDeletion: Bool) -> [ObjectName] {
    switch object {
    case .pod(let pod): return [ObjectName(of: pod.metadata)]
    case .service(let service): return pods(affectedBy: service)
    case .namespace(let namespace): return pods(affectedBy: namespace, isDeletion: isDeletion)
    case .node(let node):
      guard controlPlane.rules.tags.nodeLabels == .read, isRead(node, isDeletion: isDeletion) else { return [] }
      // By their places, since a shard has as many counted references as it has collections.
      return shards.values.indices.flatMap { shards.values[$0].pods.pods(on: node.metadata.name) }.map(\.objectName)
    case .endpointSlice(let slice): return pods(affectedBy: slice)
    case .replicaSet(let replicaSet): return pods(ownedBy: ReplicaSet.kind, replicaSet.metadata)
    case .job(let job): return pods(ownedBy: Job.kind, job.metadata)
    case .unsupported: return []
    }
  }

  /// The Pods that an object owns, where that may matter to them.
  private func pods(ownedBy kind: String, _ metadata: ObjectMeta) -> [ObjectName] {
    guard let shard = shards[ExactString(metadata.effectiveNamespace)] else { return [] }
    let view = view(of: shard)
    return shard.pods.pods(ownedBy: kind, metadata.name).filter(view.mayReadOwner).map(\.objectName)
  }

  /// The Pods that a Service selects now or selected before; of one without a selector those that its EndpointSlices name.
  private func pods(affectedBy service: Service) -> [ObjectName] {
    let name = ObjectName(of: service.metadata)
    guard let shard = shards[ExactString(name.namespace)] else { return [] }
    let versions = [service] + (shard.services[name.name].map { [$0] } ?? [])
    return versions.flatMap { pods(of: $0, in: shard) }.map(\.objectName)
  }

  /// The Pods that a Service selects, or that its EndpointSlices name where it has no selector.
  func pods(of service: Service, in shard: NamespaceShard) -> [PreparedPod] {
    guard service.selector.isEmpty else { return shard.pods.pods(selectedBy: controlPlane.effectiveSelector(of: service)) }
    return shard.surroundings.endpointSlices(of: ObjectName(of: service.metadata)).flatMap { pods(namedBy: $0, in: shard) }
  }

  /// The Pods that an EndpointSlice names now or named before, where its Service has no selector: of others nobody reads it.
  private func pods(affectedBy slice: EndpointSlice) -> [ObjectName] {
    guard controlPlane.rules.services.endpointSlices == .read else { return [] }
    let name = ObjectName(of: slice.metadata)
    guard let shard = shards[ExactString(name.namespace)] else { return [] }
    let versions = [slice] + (shard.surroundings.endpointSlice(name).map { [$0] } ?? [])
    let read = versions.filter { version in
      version.serviceName.flatMap { shard.services[$0] }?.selector.isEmpty ?? false
    }
    return read.flatMap { pods(namedBy: $0, in: shard) }.map(\.objectName)
  }

  private func pods(namedBy slice: EndpointSlice, in shard: NamespaceShard) -> [PreparedPod] {
    guard controlPlane.rules.services.endpointSlices == .read else { return [] }
    let isCrash = controlPlane.rules.services.endpointWithoutTarget == .crashes
    // An endpoint that names nothing crashes the control plane at every Pod of the namespace.
    if isCrash, slice.endpoints.contains(where: { $0.targetRef == nil }) { return Array(shard.pods.all) }
    return slice.endpoints.flatMap { $0.targetRef.map { shard.pods.pods(identifiedBy: $0.uid) } ?? [] }
  }

  /// All Pods of a Namespace, where something changed of it that the controller reads: whether it is there, its phase, its mesh.
  private func pods(affectedBy namespace: Namespace, isDeletion: Bool) -> [ObjectName] {
    guard let shard = shards[ExactString(namespace.metadata.name)] else { return [] }
    if !isDeletion, let known = shard.namespace, known.phase == namespace.phase {
      let isMeshTheSame =
        Self.areSame(known.metadata.labels[KumaKey.mesh], namespace.metadata.labels[KumaKey.mesh])
        && Self.areSame(known.metadata.annotations[KumaKey.mesh], namespace.metadata.annotations[KumaKey.mesh])
      if isMeshTheSame { return [] }
    }
    return shard.pods.all.map(\.objectName)
  }

  /// Whether something changed of a Node that the controller reads: whether it is there, and the labels that are copied.
  private func isRead(_ node: Node, isDeletion: Bool) -> Bool {
    guard !isDeletion, let known = shared.nodes[ExactString(node.metadata.name)] else { return true }
    return controlPlane.nodeLabels.contains { !Self.areSame(known.metadata.labels[$0], node.metadata.labels[$0]) }
  }
}

extension Fleet {
  /// Whether an object is there just as it is, as far as it is read.
  private func holds(_ object: ClusterObject) -> Bool {
    switch object {
    case .dataplane(let dataplane): existingDataplane(dataplane.objectName) == dataplane
    case .mesh(let mesh): meshes[ExactString(mesh.name)] == mesh
    case .kubernetes(let object): holds(object)
    }
  }

  private func holds(_ object: KubernetesObject) -> Bool {
    switch object {
    case .pod(let pod): return self.pod(ObjectName(of: pod.metadata)) == pod
    case .service(let service): return self.service(ObjectName(of: service.metadata)) == service
    case .namespace(let namespace): return self.namespace(namespace.metadata.name) == namespace
    case .node(let node): return shared.nodes[ExactString(node.metadata.name)] == node
    case .endpointSlice(let slice):
      let name = ObjectName(of: slice.metadata)
      return shards[ExactString(name.namespace)]?.surroundings.endpointSlice(name) == slice
    case .replicaSet(let replicaSet):
      let name = ObjectName(of: replicaSet.metadata)
      return shards[ExactString(name.namespace)]?.surroundings.replicaSets[name] == replicaSet
    case .job(let job):
      let name = ObjectName(of: job.metadata)
      return shards[ExactString(name.namespace)]?.surroundings.jobs[name] == job
    case .unsupported: return false
    }
  }

  /// Whether two values are the same bytes, or both absent.
  private static func areSame(_ left: String?, _ right: String?) -> Bool {
    left.map(ExactString.init) == right.map(ExactString.init)
  }
}

extension PreparedPod {
  /// The namespace and name.
  var objectName: ObjectName { ObjectName(of: pod.metadata) }
}

extension FleetEvent {
  /// Whether the object is gone.
  fileprivate var isDeletion: Bool {
    if case .deleted = self { true } else { false }
  }
}
