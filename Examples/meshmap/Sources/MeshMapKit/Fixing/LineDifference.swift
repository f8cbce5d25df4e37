/// How the lines of a file differ from those before.
struct LineDifference {
  /// Lines that go and come between others that stay.
  struct Change {
    /// Where the lines that go stand in the old text.
    var old: Range<Int>
    /// Where the lines that come stand in the new text.
    var new: Range<Int>
  }

  /// The lines before, with their ends.
  let old: [ArraySlice<UInt8>]
  /// The lines afterwards, with their ends.
  let new: [ArraySlice<UInt8>]
  /// What differs, in order.
  let changes: [Change]

  /// How many lines around a change a patch shows.
  private static let context = 3

  init(from before: [UInt8], to after: [UInt8]) {
    (old, new) = (Self.lines(of: before), Self.lines(of: after))
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [Change] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let (first, second) = (left, right)
      while removed.contains(left) { left += 1 }
      while inserted.contains(right) { right += 1 }
      if left > first || right > second {
        changes.append(Change(old: first..<left, new: second..<right))
      } else {
        (left, right) = (left + 1, right + 1)
      }
    }
    self.changes = changes
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// The edits of a file, each of lines that stand together.
  ///
  /// - Parameters:
  ///   - file: The name of the file.
  ///   - lines: How many lines of it stand before those that are compared.
  func edits(of file: String, after lines: Int = 0) -> [FileEdit] {
    changes.map { change in
      FileEdit(
        file: file, line: lines + change.old.lowerBound + 1, old: old[change.old].map(Self.text),
        new: new[change.new].map(Self.text))
    }
  }

  /// A line without its end.
  private static func text(_ line: ArraySlice<UInt8>) -> String {
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    return String(decoding: line.reversed().drop(while: isEnd).reversed(), as: UTF8.self)
  }

  /// A patch that `patch` and `git apply` take; empty where nothing differs.
  ///
  /// - Parameter file: The path of the file.
  func patch(of file: String) -> [UInt8] {
    guard !changes.isEmpty else { return [] }
    var patch = Array("--- \(Self.name("a", file))\n+++ \(Self.name("b", file))\n".utf8)
    for hunk in hunks { append(hunk, to: &patch) }
    return patch
  }

  /// The path of a file below a folder, as those who read patches take it: in quotes where it could end the line.
  private static func name(_ folder: String, _ file: String) -> String {
    var path = file.utf8.drop { $0 == UInt8(ascii: "/") }
    while path.starts(with: "./".utf8) { path = path.dropFirst(2).drop { $0 == UInt8(ascii: "/") } }
    let isPlain = path.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    // A tab ends a name that has spaces.
    guard !isPlain else { return "\(folder)/\(String(decoding: path, as: UTF8.self))\(path.contains(0x20) ? "\t" : "")" }
    var quoted = "\"\(folder)/"
    for byte in path {
      let digits = String(byte, radix: 8)
      let isItself = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      quoted += isItself ? String(UnicodeScalar(byte)) : "\\\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }
    return quoted + "\""
  }

  /// The changes, those together whose surroundings touch.
  private var hunks: [ArraySlice<Change>] {
    var hunks: [ArraySlice<Change>] = []
    var start = 0
    for index in changes.indices.dropFirst()
    where changes[index].old.lowerBound - changes[index - 1].old.upperBound > 2 * Self.context {
      hunks.append(changes[start..<index])
      start = index
    }
    return hunks + [changes[start...]]
  }

  private func append(_ hunk: ArraySlice<Change>, to patch: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(Self.context, first.old.lowerBound)
    let behind = min(Self.context, old.count - last.old.upperBound)
    let (start, end) = (first.old.lowerBound - before, last.old.upperBound + behind)
    let (newStart, newEnd) = (first.new.lowerBound - before, last.new.upperBound + behind)
    patch += "@@ -\(Self.range(start..<end)) +\(Self.range(newStart..<newEnd)) @@\n".utf8
    var position = start
    for change in hunk {
      for line in old[position..<change.old.lowerBound] { append(" ", line, to: &patch) }
      for line in old[change.old] { append("-", line, to: &patch) }
      for line in new[change.new] { append("+", line, to: &patch) }
      position = change.old.upperBound
    }
    for line in old[position..<end] { append(" ", line, to: &patch) }
  }

  private static func range(_ range: Range<Int>) -> String {
    if range.isEmpty { return "\(range.lowerBound),0" }
    return range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1),\(range.count)"
  }

  private func append(_ mark: String, _ line: ArraySlice<UInt8>, to patch: inout [UInt8]) {
    patch += mark.utf8
    patch += line
    if line.last != 0x0A { patch += "\n\\ No newline at end of file\n".utf8 }
  }
}
