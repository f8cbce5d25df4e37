public import KubernetesObjects

/// A change of one field of a JSON value.
public struct JSONEdit: Sendable, Hashable {
  /// The path from the value to the field.
  public let path: DocumentPath
  /// What becomes of it.
  public let change: Change

  /// A change of the field at a path.
  public init(_ path: DocumentPath, _ change: Change) {
    self.path = path
    self.change = change
  }

  /// What becomes of a field.
  public enum Change: Sendable, Hashable {
    /// It is this string, whatever it was before, and if it was not there: the objects on the way to it are made.
    case string(ExactString)
    /// It is this number, whatever it was before, and if it was not there.
    case integer(Int)
    /// It is not there any more. An object that is empty without it goes with it.
    case removed
  }
}
