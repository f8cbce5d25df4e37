public import KubernetesObjects

/// Which kinds of objects an input is taken to hold completely, so that what is not there does not exist.
///
/// Where a kind is not known, what depends on its objects is unknown: neither invented nor taken for absent. A cluster that says
/// nothing else knows the kinds of which it holds an object, but for Namespaces: no Pod exists without one, so one that is not
/// there is somewhere else.
public struct Completeness: Sendable, Hashable {
  /// The kinds of which every object is there.
  public var known: Set<Kind>
  /// The labels that Namespaces which are not there are assumed to have; nil if they are unknown.
  public var namespaceLabels: StringMap?
  /// Objects that are there and could not be read: what they are like is unknown, whatever kinds are complete, and to the controller too.
  /// One without a name stands for those that a list left out which was cut off: its kind is not complete; one without a
  /// kind either for those of any kind. One of no kind with a name is a document whose objects nobody knows
  /// (`ObjectReference.init(document:_:)`): answers about other objects stand beside it, and no verdict is green.
  /// Where one of a kind with namespaces has none written, it is in `default`.
  public var unreadable: Set<ObjectReference> {
    didSet {
      unreadable = Set(unreadable.map(\.inDefaultNamespace))
      known.subtract(Self.cut(unreadable))
    }
  }

  /// An input that holds the given kinds completely.
  ///
  /// - Parameters:
  ///   - known: The kinds of which every object is there.
  ///   - namespaceLabels: The labels that Namespaces which are not there are assumed to have; nil if they are unknown.
  ///   - unreadable: Objects that are there and could not be read.
  public init(known: Set<Kind>, namespaceLabels: StringMap? = nil, unreadable: Set<ObjectReference> = []) {
    self.known = known.subtracting(Self.cut(unreadable))
    self.namespaceLabels = namespaceLabels
    self.unreadable = Set(unreadable.map(\.inDefaultNamespace))
  }

  /// An input that holds every kind completely, as a control plane sees its cluster.
  public static let complete = Completeness(known: Set(Kind.allCases))

  /// A kind of object, or several that are used together, that an input may lack.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Namespaces, without which it is unknown which Pods are injected.
    case namespaces
    /// Nodes, whose labels become tags.
    case nodes
    /// Meshes, without which only `default` is known to exist.
    case meshes
    /// ReplicaSets, which lead to the Deployment that a Pod without a Service is named after.
    case replicaSets
    /// Jobs, which lead to the CronJob that a Pod without a Service is named after.
    case jobs
    /// ContainerPatches, without which an injection that names one may be refused.
    case containerPatches
    /// Services, of which none is missed but those that could not be read: a Pod without one is nothing special.
    case services
    /// EndpointSlices, which lead from a Service without a selector to its Pods.
    case endpointSlices
    /// Dataplanes that exist.
    case dataplanes
    /// Policies, and whatever else stands around Pods that the mapping does not need: routes, gateways, zone proxies, quotas. None is missed but
    /// those that could not be read or that a list left out: a policy that is not there selects nothing.
    case policies
    /// Running Pods: they have what no template says, such as their names.
    case pods
    /// What is referred to for the template of Pods.
    case templates
    /// What the control plane works out of the whole zone, which no input holds.
    case controlPlane
  }
}

extension Completeness.Kind {
  /// The kind that an object is of; nil where nothing depends on it that an input may lack.
  public init?(of object: ObjectReference) {
    switch (object.apiGroup, object.kind) {
    case (Namespace.apiGroup, Namespace.kind): self = .namespaces
    case (Node.apiGroup, Node.kind): self = .nodes
    case (_, ReplicaSet.kind): self = .replicaSets
    case (Job.apiGroup, Job.kind): self = .jobs
    case (Service.apiGroup, Service.kind): self = .services
    case (EndpointSlice.apiGroup, EndpointSlice.kind): self = .endpointSlices
    case (Pod.apiGroup, Pod.kind): self = .pods
    case ("kuma.io", "Mesh"): self = .meshes
    case ("kuma.io", "Dataplane"): self = .dataplanes
    case ("kuma.io", "ContainerPatch"): self = .containerPatches
    case ("kuma.io", let kind) where !kind.hasSuffix("Insight"): self = .policies
    case ("gateway.networking.k8s.io", _), ("", "ResourceQuota"), ("", "LimitRange"): self = .policies
    default: return nil
    }
  }

  /// Whether an object that could not be read may be of the kind.
  package func mayBe(of object: ObjectReference) -> Bool { object.kind.isEmpty || Completeness.Kind(of: object) == self }

  /// Some kinds, each once, in the order in which they are declared.
  static func inOrder(_ kinds: some Sequence<Completeness.Kind>) -> [Completeness.Kind] {
    let wanted = Set(kinds)
    return allCases.filter(wanted.contains)
  }
}

extension Completeness {
  /// Whether an object of a kind could not be read.
  ///
  /// - Parameters:
  ///   - kind: The kind as Kubernetes names it.
  ///   - namespace: The namespace that it is in; nil for any.
  ///   - name: Its name; nil for any.
  func lacks(_ kind: String, in namespace: String? = nil, named name: String? = nil) -> Bool {
    unreadable.contains { object in
      guard object.kind.isEmpty ? !object.isDocument : object.kind.hasSameBytes(as: kind) else { return false }
      if object.name.isEmpty { return true }
      return namespace?.hasSameBytes(as: object.namespace) ?? true && name?.hasSameBytes(as: object.name) ?? true
    }
  }

  /// The kinds of which a list was cut off.
  private static func cut(_ unreadable: Set<ObjectReference>) -> Set<Kind> {
    let lists = unreadable.lazy.filter(\.name.isEmpty)
    return lists.contains(where: \.kind.isEmpty) ? Set(Kind.allCases) : Set(lists.compactMap(Kind.init(of:)))
  }

  /// Whether there may be policies that select by tags, labels or names and that nobody has seen: they could not be read, or a list left
  /// them out.
  var lacksPolicies: Bool {
    unreadable.contains { object in
      object.kind.isEmpty && !object.isDocument
        || object.apiGroup.hasSameBytes(as: "kuma.io") && Kind(of: object) == .policies && !object.kind.hasPrefix("Zone")
    }
  }

  /// Whether a Mesh may be there that is not found.
  var mayLackMeshes: Bool { !known.contains(.meshes) || lacks("Mesh") }

  /// Whether an object that is not found may be there nonetheless.
  ///
  /// - Parameters:
  ///   - kind: The kind of which it is.
  ///   - reference: What names it; made only where it matters.
  func mayHold(_ kind: Kind, _ reference: @autoclosure () -> ObjectReference) -> Bool {
    !known.contains(kind) || !unreadable.isEmpty && unreadable.contains(reference())
  }
}

extension Completeness {
  /// Whether what is not there does not exist, whatever it is. If only the objects show which kinds are complete, one that is missing
  /// may as well have been left out.
  var isTotal: Bool {
    // What selects Pods is not what they are made of.
    Kind.allCases.allSatisfy { $0 == .policies || known.contains($0) }
  }
}

extension MappingFailure {
  /// The kind of the object that is missing, where that is why.
  var missingKind: Completeness.Kind? { missingObject.flatMap(Completeness.Kind.init(of:)) }

  /// The object that is missing, where that is why.
  var missingObject: ObjectReference? {
    switch self {
    case .namespaceNotFound(let name): .namespace(name.string)
    case .meshNotFound(let name): .mesh(name.string)
    case .nodeNotFound(let name): .node(name.string)
    case .ownerNotFound(let kind, let name):
      kind == ExactString(Job.kind) ? .job(name) : .replicaSet(name)
    default: nil
    }
  }
}
