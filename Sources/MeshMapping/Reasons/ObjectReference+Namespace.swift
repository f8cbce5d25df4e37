public import KubernetesObjects

extension ObjectReference {
  /// The same with the namespace `default` if none is written down, for kinds that have namespaces. What has no name stands for the objects
  /// that a list left out, and stays as it is.
  public var inDefaultNamespace: ObjectReference {
    guard namespace.isEmpty, !name.isEmpty, ![Namespace.kind, Node.kind, "Mesh"].contains(kind) else { return self }
    return ObjectReference(apiGroup: apiGroup, kind: kind, namespace: "default", name: name)
  }
}
