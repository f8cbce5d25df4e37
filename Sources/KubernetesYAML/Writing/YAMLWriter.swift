/// Writes a document of YAML in blocks, piece by piece.
///
/// ```swift
/// var writer = YAMLWriter()
/// writer.beginMapping()
/// writer.writeKey("port")
/// writer.write("80")
/// writer.endMapping()
/// print(writer.string)  // port: '80'
/// ```
///
/// Strings stand in quotes where any reader could take them for something else, one of YAML 1.1 or 1.2. Everything is ASCII, and
/// lines are broken at spaces behind column 80. What is begun must be ended, and a mapping has keys and values in turn.
public struct YAMLWriter: Sendable {
  /// A collection that is open.
  private enum Container {
    case mapping
    case sequence
  }

  /// What comes next stands here.
  private enum Position {
    case document
    case key
    case value
    case element
  }

  /// What was written.
  public private(set) var bytes: [UInt8] = []

  private var containers: [Container] = []
  private var position = Position.document
  /// A collection that was begun, and of which it is not known whether it is empty.
  private var begun: Container?
  /// The columns of the collections that are open, -1 for none.
  private var indents = [-1]

  /// Where the line begins that is written.
  private var lineStart = 0
  /// Whether what was written last is whitespace.
  private var isAfterWhitespace = true
  /// Whether nothing but indentation and dashes stands in the line.
  private var isIndentation = true

  /// Behind which column a line is broken.
  static let width = 80

  /// A writer that has written nothing.
  public init() {}

  /// What was written, as a string.
  ///
  /// - Complexity: O(*n*) in its length.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins a mapping.
  public mutating func beginMapping() { begin(.mapping) }

  /// Ends the mapping that began last.
  public mutating func endMapping() { end("{}") }

  /// Begins a sequence.
  public mutating func beginSequence() { begin(.sequence) }

  /// Ends the sequence that began last.
  public mutating func endSequence() { end("[]") }

  /// Writes the key of an entry, whose value comes next.
  ///
  /// - Complexity: O(*n*) in its length.
  public mutating func writeKey(_ key: String) {
    open()
    let style = YAMLStyle(of: key, as: .key)
    position = .key
    writeIndent()
    if style.isSimpleKey {
      write(key, style, .whole)
      writeIndicator(":", .attached)
    } else {
      writeIndicator("?", .indentation)
      write(key, style, .folded)
      writeIndent()
      writeIndicator(":", .indentation)
    }
    position = .value
  }

  /// Writes a string.
  ///
  /// - Complexity: O(*n*) in its length.
  public mutating func write(_ string: String) {
    beginNode()
    write(string, YAMLStyle(of: string, as: .value), .folded)
    endNode()
  }

  /// Writes an integer.
  public mutating func write(_ integer: some BinaryInteger) { write(plain: "\(integer)") }

  /// Writes a Boolean.
  public mutating func write(_ bool: Bool) { write(plain: bool ? "true" : "false") }

  /// Writes a number, with the fewest digits that tell it from its neighbours.
  public mutating func write(_ number: Double) {
    if number.isNaN { return write(plain: ".nan") }
    if number.isInfinite { return write(plain: number > 0 ? ".inf" : "-.inf") }
    write(plain: GoFloat.json(number))
  }

  /// Writes null.
  public mutating func writeNull() { write(plain: "null") }

  // MARK: - Nodes

  private mutating func write(plain string: String) {
    beginNode()
    write(string, .plain, .whole)
    endNode()
  }

  private mutating func begin(_ container: Container) {
    beginNode()
    begun = container
  }

  private mutating func end(_ empty: String) {
    if begun != nil {
      begun = nil
      writeIndicator(empty, .separate)
    } else {
      guard containers.popLast() != nil else { return }
      indents.removeLast()
    }
    endNode()
  }

  /// Opens the collection that was begun, since something comes in it.
  private mutating func open() {
    guard let container = begun else { return }
    begun = nil
    let indent = indents[indents.count - 1]
    // The entries of a sequence stand below the key that it is the value of.
    let isInline = container == .sequence && position == .value && !isIndentation
    indents.append(indent < 0 ? 0 : isInline ? indent : indent + 2)
    containers.append(container)
  }

  private mutating func beginNode() {
    open()
    guard containers.last == .sequence else { return }
    writeIndent()
    writeIndicator("-", .indentation)
    position = .element
  }

  /// Ends a node; with the outermost one its line ends.
  private mutating func endNode() {
    if containers.isEmpty {
      position = .document
      writeIndent()
    }
  }

  // MARK: - Lines

  /// How an indicator stands beside what is written.
  private enum Spacing {
    /// Right behind it.
    case attached
    /// With a space before it.
    case separate
    /// With a space before it, and as good as indentation for what follows.
    case indentation
  }

  private mutating func writeIndicator(_ indicator: String, _ spacing: Spacing) {
    if spacing != .attached, !isAfterWhitespace { append(0x20) }
    bytes.append(contentsOf: indicator.utf8)
    isAfterWhitespace = false
    isIndentation = isIndentation && spacing == .indentation
  }

  /// Goes to the column of the collection that is open, on a new line where this one is further.
  mutating func writeIndent() {
    let indent = max(indents.last ?? 0, 0)
    if !isIndentation || column > indent || (column == indent && !isAfterWhitespace) { append(0x0A) }
    while column < indent { append(0x20) }
    isAfterWhitespace = true
    isIndentation = true
  }

  var column: Int { bytes.count - lineStart }

  /// Adds a byte as it is.
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    if byte == 0x0A { lineStart = bytes.count }
  }

  /// Separates a scalar from what stands before it. Its lines but the first are indented further.
  mutating func beginScalar() {
    if !isAfterWhitespace { append(0x20) }
    isAfterWhitespace = false
    indents.append(max(indents.last ?? 0, 0) + 2)
  }

  mutating func endScalar() {
    indents.removeLast()
    isAfterWhitespace = false
    isIndentation = false
  }

  /// Says that a line break was written within a scalar, or that something was.
  mutating func setIndentation(_ isIndentation: Bool) { self.isIndentation = isIndentation }
}
