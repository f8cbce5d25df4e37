/// The names of the Pods of a StatefulSet, in order: `db-0`, `db-1` and so on.
public struct PodNames: Sendable, Hashable {
  /// What all names begin with.
  @ByteExact private var prefix: String
  /// The numbers that the names end with.
  public let ordinals: Range<Int>

  /// Names of the given beginning and numbers.
  init(prefix: String, ordinals: Range<Int>) {
    self.prefix = prefix
    self.ordinals = ordinals
  }
}

extension PodNames: RandomAccessCollection {
  /// The position of the first name, which is its number.
  public var startIndex: Int { ordinals.lowerBound }
  /// The position behind the last name.
  public var endIndex: Int { ordinals.upperBound }
  /// The name of a number.
  public subscript(position: Int) -> String { "\(prefix)\(position)" }
}
