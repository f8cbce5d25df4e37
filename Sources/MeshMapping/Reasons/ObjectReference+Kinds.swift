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
  /// A document that nobody knows the objects of (KNOW-7): one that could not be read at all, e.g. of a file that was cut off, or from which
  /// a tool has yet to make objects.
  ///
  /// - Parameters:
  ///   - name: What names it to people, a file with a line say, or a chart; printed safely.
  ///   - state: Why nobody knows its objects.
  public init(document name: String, _ state: DocumentState = .unreadable) {
    self.init(apiGroup: state.rawValue, kind: "", namespace: "", name: name)
  }

  /// Whether a document is meant whose objects nobody knows, and not an object.
  public var isDocument: Bool { kind.isEmpty && !name.isEmpty }

  /// Why nobody knows the objects of a document.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum DocumentState: String, Sendable, Hashable, CaseIterable {
    /// It could not be read.
    case unreadable = ""
    /// It is a chart or a template that was not rendered.
    case unrendered
    /// It is a kustomization or a patch that was not applied.
    case unapplied
    /// It is not in the input, and settings may stand in it.
    case missing
    /// There are Pods in it, or a template of Pods, that were not looked at.
    case unexpanded
  }

  /// Why nobody knows the objects of the document; that of an object is that it could not be read.
  var documentState: DocumentState { isDocument ? DocumentState(rawValue: apiGroup) ?? .unreadable : .unreadable }
}

extension KubernetesResource {
  /// What names an object of the kind.
  fileprivate static func reference(to name: ObjectName) -> ObjectReference {
    ObjectReference(apiGroup: apiGroup, kind: kind, namespace: name.namespace, name: name.name)
  }
}
