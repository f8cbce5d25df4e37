import KubernetesObjects

/// A namespace as an input shows it that may lack objects: what is taken for granted about those, and what else might be.
///
/// Everything that an answer rests on is looked at under ``base`` and under each of the variations that concern the Pod; what differs
/// is unknown. A class for the reason that ``NamespaceMapper`` is one.
final class Variations: Sendable {
  /// The namespace as it is found.
  let asFound: AssumedNamespace
  /// Whether the Namespace is not there and nobody knows its labels.
  let isNamespaceUnknown: Bool
  /// The namespace under what is taken for granted: that most of what could be unknown shows.
  let base: AssumedNamespace
  /// What else might be.
  private let all: [Variation]
  private let completeness: Completeness
  private let nodesAreRead: Bool

  /// One thing that might be otherwise than the base has it.
  struct Variation: Sendable {
    /// The kind of object that is looked at otherwise.
    let kind: Completeness.Kind
    /// The namespace where it is otherwise.
    let namespace: AssumedNamespace
    /// The labels that the Namespace is assumed to have; nil where something else varies.
    var namespaceLabels: StringMap?
  }

  /// What might be in the namespace of a mapper.
  ///
  /// - Parameters:
  ///   - name: The name of the namespace.
  ///   - mapper: The namespace as it is found.
  ///   - completeness: What the input knows.
  init(of name: String, _ mapper: NamespaceMapper, knowing completeness: Completeness) {
    self.completeness = completeness
    let controlPlane = mapper.controlPlane
    nodesAreRead = controlPlane.rules.tags.nodeLabels == .read && !controlPlane.nodeLabels.isEmpty
    let isKnown = completeness.known.contains
    let namespaces =
      mapper.namespace == nil && !isKnown(.namespaces) ? AssumedNamespaces(of: name, mapper, completeness) : nil
    asFound = AssumedNamespace(asFound: mapper)
    isNamespaceUnknown = namespaces != nil
    var taken = Assumption()
    if !isKnown(.nodes) { taken.nodes = .withoutLabels }
    taken.ownerKinds = Set([.replicaSets, .jobs].filter { !isKnown($0) })
    if !taken.ownerKinds.isEmpty { taken.owner = "assumed" }
    let isAnythingTaken = namespaces != nil || taken != Assumption()
    base = isAnythingTaken ? AssumedNamespace(mapper, under: taken, namespaces?.taken) : asFound
    var all: [Variation] = []
    func vary(_ kind: Completeness.Kind, _ change: (inout Assumption) -> Void) {
      var assumption = taken
      change(&assumption)
      let namespace = AssumedNamespace(mapper, under: assumption, namespaces?.taken)
      all.append(Variation(kind: kind, namespace: namespace))
    }
    for other in namespaces?.others ?? [] {
      let namespace = AssumedNamespace(mapper, under: taken, other)
      all.append(Variation(kind: .namespaces, namespace: namespace, namespaceLabels: other.metadata.labels))
    }
    // A Pod that is not bound yet has an unknown Node, whatever Nodes are there.
    if nodesAreRead { vary(.nodes) { $0.nodes = .withLabels } }
    if !isKnown(.meshes) { vary(.meshes) { $0.meshes = .onlyDefault } }
    for kind in Completeness.Kind.inOrder(taken.ownerKinds) { vary(kind) { $0.owner = "otherwise" } }
    let isAnyWithoutSelector = !isKnown(.endpointSlices) && !mapper.objects.servicesWithoutSelector.isEmpty
    if isAnyWithoutSelector { vary(.endpointSlices) { $0.endpoints = .allPods } }
    self.all = all
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
      case .meshes: mesh.map { !$0.hasSameBytes(as: MeshChoice.defaultMesh.name) } ?? false
      case .replicaSets: isOwnerUnknown(of: pod, ReplicaSet.kind)
      case .jobs: isOwnerUnknown(of: pod, Job.kind)
      // A Pod that does not exist yet is named by no EndpointSlice.
      case .endpointSlices: !pod.metadata.uid.isEmpty
      case .containerPatches, .dataplanes, .pods: false
      }
    }
  }

  /// Whether the Node of a Pod is unknown: it has yet to be bound to one, or its Node is not in an input without Nodes. One that runs
  /// without a name of a Node has none.
  private func isNodeUnknown(of pod: Pod) -> Bool {
    let name = pod.spec.nodeName
    if name.isEmpty { return pod.status.podIP.isEmpty && ["", "Pending"].contains(pod.status.phase) }
    return !completeness.known.contains(.nodes)
  }

  /// Whether a Pod has an owner of a kind that the input may lack.
  private func isOwnerUnknown(of pod: Pod, _ kind: String) -> Bool {
    pod.metadata.ownerReferences.contains { $0.kind.hasSameBytes(as: kind) }
  }
}
