public import KubernetesObjects

/// A field of an object: what whoever read the input resolves to a file, a line and a column.
public struct ObjectField: Sendable, Hashable {
  /// The object.
  public let object: ObjectReference
  /// The path to the field in the object; the object as a whole where it is empty.
  public let path: DocumentPath

  /// A field at the given path of an object.
  public init(_ object: ObjectReference, _ path: DocumentPath) {
    self.object = object
    self.path = path
  }
}

extension ObjectField: CustomStringConvertible {
  /// The field as people write it, e.g. `Service demo/web spec.ports[0].targetPort`, safe to print.
  public var description: String {
    path.steps.isEmpty ? object.description : "\(object) \(path)"
  }
}
