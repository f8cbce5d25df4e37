/// Divides the bytes of a stream into pieces with one document each, before anything of them is read.
struct YAMLSplitter {
  /// The bytes of a document, and where they begin in the stream.
  struct Piece {
    let bytes: ArraySlice<UInt8>
    let origin: YAMLOrigin
  }

  /// Whether no more bytes will come.
  var isComplete = false
  /// Where the piece begins that is looked at.
  private(set) var origin = YAMLOrigin()

  private var bytes: [UInt8] = []
  /// Where the piece begins that is looked at, where its current line does, and how far that was looked at.
  private var start = 0
  private var lineStart = 0
  private var position = 0
  /// How many lines of the piece ended.
  private var lineCount = 0
  /// Whether the piece has a line that belongs to a document: neither empty nor a comment nor a directive.
  private var hasContent = false
  /// Where the line ends that divides the piece from what came before it, where that is its last line so far.
  private var dividerEnd: Int?

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// How many bytes of the piece there are.
  var size: Int { bytes.count - start }

  mutating func append(_ more: some Sequence<UInt8>) {
    if start > 1 << 16, start > bytes.count / 2 {
      bytes.removeSubrange(..<start)
      lineStart -= start
      position -= start
      dividerEnd? -= start
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// The next piece; nil where more bytes are needed, and at the end.
  mutating func next() -> Piece? {
    while position < bytes.count {
      // A return may be followed by the line feed that belongs to it.
      guard bytes[position] != 0x0D || position + 1 < bytes.count || isComplete else { return nil }
      let byte = bytes[position]
      // Nearly all bytes end no line.
      let isEnd = (byte <= 0x0D || byte >= 0x80) && YAMLLines.endsLine(byte, at: position, in: bytes)
      position += 1
      guard isEnd else { continue }
      if let piece = endLine() { return piece }
    }
    guard isComplete, start < bytes.count else { return nil }
    if let piece = endLine() { return piece }
    return cut(at: bytes.count)
  }

  /// Looks at the line that ended.
  ///
  /// - Returns: The piece that ends before it or with it, if one does.
  private mutating func endLine() -> Piece? {
    defer {
      if lineStart < position {
        lineStart = position
        lineCount += 1
      }
    }
    var line = bytes[lineStart..<position]
    if line.starts(with: Self.byteOrderMark) {
      beginBehindDivider()
      line = line.dropFirst(3)
    }
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }), first != 0x0A, first != 0x0D else { return nil }
    if Self.isMarker(line, UInt8(ascii: "-")) {
      guard hasContent else {
        hasContent = true
        dividerEnd = divides(line) ? position : nil
        return nil
      }
      return cut(at: lineStart)
    }
    if Self.isMarker(line, UInt8(ascii: ".")) {
      lineCount += 1
      lineStart = position
      return cut(at: position)
    }
    if !hasContent, first != UInt8(ascii: "#"), line.first != UInt8(ascii: "%") { hasContent = true }
    return nil
  }

  /// Has the piece begin with the line that is looked at, where it is the one behind the divider: Kubernetes' tools take a stream apart at such
  /// lines, and the byte order mark with which a part begins does not count.
  private mutating func beginBehindDivider() {
    guard dividerEnd == lineStart else { return }
    beginPiece(at: lineStart)
  }

  /// Has the piece begin at a byte, which begins a line.
  private mutating func beginPiece(at place: Int) {
    origin.offset += place - start
    origin.line += lineCount
    lineCount = 0
    start = place
    hasContent = false
    dividerEnd = nil
  }

  /// Whether a marker is all that is in its line, and comes after something of the stream that is no directive.
  private func divides(_ marker: ArraySlice<UInt8>) -> Bool {
    origin.offset + lineStart - start > 0 && !bytes[start..<lineStart].contains(UInt8(ascii: "%"))
      && marker.dropFirst(3).allSatisfy { $0 <= 0x20 }
  }

  /// Whether a line begins with three of a character and whitespace, a line break or nothing more.
  private static func isMarker(_ line: ArraySlice<UInt8>, _ indicator: UInt8) -> Bool {
    guard line.count >= 3, line.prefix(3).allSatisfy({ $0 == indicator }) else { return false }
    let rest = line.dropFirst(3)
    guard let next = rest.first else { return true }
    return next <= 0x20 || rest.starts(with: [0xC2, 0x85]) || rest.starts(with: [0xE2, 0x80, 0xA8])
      || rest.starts(with: [0xE2, 0x80, 0xA9])
  }

  private mutating func cut(at end: Int) -> Piece {
    let piece = Piece(bytes: bytes[start..<end], origin: origin)
    beginPiece(at: end)
    // The line that begins the next piece is looked at once more.
    position = end
    lineStart = end
    return piece
  }
}
