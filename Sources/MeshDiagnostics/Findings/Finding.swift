public import KubernetesObjects
public import MeshMapping

/// Something about an object that its owner would want to know.
public struct Finding: Sendable, Hashable {
  /// What findings like this one have in common.
  public let kind: FindingKind
  /// How much it matters.
  public let severity: Severity
  /// The statement of the specification that it rests on.
  public let statement: Statement
  /// The finding as a sentence that says what to do, safe to print.
  @ByteExact public private(set) var message: String
  /// Where it is, as somebody edits it: on the template of a workload, if the input has the workload, rather than on its Pods.
  public let field: ObjectField
  /// What else is involved.
  public let related: [RelatedField]
  /// What might fix it; not tried yet.
  package let remedies: [Remedy]

  /// A finding of the given values.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - severity: How much it matters; nil for what the kind says.
  ///   - statement: The statement that it rests on; nil for what the kind says.
  ///   - field: Where it is.
  ///   - message: The sentence, safe to print.
  ///   - related: What else is involved.
  ///   - remedies: What might fix it.
  package init(
    _ kind: FindingKind,
    severity: Severity? = nil,
    statement: Statement? = nil,
    at field: ObjectField,
    _ message: String,
    related: [RelatedField] = [],
    remedies: [Remedy] = []
  ) {
    self.kind = kind
    self.severity = severity ?? kind.severity
    self.statement = statement ?? kind.statement
    self.message = message
    self.field = field
    self.related = related
    self.remedies = remedies
  }

  /// The code of the kind.
  public var code: String { kind.code }
}
