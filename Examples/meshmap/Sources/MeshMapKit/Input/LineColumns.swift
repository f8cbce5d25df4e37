import KubernetesObjects

/// The columns in the line that was asked about last: a file of many objects may have only one, which is looked through once.
struct LineColumns {
  /// Gives some bytes of a source from an offset on, at most so many; nil where it cannot be read.
  typealias Reading = (InputSource, Int, Int) -> [UInt8]?

  private var line: Line?

  private struct Line {
    let source: InputSource
    let number: Int
    /// How many bytes stand before it.
    let start: Int
    /// How many characters stand in it before each multiple of a step, as far as somebody asked.
    var counts = [0]
  }

  /// How many bytes are counted at once at most for an answer.
  private static let step = 1 << 13

  /// The column of a position, counted from 1. O(1) where all lines are short, and else but for the first time of a line.
  mutating func column(of position: ObjectPosition, in source: InputSource, by bytes: Reading) -> Int {
    if line?.source != source || line?.number != position.line || (line?.start ?? 0) > position.offset {
      let start = Self.start(ofLineAt: position.offset, in: source, by: bytes)
      line = start.map { Line(source: source, number: position.line, start: $0) }
    }
    guard let start = line?.start, var counts = line?.counts else { return 1 }
    line = nil
    let distance = position.offset - start
    while counts.count <= distance / Self.step {
      guard let piece = bytes(source, start + (counts.count - 1) * Self.step, Self.step), piece.count == Self.step else {
        return 1
      }
      counts.append((counts.last ?? 0) + Self.characters(in: piece))
    }
    let index = distance / Self.step
    let rest =
      distance == index * Self.step ? [] : bytes(source, start + index * Self.step, distance - index * Self.step) ?? []
    let column = counts[index] + Self.characters(in: rest) + 1
    line = Line(source: source, number: position.line, start: start, counts: counts)
    // A byte order mark is no column.
    let isMarked = start == 0 && distance >= Self.mark.count && bytes(source, 0, Self.mark.count) == Self.mark
    return isMarked ? column - 1 : column
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func characters(in bytes: [UInt8]) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// How many bytes stand before the line that a position is in.
  private static func start(ofLineAt offset: Int, in source: InputSource, by bytes: Reading) -> Int? {
    var size = 1 << 12
    while true {
      let from = max(0, offset - size)
      if from == offset { return from }
      guard let piece = bytes(source, from, offset - from) else { return nil }
      if let end = piece.lastIndex(of: 0x0A) { return from + end + 1 }
      if from == 0 { return 0 }
      size *= 8
    }
  }
}
