/// The namespace and name of an object, compared and ordered as bytes.
public struct ObjectName: Sendable, Hashable {
  // Names are compared first: many objects have a namespace in common.
  /// The name.
  @ByteExact public private(set) var name: String
  /// The namespace.
  @ByteExact public private(set) var namespace: String

  /// The given namespace and name.
  public init(namespace: String, name: String) {
    self.name = name
    self.namespace = namespace
  }

  /// The namespace and name of an object of a namespaced kind.
  public init(of metadata: ObjectMeta) {
    self.init(namespace: metadata.effectiveNamespace, name: metadata.name)
  }
}

extension ObjectName: Comparable {
  /// By namespace, then by name.
  public static func < (left: ObjectName, right: ObjectName) -> Bool {
    let order = left.namespace.byteOrder(to: right.namespace)
    return order == 0 ? left.name.precedesInBytes(right.name) : order < 0
  }
}

extension ObjectName: CustomStringConvertible {
  /// `namespace/name`.
  public var description: String { "\(namespace)/\(name)" }
}
