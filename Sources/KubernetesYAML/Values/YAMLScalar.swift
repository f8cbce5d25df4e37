/// What a scalar of a document stands for.
public enum YAMLScalar: Sendable, Hashable {
  /// Nothing.
  case null
  /// A Boolean.
  case bool(Bool)
  /// An integer of 64 bits with a sign.
  case integer(Int64)
  /// An integer that is too great for 64 bits with a sign.
  case unsigned(UInt64)
  /// Any other number, those that are infinite and none among them.
  case float(Double)
  /// A string.
  case string(YAMLString)
}
