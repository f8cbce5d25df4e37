/// Why an object could not be decoded: which object, which field, and what is wrong with it.
public struct ObjectFailure: Error, Sendable, Hashable {
  /// The object as far as it names itself, e.g. `Service demo/web`, with its place in a list, e.g. `items[3]`.
  @ByteExact public var object: String
  /// The path to the field, e.g. `spec.ports[0].port`; empty where the object as a whole is wrong.
  @ByteExact public var path: String
  /// What is wrong with the field, and so what to write instead.
  @ByteExact public var problem: String

  /// A failure with the given values.
  public init(object: String, path: String, problem: String) {
    self.object = object
    self.path = path
    self.problem = problem
  }
}

extension ObjectFailure: CustomStringConvertible {
  /// The object, the field and what is wrong with it, in one line.
  public var description: String {
    path.isEmpty ? "\(object) \(problem)" : "\(object): \(path) \(problem)"
  }
}
