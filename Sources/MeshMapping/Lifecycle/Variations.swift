import KubernetesObjects

/// A namespace as an input shows it that may lack objects: what is taken for granted about those, and what else might be.
///
/// Everything that an answer rests on is looked at under ``base`` and under each of the variations that concern the Pod; what differs
/// is unknown. A class for the reason that ``NamespaceMapper`` is one.
final class Variations: Sendable {
  /// Whether the Namespace is not there and nobody knows its labels.
  let isNamespaceUnknown: Bool
  /// Whether the Namespace is there and could not be read.
  let isNamespaceUnreadable: Bool
  /// The namespace under what is taken for granted: that most of what could be unknown shows.
  let base: AssumedNamespace
  /// What else might be.
  private let all: [Variation]
  /// What else might be that comes to the same under one release and not under every.
  private let otherwiseWritten: [Variation]
  private let completeness: Completeness
  private let nodesAreRead: Bool
  /// Whether a Service of the namespace could not be read.
  let lacksServices: Bool

  /// One thing that might be otherwise than the base has it.
  struct Variation: Sendable {
    /// The kind of object that is looked at otherwise.
    let kind: Completeness.Kind
    /// The namespace where it is otherwise.
    let namespace: AssumedNamespace
    /// The labels that the Namespace is assumed to have; nil where something else varies.
    var namespaceLabels: StringMap?
    /// The annotations that it is assumed to have.
    var namespaceAnnotations: StringMap = [:]
    /// The labels that the Node is assumed to have, since constraints of a Mesh name them; nil where something else varies.
    var nodeLabels: StringMap?
  }

  /// What might be in the namespace of a mapper.
  ///
  /// - Parameters:
  ///   - name: The name of the namespace.
  ///   - mapper: The namespace as it is found.
  ///   - completeness: What the input knows.
  init(of name: String, _ mapper: NamespaceMapper, knowing completeness: Completeness) {
    self.completeness = completeness
    lacksServices = completeness.lacks(Service.kind, in: name)
    let controlPlane = mapper.controlPlane
    nodesAreRead = controlPlane.rules.tags.nodeLabels == .read && !controlPlane.nodeLabels.isEmpty
    let isKnown = completeness.known.contains
    // What could not be read may be of any kind: whether it concerns a Pod is looked at Pod by Pod.
    let isAnyUnreadable = !completeness.unreadable.isEmpty
    let mayLackNamespace = mapper.namespace == nil && completeness.mayHold(.namespaces, .namespace(name))
    let namespaces = mayLackNamespace ? AssumedNamespaces(of: name, mapper, completeness) : nil
    isNamespaceUnknown = namespaces != nil
    isNamespaceUnreadable = mayLackNamespace && isAnyUnreadable && completeness.unreadable.contains(.namespace(name))
    var taken = Assumption()
    let mayLackMeshes = completeness.mayLackMeshes
    if mayLackMeshes { taken.meshes = .foundAndOthers }
    if !isKnown(.nodes) || isAnyUnreadable { taken.nodes = .withoutLabels }
    if !isKnown(.replicaSets) || isAnyUnreadable { taken.deployment = "assumed" }
    if !isKnown(.jobs) || isAnyUnreadable { taken.cronJob = "assumed" }
    func assumed(_ assumption: Assumption, _ namespace: Namespace?) -> AssumedNamespace {
      AssumedNamespace(mapper, under: assumption, knowing: completeness, namespace)
    }
    let isAnythingTaken = namespaces != nil || taken != Assumption()
    base = isAnythingTaken ? assumed(taken, namespaces?.taken) : AssumedNamespace(asFound: mapper)
    var all: [Variation] = []
    func vary(_ kind: Completeness.Kind, _ change: (inout Assumption) -> Void) {
      var assumption = taken
      change(&assumption)
      all.append(Variation(kind: kind, namespace: assumed(assumption, namespaces?.taken)))
    }
    func varied(_ namespace: Namespace) -> Variation {
      let metadata = namespace.metadata
      return Variation(
        kind: .namespaces, namespace: assumed(taken, namespace), namespaceLabels: metadata.labels,
        namespaceAnnotations: metadata.annotations)
    }
    all += (namespaces?.others ?? []).map(varied)
    otherwiseWritten = (namespaces?.otherwiseWritten ?? []).map(varied)
    // A Pod that is not bound yet has an unknown Node, whatever Nodes are there.
    let nodeKeys =
      (nodesAreRead ? controlPlane.nodeLabels : [])
      + (controlPlane.areTopologyLabelsCopied ? WorkloadPods.topologyKeys : [])
    if !nodeKeys.isEmpty {
      vary(.nodes) { $0.nodes = .labelled(.everyLabel(of: nodeKeys)) }
      for labels in controlPlane.tagsInConstraints(of: mapper.objects.meshes, among: nodeKeys) {
        vary(.nodes) { $0.nodes = .labelled(labels) }
        all[all.endIndex - 1].nodeLabels = labels
      }
    }
    // What a mesh is like that could not be read nobody knows, be it the one that a default install makes.
    let isDefaultUnreadable = completeness.lacks("Mesh", named: MeshChoice.defaultMesh.name)
    if mayLackMeshes { vary(.meshes) { $0.meshes = isDefaultUnreadable ? .foundOnly : .foundAndDefault } }
    if taken.deployment != nil { vary(.replicaSets) { $0.deployment = "otherwise" } }
    if taken.cronJob != nil { vary(.jobs) { $0.cronJob = "otherwise" } }
    let mayLackSlices = !isKnown(.endpointSlices) || completeness.lacks(EndpointSlice.kind, in: name)
    if mayLackSlices, !mapper.objects.servicesWithoutSelector.isEmpty { vary(.endpointSlices) { $0.endpoints = .allPods } }
    self.all = all
  }

  /// What might be as the controller sees it, for which only what could not be read is unknown; nil where everything could be read.
  ///
  /// - Parameters:
  ///   - name: The name of the namespace.
  ///   - mapper: The namespace as it is found.
  ///   - unreadable: What could not be read of the cluster.
  static func seenByController(
    in name: String,
    _ mapper: NamespaceMapper,
    without unreadable: Set<ObjectReference>
  ) -> Variations? {
    guard !unreadable.isEmpty else { return nil }
    return Variations(of: name, mapper, knowing: Completeness(known: Completeness.complete.known, unreadable: unreadable))
  }

  /// What might be otherwise and concern a Pod.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - mesh: The name of its mesh under the base; nil where it has none.
  func concerning(_ pod: Pod, in mesh: String?) -> [Variation] {
    all.filter { variation in
      switch variation.kind {
      case .namespaces: true
      case .nodes: isNodeUnknown(of: pod)
      case .meshes: mesh.map { !variation.namespace.mapper.objects.meshes.contains($0) } ?? false
      case .replicaSets: mayLackOwner(of: pod, ReplicaSet.kind) { completeness.mayHold(.replicaSets, .replicaSet($0)) }
      case .jobs: mayLackOwner(of: pod, Job.kind) { completeness.mayHold(.jobs, .job($0)) }
      // A Pod that does not exist yet is named by no EndpointSlice.
      case .endpointSlices: !pod.metadata.uid.isEmpty
      case .containerPatches, .services, .dataplanes, .policies, .pods, .templates, .controlPlane: false
      }
    }
  }

  /// What might be otherwise and concern a Pod where releases are compared, that which comes to the same under one of them included.
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - mesh: The name of its mesh under the base; nil where it has none.
  func concerningComparison(_ pod: Pod, in mesh: String?) -> [Variation] {
    concerning(pod, in: mesh) + otherwiseWritten
  }

  /// Whether the Node of a Pod is unknown: it has yet to be bound to one, or its Node is not in an input without Nodes. One that runs
  /// without a name of a Node has none.
  private func isNodeUnknown(of pod: Pod) -> Bool {
    let name = pod.spec.nodeName
    if name.isEmpty { return pod.status.podIP.isEmpty && ["", "Pending"].contains(pod.status.phase) }
    return completeness.mayHold(.nodes, .node(name))
  }

  /// Whether a Pod has an owner of a kind that may be there though it is not found. One that is found makes no difference.
  private func mayLackOwner(of pod: Pod, _ kind: String, _ mayBeThere: (ObjectName) -> Bool) -> Bool {
    pod.metadata.ownerReferences.contains { owner in
      owner.kind.hasSameBytes(as: kind)
        && mayBeThere(ObjectName(namespace: pod.metadata.effectiveNamespace, name: owner.name))
    }
  }
}

extension StringMap {
  /// Labels of some keys, whatever their values are.
  fileprivate static func everyLabel(of keys: [String]) -> StringMap {
    StringMap(keys.map { Entry(key: $0, value: Assumption.labelValue) })
  }
}
