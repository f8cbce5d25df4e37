extension YAMLFieldEditor {
  /// Adds an entry to a mapping that lacks it, behind the others.
  func addition(
    of change: YAMLEdit.Change,
    at path: [YAMLPathStep],
    to node: UInt32
  ) throws(YAMLEditRefusal) -> Splice {
    let entries = entries(of: node)
    guard !isFlow(node) else {
      let text = try YAMLFieldText.entry(change, at: path[...])
      guard let last = entries.last else { return Splice((start(of: node) + 1)..<(start(of: node) + 1), text) }
      return Splice(lastByte(of: last)..<lastByte(of: last), ", \(text)")
    }
    guard let first = entries.first, let last = entries.last else { throw .layout }
    return try addition(behind: lastByte(of: last), indentedBy: try column(of: first.key), change, path)
  }

  /// Adds an element to a sequence, behind the others.
  func addition(
    of change: YAMLEdit.Change,
    at path: [YAMLPathStep],
    toSequence node: UInt32,
    _ elements: [UInt32]
  ) throws(YAMLEditRefusal) -> Splice {
    guard !isFlow(node) else {
      let text = try YAMLFieldText.inFlow(change, at: path.dropFirst())
      guard let last = elements.last else { return Splice((start(of: node) + 1)..<(start(of: node) + 1), text) }
      return Splice(lastByte(of: last)..<lastByte(of: last), ", \(text)")
    }
    guard let last = elements.last else { throw .layout }
    // The dash stands before the last element, in its line.
    var dash = start(of: last) - 1
    while byte(at: dash) == 0x20 { dash -= 1 }
    guard byte(at: dash) == UInt8(ascii: "-") else { throw .layout }
    let indent = dash - lineStart(of: dash)
    guard isBlank(lineStart(of: dash)..<dash) else { throw .layout }
    return try addition(behind: lastByte(of: last), indentedBy: indent, change, path)
  }

  /// Adds to a field that is there and null.
  func addition(
    of change: YAMLEdit.Change,
    at path: [YAMLPathStep],
    inPlaceOfNull node: UInt32,
    _ levels: [Level]
  ) throws(YAMLEditRefusal) -> Splice {
    guard start(of: node) == end(of: node) else {
      return Splice(start(of: node)..<end(of: node), try YAMLFieldText.inFlow(change, at: path[...]))
    }
    guard let level = levels.last, let entry = level.entry, let colon = colon(behind: entry.key) else { throw .layout }
    guard !isFlow(level.node) else {
      return Splice((colon + 1)..<(colon + 1), " " + (try YAMLFieldText.inFlow(change, at: path[...])))
    }
    let isElement = if case .index = path.first { true } else { false }
    let indent = try column(of: entry.key) + (isElement ? 0 : 2)
    return try addition(behind: colon + 1, indentedBy: indent, change, path)
  }

  /// Adds lines behind the one that a byte is in.
  private func addition(
    behind offset: Int,
    indentedBy indent: Int,
    _ change: YAMLEdit.Change,
    _ path: [YAMLPathStep]
  ) throws(YAMLEditRefusal) -> Splice {
    let place = try nextLine(behind: offset)
    let lineEnd = lineEnd(before: place)
    let lines = try YAMLFieldText.lines(change, at: path[...], indentedBy: indent)
    let text = lines.map { $0 + lineEnd }.joined()
    // The last line of the document may lack its end.
    let isEnded = place == 0 || byte(at: place - 1) == 0x0A
    return Splice(place..<place, isEnded ? text : lineEnd + String(text.dropLast()))
  }

  /// How far a key is indented, of which spaces and dashes may stand before it.
  private func column(of key: UInt32) throws(YAMLEditRefusal) -> Int {
    let line = lineStart(of: start(of: key))
    let before = tape.source[line..<start(of: key)]
    guard before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { throw .layout }
    return before.count
  }

  /// Whether only spaces stand somewhere.
  func isBlank(_ range: Range<Int>) -> Bool { tape.source[range].allSatisfy { $0 == 0x20 } }
}
