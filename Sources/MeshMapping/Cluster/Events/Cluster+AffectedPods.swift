import KubernetesObjects

extension Cluster {
  /// The Pods whose Dataplane may be another one once an object is as given, sorted by namespace and name, each once.
  func affectedPods(by object: ClusterObject) -> [ObjectName] {
    switch object {
    case .dataplane(let dataplane): [dataplane.objectName]
    case .zoneIngress(let ingress): [ProxyResource.zoneIngress(ingress).objectName]
    case .zoneEgress(let egress): [ProxyResource.zoneEgress(egress).objectName]
    case .mesh(let mesh): clusterScoped.meshes[mesh.name]?.isMapped(like: mesh) ?? false ? [] : podNames
    // What else Kuma reads is no part of any Dataplane.
    case .resource: []
    // What is injected changes with it, not the Dataplane of a Pod that is there.
    case .containerPatch: []
    case .kubernetes(.pod(let pod)): [ObjectName(of: pod.metadata)]
    case .kubernetes(.service(let service)): inOrder(pods(affectedBy: ObjectName(of: service.metadata), becoming: service))
    case .kubernetes(.namespace(let namespace)): inOrder(pods(in: namespace.metadata.name, affectedBy: namespace))
    case .kubernetes(.node(let node)): inOrder(pods(on: node.metadata.name, becoming: node) + podsReachedThroughNodes)
    case .kubernetes(.endpointSlice(let slice)): inOrder(pods(affectedBy: ObjectName(of: slice.metadata), becoming: slice))
    case .kubernetes(.replicaSet(let replicaSet)):
      inOrder(pods(ownedBy: ReplicaSet.kind, ObjectName(of: replicaSet.metadata)))
    case .kubernetes(.job(let job)): inOrder(pods(ownedBy: Job.kind, ObjectName(of: job.metadata)))
    // A plan is of the Pods that there are.
    case .kubernetes: []
    }
  }

  /// The Pods whose Dataplane may be another one once an object is gone, sorted by namespace and name, each once.
  func affectedPods(byDeletionOf object: ObjectReference, _ kind: ClusterObject.Kind) -> [ObjectName] {
    let name = object.objectName
    return switch kind {
    case .dataplane, .zoneIngress, .zoneEgress, .pod: [name]
    case .mesh: podNames
    case .containerPatch, .deployment, .replicationController, .statefulSet, .daemonSet, .cronJob, .rollout, .podTemplate: []
    case .service: inOrder(pods(affectedBy: name, becoming: nil as Service?))
    case .namespace: inOrder(pods(in: name.name, affectedBy: nil))
    case .node: inOrder(pods(on: name.name, becoming: nil) + podsReachedThroughNodes)
    case .endpointSlice: inOrder(pods(affectedBy: name, becoming: nil as EndpointSlice?))
    case .replicaSet: inOrder(pods(ownedBy: ReplicaSet.kind, name))
    case .job: inOrder(pods(ownedBy: Job.kind, name))
    }
  }

  private func inOrder(_ pods: [PreparedPod]) -> [ObjectName] {
    let names = pods.map(\.objectName)
    return names.count < 2 ? names : Set(names).sorted()
  }

  /// The Pods that an object owns, where that may matter to them.
  private func pods(ownedBy kind: String, _ name: ObjectName) -> [PreparedPod] {
    guard let objects = namespaces[ExactString(name.namespace)] else { return [] }
    let view = view(of: objects)
    return objects.pods.pods(ownedBy: kind, name.name).filter(view.mayReadOwner)
  }

  /// The Pods that a Service selects now or selected before; of one without a selector those that its EndpointSlices name.
  private func pods(affectedBy name: ObjectName, becoming new: Service?) -> [PreparedPod] {
    guard let objects = namespaces[ExactString(name.namespace)] else { return [] }
    return [objects.services[name.name], new].compactMap(\.self).flatMap { pods(of: $0, in: objects) }
  }

  /// The Pods that a Service selects, or that its EndpointSlices name where it has no selector.
  func pods(of service: Service, in objects: NamespaceObjects) -> [PreparedPod] {
    guard service.selector.isEmpty else { return objects.pods.pods(selectedBy: controlPlane.effectiveSelector(of: service)) }
    return objects.endpointSlices.slices(of: ObjectName(of: service.metadata)).flatMap { pods(namedBy: $0, in: objects) }
  }

  /// The Pods that an EndpointSlice names now or named before, where its Service has no selector: of others nobody reads it.
  private func pods(affectedBy name: ObjectName, becoming new: EndpointSlice?) -> [PreparedPod] {
    guard controlPlane.rules.services.endpointSlices == .read else { return [] }
    guard let objects = namespaces[ExactString(name.namespace)] else { return [] }
    let read = [objects.endpointSlices[name], new].compactMap(\.self).filter { version in
      version.serviceName.flatMap { objects.services[$0] }?.selector.isEmpty ?? false
    }
    return read.flatMap { pods(namedBy: $0, in: objects) }
  }

  private func pods(namedBy slice: EndpointSlice, in objects: NamespaceObjects) -> [PreparedPod] {
    guard controlPlane.rules.services.endpointSlices == .read else { return [] }
    let isCrash = controlPlane.rules.services.endpointWithoutTarget == .crashes
    // An endpoint that names nothing crashes the control plane at every Pod of the namespace.
    if isCrash, slice.endpoints.contains(where: { $0.targetRef == nil }) { return Array(objects.pods.all) }
    return slice.endpoints.flatMap { $0.targetRef.map { objects.pods.pods(identifiedBy: $0.uid) } ?? [] }
  }

  /// All Pods of a Namespace, where the stages read another thing of it than before: its state, the mesh that it names, or whether
  /// webhooks are asked.
  private func pods(in name: String, affectedBy new: Namespace?) -> [PreparedPod] {
    guard let objects = namespaces[ExactString(name)] else { return [] }
    let old = objects.namespace
    let isReadAlike =
      NamespaceState(old) == NamespaceState(new)
      && old.map(controlPlane.dataplaneWebhooks) == new.map(controlPlane.dataplaneWebhooks)
      && controlPlane.meshOfOthers(in: old).name.hasSameBytes(as: controlPlane.meshOfOthers(in: new).name)
    return isReadAlike ? [] : Array(objects.pods.all)
  }

  /// The zone ingresses, which others may reach through an address of a Node, whichever it is. O(*n*) for *n* Pods of the control plane's
  /// namespace.
  private var podsReachedThroughNodes: [PreparedPod] {
    guard let objects = namespaces[ExactString(controlPlane.settings.systemNamespace)] else { return [] }
    return objects.pods.all.filter { controlPlane.proxyKind(of: $0.pod) == .zoneIngress }
  }

  /// The Pods on a Node, where the stages read another thing of it than before: whether it is there, and the labels that are
  /// copied.
  private func pods(on name: String, becoming new: Node?) -> [PreparedPod] {
    guard controlPlane.rules.tags.nodeLabels == .read else { return [] }
    let old = clusterScoped.nodes[ExactString(name)]
    if let old, let new, old.tags == controlPlane.nodeTags(of: new) { return [] }
    // By their indices, since what is in a namespace has as many counted references as it has collections.
    return namespaces.values.indices.flatMap { namespaces.values[$0].pods.pods(on: name) }
  }
}

extension Cluster {
  /// Whether an object is there just as it is, as far as it is read.
  func holds(_ object: ClusterObject) -> Bool {
    switch object {
    case .dataplane(let dataplane): existingDataplane(dataplane.objectName) == dataplane
    case .zoneIngress(let ingress):
      namespaces[ExactString(ingress.metadata.namespace)]?.zoneIngresses[ExactString(ingress.metadata.name)] == ingress
    case .zoneEgress(let egress):
      namespaces[ExactString(egress.metadata.namespace)]?.zoneEgresses[ExactString(egress.metadata.name)] == egress
    case .mesh(let mesh): clusterScoped.meshes[mesh.name] == mesh
    case .containerPatch(let patch): clusterScoped.containerPatches[patch.name] == patch
    case .resource(let resource): resourcesByReference[resource.reference] == resource
    case .kubernetes(let object): holds(object)
    }
  }

  private func holds(_ object: KubernetesObject) -> Bool {
    switch object {
    case .pod(let pod): return self.pod(ObjectName(of: pod.metadata)) == pod
    case .service(let service): return self.service(ObjectName(of: service.metadata)) == service
    case .namespace(let namespace): return self.namespace(namespace.metadata.name) == namespace
    case .node(let node): return self.node(node.metadata.name) == node
    case .endpointSlice(let slice):
      let name = ObjectName(of: slice.metadata)
      return namespaces[ExactString(name.namespace)]?.endpointSlices[name] == slice
    case .replicaSet(let replicaSet):
      let name = ObjectName(of: replicaSet.metadata)
      return namespaces[ExactString(name.namespace)]?.replicaSets[name] == replicaSet
    case .job(let job):
      let name = ObjectName(of: job.metadata)
      return namespaces[ExactString(name.namespace)]?.jobs[name] == job
    case .deployment, .replicationController, .statefulSet, .daemonSet, .cronJob, .rollout, .podTemplate, .customWorkload:
      return namespaces[ExactString(object.reference.namespace)]?.workloads[object.reference] == object
    // Every such Pod is one of its own.
    case .unnamedPod: return false
    case .unsupported(let object): return unsupportedObjects.contains(object)
    }
  }
}

extension PreparedPod {
  /// The namespace and name.
  var objectName: ObjectName { ObjectName(of: pod.metadata) }
}
