public import KubernetesObjects

extension ObjectReference {
  /// The Node of a name.
  static func node(_ name: String) -> ObjectReference { Node.reference(to: ObjectName(namespace: "", name: name)) }

  /// The ReplicaSet of a name.
  static func replicaSet(_ name: ObjectName) -> ObjectReference { ReplicaSet.reference(to: name) }

  /// The Job of a name.
  static func job(_ name: ObjectName) -> ObjectReference { Job.reference(to: name) }

  /// The Mesh of a name.
  static func mesh(_ name: String) -> ObjectReference {
    ObjectReference(apiGroup: "kuma.io", kind: "Mesh", namespace: "", name: name)
  }

  /// The Namespace of a name.
  static func namespace(_ name: String) -> ObjectReference { Namespace.reference(to: ObjectName(namespace: "", name: name)) }
}

extension ObjectReference {
  /// A document that could not be read at all, so that nobody knows which objects it holds (KNOW-7), e.g. of a file that was cut off.
  ///
  /// - Parameter name: What names it to people, a file with a line say; printed safely.
  public init(document name: String) {
    self.init(apiGroup: "", kind: "", namespace: "", name: name)
  }

  /// Whether a document is meant that could not be read, and not an object.
  public var isDocument: Bool { kind.isEmpty && !name.isEmpty }
}

extension KubernetesResource {
  /// What names an object of the kind.
  fileprivate static func reference(to name: ObjectName) -> ObjectReference {
    ObjectReference(apiGroup: apiGroup, kind: kind, namespace: name.namespace, name: name.name)
  }
}
