import KubernetesObjects

extension MappingFailure {
  /// A failure that stands for two which differ in some values: those are patterns, such as `web-*`. Nil where they are not of one kind.
  ///
  /// Of what only running Pods have, and of what is assumed of objects that are not there, an owner's name, labels and tags are made: no
  /// other failure has any of it.
  func blended(with other: MappingFailure) -> MappingFailure? {
    if self == other { return self }
    switch (self, other) {
    case (.ownerNotFound(let kind, let name), .ownerNotFound(let otherKind, let counterpart)) where kind == otherKind:
      let namespace = name.namespace.blended(with: counterpart.namespace)
      return .ownerNotFound(
        kind: kind, name: ObjectName(namespace: namespace, name: name.name.blended(with: counterpart.name)))
    case (.dataplaneRefused(let refusal), .dataplaneRefused(let counterpart)):
      return refusal.blended(with: counterpart).map { .dataplaneRefused($0) }
    default: return nil
    }
  }
}
