public import KubernetesObjects

extension ClusterObject {
  /// A kind of object that the mapping reads.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A Pod.
    case pod = "Pod"
    /// A Service.
    case service = "Service"
    /// A Namespace.
    case namespace = "Namespace"
    /// A Node.
    case node = "Node"
    /// An EndpointSlice.
    case endpointSlice = "EndpointSlice"
    /// A ReplicaSet.
    case replicaSet = "ReplicaSet"
    /// A Job.
    case job = "Job"
    /// A Deployment.
    case deployment = "Deployment"
    /// A ReplicationController.
    case replicationController = "ReplicationController"
    /// A StatefulSet.
    case statefulSet = "StatefulSet"
    /// A DaemonSet.
    case daemonSet = "DaemonSet"
    /// A CronJob.
    case cronJob = "CronJob"
    /// A Rollout of Argo.
    case rollout = "Rollout"
    /// A PodTemplate.
    case podTemplate = "PodTemplate"
    /// A Mesh.
    case mesh = "Mesh"
    /// A Dataplane.
    case dataplane = "Dataplane"
    /// A ZoneIngress.
    case zoneIngress = "ZoneIngress"
    /// A ZoneEgress.
    case zoneEgress = "ZoneEgress"
    /// A ContainerPatch.
    case containerPatch = "ContainerPatch"
  }

  /// The kind of the object; nil for one of a kind that the mapping does not read, or that makes Pods in a way only its operator knows.
  public var kind: Kind? {
    switch self {
    case .mesh: .mesh
    case .dataplane: .dataplane
    case .zoneIngress: .zoneIngress
    case .zoneEgress: .zoneEgress
    case .containerPatch: .containerPatch
    case .kubernetes(.pod), .kubernetes(.unnamedPod): .pod
    case .kubernetes(.service): .service
    case .kubernetes(.namespace): .namespace
    case .kubernetes(.node): .node
    case .kubernetes(.endpointSlice): .endpointSlice
    case .kubernetes(.replicaSet): .replicaSet
    case .kubernetes(.job): .job
    case .kubernetes(.deployment): .deployment
    case .kubernetes(.replicationController): .replicationController
    case .kubernetes(.statefulSet): .statefulSet
    case .kubernetes(.daemonSet): .daemonSet
    case .kubernetes(.cronJob): .cronJob
    case .kubernetes(.rollout): .rollout
    case .kubernetes(.podTemplate): .podTemplate
    case .resource, .kubernetes(.customWorkload), .kubernetes(.unsupported): nil
    }
  }

  /// What names the object. One of a kind that nothing reads may have no name.
  public var reference: ObjectReference {
    switch self {
    case .mesh(let mesh): ObjectReference(.mesh, name: mesh.name)
    case .dataplane(let dataplane):
      ObjectReference(.dataplane, namespace: dataplane.metadata.namespace, name: dataplane.metadata.name)
    case .zoneIngress(let ingress):
      ObjectReference(.zoneIngress, namespace: ingress.metadata.namespace, name: ingress.metadata.name)
    case .zoneEgress(let egress):
      ObjectReference(.zoneEgress, namespace: egress.metadata.namespace, name: egress.metadata.name)
    case .containerPatch(let patch):
      ObjectReference(.containerPatch, namespace: patch.name.namespace, name: patch.name.name)
    case .resource(let resource): resource.reference
    case .kubernetes(let object): object.reference
    }
  }
}

extension ClusterObject.Kind {
  /// Whether a type is of one of these kinds, in whatever version of its API.
  static func isNamed(by type: ObjectType) -> Bool {
    guard let kind = ClusterObject.Kind(rawValue: type.kind) else { return false }
    return kind.apiGroup.hasSameBytes(as: type.apiGroup)
  }
}

extension ClusterObject.Kind {
  /// The group of the API that the kind belongs to; empty for the core of Kubernetes.
  public var apiGroup: String {
    switch self {
    case .pod: Pod.apiGroup
    case .service: Service.apiGroup
    case .namespace: Namespace.apiGroup
    case .node: Node.apiGroup
    case .endpointSlice: EndpointSlice.apiGroup
    case .replicaSet: ReplicaSet.apiGroup
    case .job: Job.apiGroup
    case .deployment: Deployment.apiGroup
    case .replicationController: ReplicationController.apiGroup
    case .statefulSet: StatefulSet.apiGroup
    case .daemonSet: DaemonSet.apiGroup
    case .cronJob: CronJob.apiGroup
    case .rollout: Rollout.apiGroup
    case .podTemplate: PodTemplate.apiGroup
    case .mesh, .dataplane, .zoneIngress, .zoneEgress, .containerPatch: "kuma.io"
    }
  }

  /// Where the names of objects of the kind are unique.
  public var scope: ResourceScope {
    switch self {
    case .pod: Pod.scope
    case .service: Service.scope
    case .namespace: Namespace.scope
    case .node: Node.scope
    case .endpointSlice: EndpointSlice.scope
    case .replicaSet: ReplicaSet.scope
    case .job: Job.scope
    case .mesh: .cluster
    case .deployment, .replicationController, .statefulSet, .daemonSet, .cronJob, .rollout, .podTemplate: .namespaced
    case .dataplane, .zoneIngress, .zoneEgress, .containerPatch: .namespaced
    }
  }
}

extension ObjectReference {
  /// A reference to an object of a kind that the mapping reads.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - namespace: The namespace; empty for kinds that have none, and for the namespace `default`, as where none is written.
  ///   - name: The name.
  public init(_ kind: ClusterObject.Kind, namespace: String = "", name: String) {
    let namespace = kind.scope == .namespaced && namespace.isEmpty ? "default" : namespace
    self.init(apiGroup: kind.apiGroup, kind: kind.rawValue, namespace: namespace, name: name)
  }

  /// The kind, where it is one that the mapping reads.
  var knownKind: ClusterObject.Kind? {
    guard let known = ClusterObject.Kind(rawValue: kind) else { return nil }
    return known.apiGroup.hasSameBytes(as: apiGroup) || known.isOfOldGroup(apiGroup) ? known : nil
  }
}

extension ClusterObject.Kind {
  /// Whether the kind was of a group once.
  fileprivate func isOfOldGroup(_ apiGroup: String) -> Bool {
    switch self {
    case .deployment, .replicaSet, .daemonSet: apiGroup == "extensions"
    default: false
    }
  }
}
