/// Writes JSON, byte by byte and at once.
///
/// In addition to what JSON requires, everything that a terminal obeys or does not show is escaped, so that the output is safe to print.
public struct JSONWriter: Sendable {
  /// Where the values stand on their lines.
  public enum Layout: Sendable, Hashable {
    /// All in one line, with nothing between them.
    case compact
    /// Each on a line of its own, two spaces further in than what it stands in; empty objects and arrays stay on their line.
    case indented
  }

  /// What was written last, and so what comes before a value.
  private enum State: Sendable {
    case nothing
    case beginning
    case key
    case value
  }

  private var buffer = ByteBuffer()
  private let layout: Layout
  /// How many objects and arrays are open.
  private var depth: Int
  private var state = State.nothing

  /// A writer of nothing yet.
  ///
  /// - Parameters:
  ///   - layout: Where the values stand on their lines.
  ///   - depth: How many objects and arrays the values are written in, whose beginning and end somebody else writes; several
  ///     values are separated as the elements of an array are.
  public init(_ layout: Layout = .indented, depth: Int = 0) {
    self.layout = layout
    self.depth = max(depth, 0)
  }

  /// What was written so far. O(*n*).
  public var bytes: [UInt8] { buffer.bytes }

  /// The JSON of a value, without an end of line. O(*n*).
  public static func bytes(of value: some JSONWritable, layout: Layout = .indented) -> [UInt8] {
    var writer = JSONWriter(layout)
    value.write(to: &writer)
    return writer.bytes
  }

  /// The JSON of an array of values, without an end of line. O(*n*).
  public static func bytes(of values: some Sequence<some JSONWritable>, layout: Layout = .indented) -> [UInt8] {
    var writer = JSONWriter(layout)
    writer.write(values)
    return writer.bytes
  }
}

extension JSONWriter: JSONSink {
  /// Writes `{`.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Writes `}`.
  public mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Writes `[`.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Writes `]`.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a key in quotes, and a colon.
  public mutating func writeKey(_ key: String) {
    write(quoted: key, as: .key)
    state = .key
  }

  /// Writes a string in quotes.
  public mutating func write(_ string: String) {
    write(quoted: string, as: .value)
    state = .value
  }

  /// Writes a whole number in decimal digits.
  public mutating func write(_ integer: Int64) {
    append(atMost: 20) { cursor in
      if integer < 0 { cursor.write(UInt8(ascii: "-")) }
      cursor.write(digitsOf: integer.magnitude)
    }
    state = .value
  }

  /// Writes `true` or `false`.
  public mutating func write(_ bool: Bool) {
    append(atMost: 5) { bool ? $0.write("true") : $0.write("false") }
    state = .value
  }

  /// Writes `null`.
  public mutating func writeNull() {
    append(atMost: 4) { $0.write("null") }
    state = .value
  }
}

extension JSONWriter {
  private mutating func begin(_ bracket: UInt8) {
    append(atMost: 1) { $0.write(bracket) }
    depth += 1
    state = .beginning
  }

  private mutating func end(_ bracket: UInt8) {
    depth = max(depth - 1, 0)
    // What is empty ends on its line.
    let indentation = layout == .indented && state != .beginning ? 2 * depth : nil
    buffer.append(atMost: (indentation ?? 0) + 2) { cursor in
      if let indentation { cursor.breakLine(indentation) }
      cursor.write(bracket)
    }
    state = .value
  }

  /// Appends something behind what stands between it and what was written last.
  @inline(__always)
  private mutating func append<Result>(atMost most: Int, _ body: (inout ByteBuffer.Cursor) -> Result) -> Result {
    let (state, layout, indentation) = (state, layout, 2 * depth)
    return buffer.append(atMost: most + indentation + 2) { cursor in
      if state == .value { cursor.write(UInt8(ascii: ",")) }
      if layout == .indented, state == .value || state == .beginning { cursor.breakLine(indentation) }
      return body(&cursor)
    }
  }

  /// What a string is.
  private enum Role {
    case key
    case value
  }

  private mutating func write(quoted string: String, as role: Role) {
    var string = string
    string.withUTF8 { characters in
      let characters = unsafe ByteView(characters)
      let layout = layout
      let end = append(atMost: characters.count + 4) { cursor in
        cursor.write(UInt8(ascii: "\""))
        let end = cursor.writePlain(of: characters)
        if end == characters.count { Self.close(role, in: layout, at: &cursor) }
        return end
      }
      guard end < characters.count else { return }
      buffer.append(JSONEscapes.escaped(characters, from: end))
      buffer.append(atMost: 3) { Self.close(role, in: layout, at: &$0) }
    }
  }

  @inline(__always)
  private static func close(_ role: Role, in layout: Layout, at cursor: inout ByteBuffer.Cursor) {
    cursor.write(UInt8(ascii: "\""))
    guard role == .key else { return }
    cursor.write(UInt8(ascii: ":"))
    if layout == .indented { cursor.write(UInt8(ascii: " ")) }
  }
}

extension ByteBuffer.Cursor {
  /// Begins a line with spaces.
  @inline(__always)
  fileprivate mutating func breakLine(_ indentation: Int) {
    write(UInt8(ascii: "\n"))
    write(spaces: indentation)
  }

  /// Writes the digits of a number, the highest one first.
  fileprivate mutating func write(digitsOf number: UInt64) {
    var power: UInt64 = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      write(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }
}
