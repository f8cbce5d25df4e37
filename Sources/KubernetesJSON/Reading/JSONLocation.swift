/// A position in a document: how many bytes stand before it, and line and column, both counted from 1, the column in characters
/// (Unicode scalars).
public struct JSONLocation: Sendable, Hashable {
  /// How many bytes stand before it.
  public private(set) var offset: Int
  /// The line.
  public private(set) var line: Int
  /// The character in the line.
  public private(set) var column: Int

  /// The location at an offset, a line and a column.
  public init(offset: Int = 0, line: Int = 1, column: Int = 1) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Moves the location behind some bytes of UTF-8.
  mutating func advance(over bytes: ByteView) {
    offset += bytes.count
    let breaks = bytes.count(Self.lineBreaks)
    line += breaks
    var start = 0
    if breaks > 0, let last = bytes.lastIndex(of: 0x0A) {
      column = 1
      start = last + 1
    }
    let rest = bytes.part(start..<bytes.count)
    column += rest.count - rest.count(Self.continuations)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// A one in each of eight bytes that is a line break.
  private static func lineBreaks(in word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* 0x0A)
    let isOther = ((difference & (ones &* 0x7F)) &+ (ones &* 0x7F)) | difference
    return ~isOther >> 7 & ones
  }

  /// A one in each of eight bytes that continues a character: it begins with the bits 10.
  private static func continuations(in word: UInt64) -> UInt64 {
    word >> 7 & ~(word >> 6) & ones
  }
}

extension ByteView {
  /// How many bytes are of a kind, looked at eight at a time: all bytes of a dump are counted, in case a mistake comes.
  ///
  /// - Parameter ones: Gives a one in each of eight bytes that is of the kind.
  @inline(__always)
  fileprivate func count(_ ones: (UInt64) -> UInt64) -> Int {
    var (count, position) = (0, 0)
    while position <= self.count - 8 {
      // Each byte of the sum holds up to 255.
      var sum: UInt64 = 0
      let end = Swift.min(self.count - 8, position + 254 * 8)
      while position <= end, let word = word(at: position) {
        sum &+= ones(word)
        position += 8
      }
      let pairs = (sum & 0x00FF_00FF_00FF_00FF) &+ (sum >> 8 & 0x00FF_00FF_00FF_00FF)
      count += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    for index in position..<self.count { count += Int(ones(UInt64(self[index])) & 1) }
    return count
  }
}

extension JSONLocation: Comparable {
  /// Whether one location comes before another in the document.
  public static func < (left: JSONLocation, right: JSONLocation) -> Bool {
    left.offset < right.offset
  }
}

extension JSONLocation: CustomStringConvertible {
  /// The location in words, e.g. `line 3, column 7`.
  public var description: String { "line \(line), column \(column)" }
}
