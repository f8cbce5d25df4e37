/// A change of one field of a document.
public struct YAMLEdit: Sendable, Hashable {
  /// The path from the value of the document to the field.
  public let path: [YAMLPathStep]
  /// What becomes of it.
  public let change: Change

  /// A change of the field at a path.
  public init(_ path: [YAMLPathStep], _ change: Change) {
    self.path = path
    self.change = change
  }

  /// What becomes of a field.
  public enum Change: Sendable, Hashable {
    /// It is this string, whatever it was before, and if it was not there: the mappings on the way to it are made.
    case string(YAMLString)
    /// It is this number, whatever it was before, and if it was not there.
    case integer(Int)
    /// It is not there any more. A mapping that is empty without it goes with it.
    case removed
  }
}
