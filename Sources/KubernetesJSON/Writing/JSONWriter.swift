/// Writes JSON, byte by byte and at once.
///
/// Besides what JSON demands, whatever a terminal obeys or does not show is escaped, so that what is written is safe to print.
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

  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

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
    self.depth = depth
  }

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
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  public mutating func writeKey(_ key: String) {
    separate()
    JSONCharacters.append(key, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    state = .key
  }

  public mutating func write(_ string: String) {
    separate()
    JSONCharacters.append(string, to: &bytes)
    state = .value
  }

  public mutating func write(_ integer: Int64) {
    separate()
    bytes.append(contentsOf: String(integer).utf8)
    state = .value
  }

  public mutating func write(_ bool: Bool) {
    separate()
    bytes.append(contentsOf: (bool ? "true" : "false").utf8)
    state = .value
  }

  public mutating func writeNull() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    state = .value
  }
}

extension JSONWriter {
  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    state = .beginning
  }

  private mutating func end(_ bracket: UInt8) {
    depth = max(depth - 1, 0)
    if state != .beginning { breakLine() }
    bytes.append(bracket)
    state = .value
  }

  /// Writes what stands between the next value and what was written last.
  private mutating func separate() {
    switch state {
    case .nothing, .key: return
    case .beginning: breakLine()
    case .value:
      bytes.append(UInt8(ascii: ","))
      breakLine()
    }
  }

  private mutating func breakLine() {
    if layout == .indented { JSONCharacters.appendLineBreak(to: &bytes, indentation: 2 * depth) }
  }
}
