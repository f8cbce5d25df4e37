/// A value of a document as it is written, of whatever type: what an object says that nothing gives a type of its own.
///
/// Members of objects are in the order of the bytes of their keys, so that two that differ only in how they are written are equal.
public enum FieldValue: Sendable, Hashable {
  /// Null, or nothing at all.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// Any other number.
  case number(Double)
  /// A string.
  case string(ExactString)
  /// A list.
  case list([FieldValue])
  /// An object, its members in the order of their keys, each key once.
  case object([Member])

  /// A key of an object, with its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    @ByteExact public private(set) var key: String
    /// The value.
    public let value: FieldValue

    /// A member of the given key and value.
    public init(key: String, value: FieldValue) {
      self.key = key
      self.value = value
    }
  }
}

extension FieldValue {
  /// An object of members in any order; where a key is repeated, the last one holds. O(*n* log *n*).
  public static func object(of members: some Sequence<Member>) -> FieldValue {
    var sorted: [Member] = []
    let ordered = members.enumerated().sorted { left, right in
      let order = left.element.key.byteOrder(to: right.element.key)
      return order == 0 ? left.offset < right.offset : order < 0
    }
    for (_, member) in ordered {
      if let last = sorted.last, last.key.hasSameBytes(as: member.key) { sorted.removeLast() }
      sorted.append(member)
    }
    return .object(sorted)
  }

  /// The value of a key; nil where the key is absent, its value is null, or this is no object. O(log *n*) for *n* members.
  public subscript(key: String) -> FieldValue? {
    guard case .object(let members) = self else { return nil }
    let index = members.partition { !$0.key.precedesInBytes(key) }
    guard index < members.count, members[index].key.hasSameBytes(as: key), members[index].value != .null else { return nil }
    return members[index].value
  }

  /// The value that keys lead to, one in the other; nil where one of them leads to nothing.
  public subscript(path: [String]) -> FieldValue? {
    path.reduce(self) { value, key in value?[key] }
  }

  /// The members; none where this is no object.
  public var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  /// The elements; none where this is no list.
  public var elements: [FieldValue] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }

  /// The string; nil where this is none.
  public var string: String? {
    guard case .string(let string) = self else { return nil }
    return string.string
  }
}
