import KubernetesObjects

/// The objects of a namespace that make Pods, and the templates that they refer to; but for ReplicaSets and Jobs, which have indexes
/// of their own since they own Pods.
struct WorkloadIndex: Sendable {
  private var objects: [ObjectReference: KubernetesObject] = [:]
  /// What names the objects of a kind and name, in the order of their groups.
  private var references: [Name: [ObjectReference]] = [:]
  /// The Rollouts that take the template of another object, by that one.
  private var rollouts: [ObjectReference: Set<ObjectReference>] = [:]

  private struct Name: Hashable {
    @ByteExact private(set) var kind: String
    @ByteExact private(set) var name: String
  }

  /// All objects, in no order.
  var all: some Sequence<KubernetesObject> { objects.values }

  /// The object that a reference names. Setting nil removes it.
  subscript(reference: ObjectReference) -> KubernetesObject? {
    get { objects[reference] }
    set {
      let old = objects[reference]
      objects[reference] = newValue
      if let source = old?.templateSource { rollouts[source]?.remove(reference) }
      if let source = newValue?.templateSource { rollouts[source, default: []].insert(reference) }
      let name = Name(kind: reference.kind, name: reference.name)
      var found = references[name, default: []].filter { $0 != reference }
      if newValue != nil {
        found.append(reference)
        found.sort { $0.apiGroup.precedesInBytes($1.apiGroup) }
      }
      references[name] = found.isEmpty ? nil : found
    }
  }

  /// The object of a kind and name, of several groups the first by group; nil where there is none.
  func object(kind: String, name: String) -> KubernetesObject? {
    references[Name(kind: kind, name: name)]?.first.flatMap { objects[$0] }
  }

  /// The Rollouts that take the template of an object, in no order.
  func rollouts(takingTemplateOf source: ObjectReference) -> Set<ObjectReference> { rollouts[source] ?? [] }

  /// The names of the objects of a kind, in no order.
  func names(of kind: ClusterObject.Kind) -> [String] {
    objects.keys.filter { $0.knownKind == kind }.map(\.name)
  }
}

extension KubernetesObject {
  /// The object whose template the object takes, where it is a Rollout that has none of its own.
  fileprivate var templateSource: ObjectReference? {
    if case .rollout(let rollout) = self { rollout.templateSource } else { nil }
  }
}
