/// A step of the path from a node to one that it holds.
public enum YAMLPathStep: Sendable, Hashable {
  /// To the value of a key, which is as it is in JSON.
  case key(YAMLString)
  /// To the element of a sequence, counted from 0.
  case index(Int)
}
