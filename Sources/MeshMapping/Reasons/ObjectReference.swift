import KubernetesObjects

/// What names an object of a cluster: its kind, namespace and name.
public struct ObjectReference: Sendable, Hashable {
  /// The group of the API that the kind belongs to, e.g. `kuma.io`; empty for the core of Kubernetes.
  public let apiGroup: String
  /// The kind, e.g. `Service`.
  public let kind: String
  /// The namespace; empty for kinds that have none.
  public let namespace: String
  /// The name.
  public let name: String

  /// A reference to the object of the given kind and name.
  ///
  /// - Parameters:
  ///   - apiGroup: The group of the API that the kind belongs to; empty for the core of Kubernetes.
  ///   - kind: The kind.
  ///   - namespace: The namespace; empty for kinds that have none.
  ///   - name: The name.
  public init(apiGroup: String, kind: String, namespace: String, name: String) {
    self.apiGroup = apiGroup
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }
}

extension ObjectReference {
  /// Whether both are equal, byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.name.hasSameBytes(as: right.name) && left.namespace.hasSameBytes(as: right.namespace)
      && left.kind.hasSameBytes(as: right.kind) && left.apiGroup.hasSameBytes(as: right.apiGroup)
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(apiGroup))
    hasher.combine(ExactString(kind))
    hasher.combine(ExactString(namespace))
    hasher.combine(ExactString(name))
  }
}

extension ObjectReference: CustomStringConvertible {
  /// The reference as people write it, e.g. `Service demo/web`.
  public var description: String {
    namespace.isEmpty ? "\(kind) \(name.printedSafely)" : "\(kind) \(namespace.printedSafely)/\(name.printedSafely)"
  }
}
