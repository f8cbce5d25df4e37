import KubernetesObjects

/// A value that YAML writes, with plain scalars taken for what Kuma's YAML library (go-yaml v2) takes them for.
///
/// Reading a text follows that library: YAML 1.1 with block and flow collections, plain, quoted, literal and folded scalars,
/// comments and explicit keys. Only the first document of a text is read; what comes after it does not count, as there.
///
/// What that library accepts and reading here refuses, always with an error and never with another value:
/// - anchors, aliases, tags, the plain scalar `<<` (a merge key) and directives (`%YAML`, `%TAG`);
/// - collections nested more than ``YAMLScanner/maximumDepth`` deep;
/// - an empty flow collection as the first key of the document, which that library takes for the whole document;
/// - a byte order mark anywhere but at the very beginning;
/// - characters that YAML does not allow, in what follows the first document more than some hundred bytes on.
enum YAMLValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// An integer that is too great for 64 bits with a sign.
  case unsigned(UInt64)
  case float(Double)
  case text(ExactString)
  case sequence([YAMLValue])
  /// A mapping in the order of its keys, each once; where a text repeats a key, the last value holds.
  case mapping([YAMLEntry])
}

/// A key of a mapping, with its value. The key is never a collection.
struct YAMLEntry: Sendable, Hashable {
  let key: YAMLValue
  var value: YAMLValue
}

/// Why a text is not read as YAML.
enum YAMLProblem: Error, Sendable, Hashable {
  /// It is not YAML.
  case malformed
  /// It is YAML of a kind that is not read.
  case unsupported
}
