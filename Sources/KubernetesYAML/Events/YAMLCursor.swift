/// A place in a document that moves to and fro, mostly by a little, so that finding lines and columns takes no more time than
/// reading.
struct YAMLCursor {
  private var offset = 0
  private var line = 0
  private var column = 1

  /// Moves to an offset that reading has reached.
  mutating func move(to offset: Int, in source: YAMLSource) -> YAMLLocation {
    let starts = source.lineStarts
    while line + 1 < starts.count, Int(starts[line + 1]) <= offset { moveToLine(line + 1, in: starts) }
    while line > 0, Int(starts[line]) > offset { moveToLine(line - 1, in: starts) }
    while self.offset < offset {
      if isCharacter(source.bytes[self.offset], source) { column += 1 }
      self.offset += 1
    }
    while self.offset > offset {
      self.offset -= 1
      if isCharacter(source.bytes[self.offset], source) { column -= 1 }
    }
    return YAMLLocation(offset: offset, line: line + 1, column: column)
  }

  private mutating func moveToLine(_ line: Int, in starts: [UInt32]) {
    self.line = line
    offset = Int(starts[line])
    column = 1
  }

  /// Whether a character begins here that is a column: a byte order mark at the beginning is none.
  private func isCharacter(_ byte: UInt8, _ source: YAMLSource) -> Bool {
    byte & 0xC0 != 0x80 && (offset > 0 || byte != 0xEF || !source.beginsWithByteOrderMark)
  }
}
