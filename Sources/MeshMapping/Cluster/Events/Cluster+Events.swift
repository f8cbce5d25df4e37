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
      // An object is the same one in every version of its API, whether that is read or not.
      if case .kubernetes(.unsupported) = object {
        guard !holds(object) else { return [] }
        let changes = apply(.deleted(object.reference))
        insertPreparing(object)
        return changes
      }
      unsupportedObjects.remove(object.reference)
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
}
