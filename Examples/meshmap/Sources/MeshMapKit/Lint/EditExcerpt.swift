import KubernetesObjects

/// The lines of an edit for people, safe to print: of long ones what is around the difference.
struct EditExcerpt {
  /// The lines that go.
  let old: [String]
  /// The lines that come.
  let new: [String]

  /// Longer lines are cut where nobody says how wide they may be, to so much on each side of what differs.
  private static let (longest, around) = (240, 60)

  /// The lines of an edit.
  ///
  /// - Parameters:
  ///   - edit: The edit.
  ///   - width: How many columns a line may take; nil where nobody looks.
  init(of edit: FileEdit, within width: Int? = nil) {
    let isCutBefore = edit.part.map { $0.column > 1 } ?? false
    let isCutAfter = edit.part.map { !$0.isLast } ?? false
    func marked(_ line: String) -> String { (isCutBefore ? "…" : "") + line.excerpt + (isCutAfter ? "…" : "") }
    let (before, after) = (edit.old.map(marked), edit.new.map(marked))
    // Where nobody says how wide lines may be, a part of one is short enough.
    let longest = width ?? (edit.part == nil ? Self.longest : .max)
    guard before.count == 1, after.count == 1, max(before[0].columns, after[0].columns) > longest else {
      // Of several lines it is enough how they begin.
      let short = { (line: String) in line.columns > longest ? line.beginning(within: longest - 1) + "…" : line }
      (old, new) = width == nil ? (before, after) : (before.map(short), after.map(short))
      return
    }
    let (left, right) = (Array(before[0]), Array(after[0]))
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left[head...].reversed(), right[head...].reversed()).prefix { $0 == $1 }.count
    let (differs, comes) = (head..<left.count - tail, head..<right.count - tail)
    // Both begin with the same, so that one sees at once what differs.
    var start = max(0, head - Self.around)
    if let width {
      let room = max(0, width - 2 - max(left[differs].columns, right[comes].columns)) / 2
      start = head - left[..<head].reversed().count(within: room)
    }
    old = [Self.part(of: left, from: start, around: differs, within: width)]
    new = [Self.part(of: right, from: start, around: comes, within: width)]
  }

  /// The part of a line from a character on, with what differs and as much behind it as there is room.
  private static func part(
    of line: [Character], from start: Int, around range: Range<Int>, within width: Int?
  ) -> String {
    let end = width.map { start + line[start...].count(within: $0 - 2) } ?? min(line.count, range.upperBound + around)
    return (start > 0 ? "…" : "") + String(line[start..<end]) + (end < line.count ? "…" : "")
  }
}

extension Sequence<Character> {
  /// How many columns of a terminal they take.
  fileprivate var columns: Int { reduce(0) { $0 + $1.columns } }

  /// How many of the first characters fit into some columns.
  fileprivate func count(within columns: Int) -> Int {
    var left = columns
    return prefix { character in
      left -= character.columns
      return left >= 0
    }.count
  }
}
