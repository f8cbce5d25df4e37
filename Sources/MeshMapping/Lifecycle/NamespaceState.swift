import KubernetesObjects

/// What the controller looks at of a Pod's Namespace, the same for all of its Pods.
enum NamespaceState: Sendable {
  /// It does not exist.
  case absent
  case present
  /// It is being deleted.
  case terminating

  /// The state of a Namespace; nil stands for one that does not exist.
  init(_ namespace: Namespace?) {
    guard let namespace else {
      self = .absent
      return
    }
    self = namespace.isTerminating ? .terminating : .present
  }
}
