public import KubernetesObjects

/// The namespace and name of an object, compared and ordered as bytes.
public struct ObjectName: Sendable, Hashable {
  /// The namespace.
  public let namespace: String
  /// The name.
  public let name: String

  /// The given namespace and name.
  public init(namespace: String, name: String) {
    self.namespace = namespace
    self.name = name
  }

  /// The namespace and name of an object of a namespaced kind.
  public init(of metadata: ObjectMeta) {
    self.init(namespace: metadata.effectiveNamespace, name: metadata.name)
  }

  /// Whether both are equal, byte by byte.
  public static func == (left: ObjectName, right: ObjectName) -> Bool {
    left.name.hasSameBytes(as: right.name) && left.namespace.hasSameBytes(as: right.namespace)
  }

  /// Feeds the bytes that equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(namespace))
    hasher.combine(ExactString(name))
  }
}

extension ObjectName: Comparable {
  /// By namespace, then by name.
  public static func < (left: ObjectName, right: ObjectName) -> Bool {
    if left.namespace.hasSameBytes(as: right.namespace) { return left.name.precedesInBytes(right.name) }
    return left.namespace.precedesInBytes(right.namespace)
  }
}

extension ObjectName: CustomStringConvertible {
  /// `namespace/name`.
  public var description: String { "\(namespace)/\(name)" }
}
