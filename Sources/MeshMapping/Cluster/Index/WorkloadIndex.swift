import KubernetesObjects

/// The objects of a namespace that make Pods, and the templates that they refer to; but for ReplicaSets and Jobs, which have indexes
/// of their own since they own Pods.
struct WorkloadIndex: Sendable {
  private var objects: [ObjectReference: KubernetesObject] = [:]

  /// All objects, in no order.
  var all: some Sequence<KubernetesObject> { objects.values }

  /// The object that a reference names. Setting nil removes it.
  subscript(reference: ObjectReference) -> KubernetesObject? {
    get { objects[reference] }
    set { objects[reference] = newValue }
  }

  /// Whether an object of a kind and name is there, of whatever group.
  func contains(kind: String, name: String) -> Bool {
    objects.keys.contains { $0.name.hasSameBytes(as: name) && $0.kind.hasSameBytes(as: kind) }
  }

  /// The object of a kind and name, of several groups the first by group; nil where there is none. O(*n*).
  func object(kind: String, name: String) -> KubernetesObject? {
    let found = objects.keys.filter { $0.name.hasSameBytes(as: name) && $0.kind.hasSameBytes(as: kind) }
    return found.min { $0.apiGroup.precedesInBytes($1.apiGroup) }.flatMap { objects[$0] }
  }

  /// The names of the objects of a kind, in no order.
  func names(of kind: ClusterObject.Kind) -> [String] {
    objects.keys.filter { $0.knownKind == kind }.map(\.name)
  }
}
