import KubernetesObjects

/// The kind and name of an object, as a cause.
public struct ObjectReference: Sendable, Hashable {
  /// The kind, e.g. `Service`.
  public let kind: String
  /// The namespace; empty for kinds that have none.
  public let namespace: String
  /// The name.
  public let name: String
}

extension ObjectReference {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.name.hasSameBytes(as: right.name) && left.namespace.hasSameBytes(as: right.namespace)
      && left.kind.hasSameBytes(as: right.kind)
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
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

extension ClusterObject {
  /// The kind and name of the object.
  public var reference: ObjectReference {
    switch self {
    case .mesh(let mesh): ObjectReference(kind: "Mesh", namespace: "", name: mesh.name)
    case .dataplane(let dataplane):
      ObjectReference(kind: Dataplane.kind, namespace: dataplane.metadata.namespace, name: dataplane.metadata.name)
    case .kubernetes(.unsupported(let object)): ObjectReference(kind: object.type.kind, namespace: "", name: "")
    case .kubernetes(.namespace(let object)): Self.shared(object)
    case .kubernetes(.node(let object)): Self.shared(object)
    case .kubernetes(.pod(let object)): Self.namespaced(object)
    case .kubernetes(.service(let object)): Self.namespaced(object)
    case .kubernetes(.endpointSlice(let object)): Self.namespaced(object)
    case .kubernetes(.replicaSet(let object)): Self.namespaced(object)
    case .kubernetes(.job(let object)): Self.namespaced(object)
    }
  }

  private static func shared<Object: KubernetesResource>(_ object: Object) -> ObjectReference {
    ObjectReference(kind: Object.kind, namespace: "", name: object.metadata.name)
  }

  private static func namespaced<Object: KubernetesResource>(_ object: Object) -> ObjectReference {
    ObjectReference(kind: Object.kind, namespace: object.metadata.effectiveNamespace, name: object.metadata.name)
  }
}
