/// A value that YAML writes, with plain scalars taken for what go-yaml v2 takes them for, the library under Kubernetes' and Kuma's
/// own tools.
///
/// ``init(parsing:)`` follows that library: YAML 1.1 with block and flow collections, plain, quoted, literal and folded scalars,
/// comments and explicit keys. Only the first document is read; what comes after it does not count, as there.
///
/// What that library accepts and reading here refuses, always with an error and never with another value:
/// - anchors, aliases, tags, the plain scalar `<<` (a merge key) and directives (`%YAML`, `%TAG`);
/// - collections nested more than 200 levels deep;
/// - an empty flow collection as the first key of the document, which that library takes for the whole document;
/// - a byte order mark anywhere but at the very beginning;
/// - characters that YAML does not allow, in what follows the first document more than some hundred bytes on.
public enum YAMLValue: Sendable, Hashable {
  /// A single value.
  case scalar(YAMLScalar)
  /// Values in their order.
  case sequence([YAMLValue])
  /// A mapping in the order of its keys, each once; where a document repeats a key, the last value holds.
  case mapping([YAMLEntry])

  /// The value null.
  public static var null: YAMLValue { .scalar(.null) }
}
