public import KubernetesObjects
public import MeshMapping

/// What findings of one code have in common: what they say, why it matters and how to fix it.
///
/// All kinds are in ``FindingKind/all``. A code never changes its meaning.
public struct FindingKind: Sendable, Hashable, Identifiable {
  /// The stable identifier, e.g. `unresolved-target-port`.
  @ByteExact public private(set) var code: String
  /// How much findings of the kind matter, unless a finding says otherwise.
  public let severity: Severity
  /// The statement of the specification that they rest on, unless a finding says otherwise.
  public let statement: Statement
  /// What is found, as a sentence.
  @ByteExact public private(set) var summary: String
  /// Why it matters to the owner of the object, as sentences.
  @ByteExact public private(set) var reason: String
  /// How to fix it, as sentences.
  @ByteExact public private(set) var remedy: String

  /// A kind of the given code and texts.
  init(
    _ code: String,
    _ severity: Severity,
    _ statement: Statement,
    summary: String,
    reason: String,
    remedy: String
  ) {
    self.code = code
    self.severity = severity
    self.statement = statement
    self.summary = summary
    self.reason = reason
    self.remedy = remedy
  }

  /// The code.
  public var id: String { code }
}
