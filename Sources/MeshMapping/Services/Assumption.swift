import KubernetesObjects

/// What is assumed of objects that the input lacks, to see what depends on them: a Pod is mapped under several assumptions, and
/// what differs is unknown.
struct Assumption: Sendable, Hashable {
  /// What Nodes that are not there are like.
  var nodes: AssumedNodes = .absent
  /// The name of what is behind ReplicaSets and Jobs that are not there; nil where nothing is assumed of them.
  var owner: ExactString?
  /// The kinds of owners of which that is assumed.
  var ownerKinds: Set<Completeness.Kind> = []
  /// Which meshes there are.
  var meshes: AssumedMeshes = .asFound
  /// Which Pods are behind Services without a selector.
  var endpoints: AssumedEndpoints = .asFound

  /// What Nodes that are not there are like.
  enum AssumedNodes: Sendable, Hashable {
    /// They do not exist.
    case absent
    /// They exist without any of the labels that are copied.
    case withoutLabels
    /// They exist with all of the labels that are copied.
    case withLabels
  }

  /// Which meshes there are.
  enum AssumedMeshes: Sendable, Hashable {
    /// Those that are there; where none is, any.
    case asFound
    /// The mesh `default`, as a default install makes it, and no other.
    case onlyDefault
  }

  /// Which Pods are behind Services without a selector.
  enum AssumedEndpoints: Sendable, Hashable {
    /// Those that EndpointSlices name.
    case asFound
    /// All Pods of the namespace.
    case allPods
  }
}
