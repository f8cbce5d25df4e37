extension KubernetesResource {
  /// What names the object among those of all kinds.
  public var reference: ObjectReference {
    let namespace = Self.scope == .namespaced ? metadata.effectiveNamespace : ""
    return ObjectReference(apiGroup: Self.apiGroup, kind: Self.kind, namespace: namespace, name: metadata.name)
  }

  /// What names the object among those of all kinds.
  public var id: ObjectReference { reference }
}

extension KubernetesObject {
  /// What names the object. One of a kind that nothing here reads may have no name.
  public var reference: ObjectReference {
    switch self {
    case .pod(let pod): pod.reference
    case .service(let service): service.reference
    case .namespace(let namespace): namespace.reference
    case .node(let node): node.reference
    case .endpointSlice(let slice): slice.reference
    case .replicaSet(let replicaSet): replicaSet.reference
    case .job(let job): job.reference
    case .deployment(let deployment): deployment.reference
    case .replicationController(let controller): controller.reference
    case .statefulSet(let statefulSet): statefulSet.reference
    case .daemonSet(let daemonSet): daemonSet.reference
    case .cronJob(let cronJob): cronJob.reference
    case .rollout(let rollout): rollout.reference
    case .podTemplate(let template): template.reference
    case .customWorkload(let workload): workload.reference
    case .unnamedPod(let pod): pod.reference
    case .unsupported(let object): object.reference
    }
  }
}
