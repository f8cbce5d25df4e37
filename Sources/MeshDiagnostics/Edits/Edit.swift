public import KubernetesObjects

/// A change of one field of an object, as a person would make it in the file that the object is deployed from.
public struct Edit: Sendable, Hashable {
  /// The field: of a workload's template, where a workload makes the Pods that it is about.
  public let field: ObjectField
  /// What becomes of it.
  public let change: Change

  /// A change of a field.
  public init(_ field: ObjectField, _ change: Change) {
    self.field = field
    self.change = change
  }

  /// What becomes of a field.
  public enum Change: Sendable, Hashable {
    /// It is this string, whatever it was before, and if it was not there.
    case string(ExactString)
    /// It is this number, whatever it was before, and if it was not there.
    case number(Int)
    /// It is not there any more.
    case removed
  }
}
