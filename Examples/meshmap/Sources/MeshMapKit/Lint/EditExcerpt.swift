import KubernetesObjects

/// The lines of an edit for people, safe to print: of very long ones, as a file of one line has, what is around the difference.
struct EditExcerpt {
  /// The lines that go.
  let old: [String]
  /// The lines that come.
  let new: [String]

  /// Longer lines are cut, to this many bytes on each side of what differs.
  private static let (longest, around) = (240, 60)

  /// The lines of an edit.
  init(of edit: FileEdit) {
    if let part = edit.part {
      let shown = { (line: String) in
        (part.column > 1 ? "…" : "") + Self.shown(line) + (part.isLast ? "" : "…")
      }
      (old, new) = (edit.old.map(shown), edit.new.map(shown))
      return
    }
    guard edit.old.count == 1, edit.new.count == 1, max(edit.old[0].utf8.count, edit.new[0].utf8.count) > Self.longest else {
      (old, new) = (edit.old.map(Self.shown), edit.new.map(Self.shown))
      return
    }
    let (before, after) = (Array(edit.old[0].utf8), Array(edit.new[0].utf8))
    let least = min(before.count, after.count)
    let head = zip(before, after).prefix { $0 == $1 }.count
    let tail = zip(before.reversed(), after.reversed()).prefix(least - head).prefix { $0 == $1 }.count
    let start = max(0, head - Self.around)
    func excerpt(_ line: [UInt8]) -> String {
      let end = min(line.count, line.count - tail + Self.around)
      // Half a character at either end is none.
      let cut = line[start..<end].drop { start > 0 && $0 & 0xC0 == 0x80 }
      let whole = end < line.count ? Self.whole(cut) : cut
      return (start > 0 ? "…" : "") + Self.shown(String(decoding: whole, as: UTF8.self)) + (end < line.count ? "…" : "")
    }
    (old, new) = ([excerpt(before)], [excerpt(after)])
  }

  /// Bytes without a character at their end that is cut through.
  private static func whole(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = bytes.last, last >= 0x80 else { return bytes }
    let rest = bytes.reversed().drop { $0 & 0xC0 == 0x80 }
    return bytes.dropLast(bytes.count - rest.count + (rest.isEmpty ? 0 : 1))
  }

  private static func shown(_ line: String) -> String { line.replacing("\t", with: "  ").printedSafely }
}
