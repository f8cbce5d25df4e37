public import KubernetesObjects

/// Objects of one namespaced kind, found by their namespace and name in O(1).
public struct ObjectIndex<Object: KubernetesResource>: Sendable, Hashable {
  private var objects: [ObjectName: Object]

  /// The given objects; of two with the same name the last one holds.
  public init(_ objects: some Sequence<Object>) {
    self.objects = [:]
    for object in objects { self[ObjectName(of: object.metadata)] = object }
  }

  /// The names of all objects, in no order.
  var names: some Sequence<ObjectName> { objects.keys }

  /// Whether there are none.
  var isEmpty: Bool { objects.isEmpty }

  /// The object of a name. Setting nil removes it.
  public subscript(name: ObjectName) -> Object? {
    get { objects[name] }
    set { objects[name] = newValue }
  }
}

extension ObjectIndex: ExpressibleByArrayLiteral {
  /// An index of the objects of a literal.
  public init(arrayLiteral elements: Object...) {
    self.init(elements)
  }
}
