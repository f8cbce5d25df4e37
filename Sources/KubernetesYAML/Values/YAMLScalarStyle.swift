/// How a scalar is written.
public enum YAMLScalarStyle: UInt8, Sendable, Hashable {
  /// Without quotes.
  case plain
  /// In single quotes.
  case singleQuoted
  /// In double quotes, with escapes.
  case doubleQuoted
  /// After `|`, line by line.
  case literal
  /// After `>`, its lines joined.
  case folded
}
