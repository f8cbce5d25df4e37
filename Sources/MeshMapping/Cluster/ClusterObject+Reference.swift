import KubernetesObjects

extension ClusterObject {
  /// A kind of object that the mapping reads.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case pod = "Pod"
    case service = "Service"
    case namespace = "Namespace"
    case node = "Node"
    case endpointSlice = "EndpointSlice"
    case replicaSet = "ReplicaSet"
    case job = "Job"
    case mesh = "Mesh"
    case dataplane = "Dataplane"
    case containerPatch = "ContainerPatch"
  }

  /// The kind of the object; nil for one of a kind that the mapping does not read.
  public var kind: Kind? {
    switch self {
    case .mesh: .mesh
    case .dataplane: .dataplane
    case .containerPatch: .containerPatch
    case .kubernetes(.pod): .pod
    case .kubernetes(.service): .service
    case .kubernetes(.namespace): .namespace
    case .kubernetes(.node): .node
    case .kubernetes(.endpointSlice): .endpointSlice
    case .kubernetes(.replicaSet): .replicaSet
    case .kubernetes(.job): .job
    case .kubernetes(.unsupported): nil
    }
  }

  /// What names the object.
  public var reference: ObjectReference {
    switch self {
    case .mesh(let mesh): ObjectReference(.mesh, name: mesh.name)
    case .dataplane(let dataplane):
      ObjectReference(.dataplane, namespace: dataplane.metadata.namespace, name: dataplane.metadata.name)
    case .containerPatch(let patch):
      ObjectReference(.containerPatch, namespace: patch.name.namespace, name: patch.name.name)
    case .kubernetes(.unsupported(let object)):
      ObjectReference(apiGroup: object.type.apiGroup, kind: object.type.kind, namespace: "", name: "")
    case .kubernetes(.namespace(let object)): ObjectReference(.namespace, name: object.metadata.name)
    case .kubernetes(.node(let object)): ObjectReference(.node, name: object.metadata.name)
    case .kubernetes(.pod(let object)): ObjectReference(.pod, object.metadata)
    case .kubernetes(.service(let object)): ObjectReference(.service, object.metadata)
    case .kubernetes(.endpointSlice(let object)): ObjectReference(.endpointSlice, object.metadata)
    case .kubernetes(.replicaSet(let object)): ObjectReference(.replicaSet, object.metadata)
    case .kubernetes(.job(let object)): ObjectReference(.job, object.metadata)
    }
  }
}

extension ClusterObject.Kind {
  /// The group of the API that the kind belongs to; empty for the core of Kubernetes.
  public var apiGroup: String {
    switch self {
    case .pod, .service, .namespace, .node: ""
    case .endpointSlice: "discovery.k8s.io"
    case .replicaSet: "apps"
    case .job: "batch"
    case .mesh, .dataplane, .containerPatch: "kuma.io"
    }
  }
}

extension ObjectReference {
  /// A reference to an object of a kind that the mapping reads.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - namespace: The namespace; empty for kinds that have none.
  ///   - name: The name.
  public init(_ kind: ClusterObject.Kind, namespace: String = "", name: String) {
    self.init(apiGroup: kind.apiGroup, kind: kind.rawValue, namespace: namespace, name: name)
  }

  /// A reference to an object of a namespaced kind.
  fileprivate init(_ kind: ClusterObject.Kind, _ metadata: ObjectMeta) {
    self.init(kind, namespace: metadata.effectiveNamespace, name: metadata.name)
  }

  /// The kind, where it is one that the mapping reads.
  var knownKind: ClusterObject.Kind? {
    guard let known = ClusterObject.Kind(rawValue: kind), known.apiGroup.hasSameBytes(as: apiGroup) else { return nil }
    return known
  }

  /// The namespace and name.
  var objectName: ObjectName { ObjectName(namespace: namespace, name: name) }
}
