import KubernetesObjects

/// What is assumed of objects that the input lacks, to see what depends on them: a Pod is mapped under several assumptions, and
/// what differs is unknown.
struct Assumption: Sendable, Hashable {
  /// What Nodes that are not there are like.
  var nodes: AssumedNodes = .absent
  /// The name of the Deployment behind ReplicaSets that are not there; nil where those do not exist.
  var deployment: ExactString?
  /// The name of the CronJob behind Jobs that are not there; nil where those do not exist.
  var cronJob: ExactString?
  /// Which meshes there are.
  var meshes: AssumedMeshes = .asFound
  /// Which Pods are behind Services without a selector.
  var endpoints: AssumedEndpoints = .asFound

  /// The name that stands for the Node of a Pod that is not bound to one yet: no Node can have it.
  static let nodeName = "(assumed)"

  /// What Nodes that are not there are like.
  enum AssumedNodes: Sendable, Hashable {
    /// They do not exist.
    case absent
    /// They exist without any of the labels that are copied.
    case withoutLabels
    /// They exist with these labels.
    case labelled(StringMap)
  }

  /// The value that stands for any that a label may have.
  static let labelValue = "assumed"

  /// Which meshes there are.
  enum AssumedMeshes: Sendable, Hashable {
    /// Those that are there; where none is, any.
    case asFound
    /// Those that are there, and any others.
    case foundAndOthers
    /// Those that are there and the mesh `default`, as a default install makes it, and no other.
    case foundAndDefault
    /// Those that are there, and no other.
    case foundOnly
  }

  /// Which Pods are behind Services without a selector.
  enum AssumedEndpoints: Sendable, Hashable {
    /// Those that EndpointSlices name.
    case asFound
    /// All Pods of the namespace.
    case allPods
  }
}
