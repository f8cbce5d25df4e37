import KubernetesObjects

/// An object that cannot be read, and where it stands.
struct UnreadObject: Sendable {
  let failure: ObjectFailure
  let place: InputPlace
}

extension ObjectReference {
  /// The object in the namespace that it is in where none is written down: the default one, for kinds that have one.
  var inDefaultNamespace: ObjectReference {
    guard namespace.isEmpty, !["Namespace", "Node", "Mesh"].contains(kind) else { return self }
    return ObjectReference(apiGroup: apiGroup, kind: kind, namespace: "default", name: name)
  }
}
