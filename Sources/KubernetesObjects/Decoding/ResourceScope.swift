/// Where the names of the objects of a kind are unique.
public enum ResourceScope: Sendable, Hashable {
  /// In a namespace.
  case namespaced
  /// In the cluster.
  case cluster
}
