/// What names an object of a cluster: its kind, namespace and name. The version of its API is no part of it.
public struct ObjectReference: Sendable, Hashable {
  // What tells most objects apart is compared first.
  /// The name.
  @ByteExact public private(set) var name: String
  /// The namespace; empty for kinds that have none, and where none is written for an object of a kind that nothing here reads.
  @ByteExact public private(set) var namespace: String
  /// The kind, e.g. `Service`.
  @ByteExact public private(set) var kind: String
  /// The group of the API that the kind belongs to, e.g. `apps`; empty for the core of Kubernetes.
  @ByteExact public private(set) var apiGroup: String

  /// A reference to the object of the given kind and name.
  ///
  /// - Parameters:
  ///   - apiGroup: The group of the API that the kind belongs to; empty for the core of Kubernetes.
  ///   - kind: The kind.
  ///   - namespace: The namespace; empty for kinds that have none.
  ///   - name: The name.
  public init(apiGroup: String, kind: String, namespace: String, name: String) {
    self.name = name
    self.namespace = namespace
    self.kind = kind
    self.apiGroup = apiGroup
  }

  /// The namespace and name.
  public var objectName: ObjectName { ObjectName(namespace: namespace, name: name) }
}

extension ObjectReference: CustomStringConvertible {
  /// The reference as people write it, e.g. `Service demo/web`, safe to print.
  public var description: String {
    let fullName = namespace.isEmpty ? name.printedSafely : "\(namespace.printedSafely)/\(name.printedSafely)"
    return "\(kind.printedSafely) \(fullName)"
  }
}
