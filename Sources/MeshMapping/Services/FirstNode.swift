import KubernetesObjects

/// The first Node of a cluster by name.
enum FirstNode: Sendable {
  /// There is none.
  case none
  /// It is this.
  case node(Node)
  /// The input has none, and so does not let one know it.
  case unknown
}
