/// Where the lines of a document begin.
struct YAMLLines {
  private let bytes: [UInt8]
  private let starts: [UInt32]
  /// Where the first byte is in its stream.
  private let origin: YAMLOrigin

  /// The lines of some bytes, whose beginnings are known.
  init(of bytes: [UInt8], starts: [UInt32], from origin: YAMLOrigin) {
    self.bytes = bytes
    self.starts = starts
    self.origin = origin
  }

  /// The lines of all the bytes, whose beginnings are looked for.
  init(of bytes: [UInt8], from origin: YAMLOrigin = YAMLOrigin()) {
    var starts: [UInt32] = [0]
    for (position, byte) in bytes.enumerated() where YAMLLines.endsLine(byte, at: position, in: bytes) {
      starts.append(UInt32(truncatingIfNeeded: position + 1))
    }
    self.init(of: bytes, starts: starts, from: origin)
  }

  /// Whether a byte is the last one of a line break.
  static func endsLine(_ byte: UInt8, at position: Int, in bytes: [UInt8]) -> Bool {
    switch byte {
    case 0x0A: true
    case 0x0D: position + 1 == bytes.count || bytes[position + 1] != 0x0A
    case 0x85: position > 0 && bytes[position - 1] == 0xC2
    case 0xA8, 0xA9: position > 1 && bytes[position - 1] == 0x80 && bytes[position - 2] == 0xE2
    default: false
    }
  }

  /// How many bytes and lines stand before the first byte.
  var start: YAMLOrigin { origin }

  /// Where a byte is in the stream, without its column.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  func position(of offset: Int) -> YAMLOrigin {
    YAMLOrigin(offset: origin.offset + offset, line: origin.line + line(of: offset))
  }

  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a byte is in the stream.
  ///
  /// - Complexity: O(*n*) in the length of its line, and O(log *n*) in the number of lines.
  func location(of offset: Int) -> YAMLLocation {
    let line = line(of: offset)
    return location(of: offset, countingFrom: Int(starts[line]), column: 1, line: line)
  }

  /// Where bytes are in the stream, in ascending order.
  ///
  /// - Complexity: O(*n*) in the length of the document, however many there are.
  func locations(of offsets: [Int]) -> [YAMLLocation] {
    var locations: [YAMLLocation] = []
    locations.reserveCapacity(offsets.count)
    var (line, position, column) = (0, 0, 1)
    for offset in offsets {
      while line + 1 < starts.count, Int(starts[line + 1]) <= offset {
        line += 1
        (position, column) = (Int(starts[line]), 1)
      }
      let location = location(of: offset, countingFrom: position, column: column, line: line)
      locations.append(location)
      (position, column) = (offset, location.column)
    }
    return locations
  }

  private func location(of offset: Int, countingFrom start: Int, column: Int, line: Int) -> YAMLLocation {
    var column = column
    var position = start
    // A byte order mark is no column.
    if position == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = min(3, offset) }
    while position < offset {
      if bytes[position] & 0xC0 != 0x80 { column += 1 }
      position += 1
    }
    return YAMLLocation(offset: origin.offset + offset, line: origin.line + line + 1, column: column)
  }
}
