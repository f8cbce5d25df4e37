/// An object or a list as it is written.
struct JSONCollection {
  enum Form {
    case object
    case list
  }

  /// A member of an object, or an element of a list.
  struct Member {
    /// The name; empty in a list.
    let name: [UInt8]
    /// The key with its quotes; nil in a list.
    let key: Range<Int>?
    let value: Range<Int>

    /// How many bytes stand before it.
    var start: Int { key?.lowerBound ?? value.lowerBound }
  }

  let form: Form
  /// All of it, with its brackets.
  let range: Range<Int>
  let members: [Member]

  /// The whitespace before a member.
  func space(before index: Int, in bytes: ByteView) -> [UInt8] {
    // Behind the bracket, or behind the comma that follows the member before.
    let start = index == 0 ? range.lowerBound + 1 : members[index - 1].value.upperBound
    return bytes[start..<members[index].start].filter { $0 != UInt8(ascii: ",") }
  }

  /// The whitespace before the bracket with which it ends.
  func spaceBeforeEnd(in bytes: ByteView) -> [UInt8] {
    Array(bytes[(members.last?.value.upperBound ?? range.lowerBound + 1)..<(range.upperBound - 1)])
  }

  /// What stands between a key and its value; nil where there is no key.
  func colon(in bytes: ByteView) -> [UInt8]? {
    members.last.flatMap { member in member.key.map { Array(bytes[$0.upperBound..<member.value.lowerBound]) } }
  }
}
