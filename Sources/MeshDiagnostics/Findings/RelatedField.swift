public import KubernetesObjects

/// A field that has to do with a finding, and what.
public struct RelatedField: Sendable, Hashable {
  /// The field.
  public let field: ObjectField
  /// What it has to do with the finding, as a phrase that is safe to print, e.g. `the label that decides`.
  @ByteExact public private(set) var message: String

  /// A field with what it has to do with a finding.
  public init(_ field: ObjectField, _ message: String) {
    self.field = field
    self.message = message
  }
}
