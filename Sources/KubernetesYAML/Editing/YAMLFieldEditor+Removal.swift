extension YAMLFieldEditor {
  /// Takes the entry away to which the levels lead; with it the mappings that hold nothing else.
  func removal(_ levels: ArraySlice<Level>) throws(YAMLEditRefusal) -> Splice {
    guard let level = levels.last, let entry = level.entry else { throw .otherForm }
    let all = entries(of: level.node)
    guard let index = all.firstIndex(where: { $0.key == entry.key }) else { throw .mergeKey }
    // One that is written twice would show its first value.
    let name = tape.keyContent(of: entry.key)
    guard all.count(where: { tape.bytes(of: tape.keyContent(of: $0.key)).elementsEqual(tape.bytes(of: name)) }) == 1 else {
      throw .layout
    }
    guard all.count > 1 else {
      let outer = levels.dropLast()
      if outer.last?.entry != nil { return try removal(outer) }
      guard isFlow(level.node) else { throw .layout }
      return Splice(start(of: level.node)..<end(of: level.node), "{}")
    }
    return isFlow(level.node) ? flowRemoval(of: index, among: all) : try blockRemoval(of: index, among: all)
  }

  private func flowRemoval(of index: Int, among all: [Entry]) -> Splice {
    let entry = all[index]
    if index + 1 < all.count { return Splice(start(of: entry.key)..<start(of: all[index + 1].key), "") }
    return Splice(lastByte(of: all[index - 1])..<lastByte(of: entry), "")
  }

  private func blockRemoval(of index: Int, among all: [Entry]) throws(YAMLEditRefusal) -> Splice {
    let entry = all[index]
    let line = lineStart(of: start(of: entry.key))
    let next = try nextLine(behind: lastByte(of: entry))
    if isBlank(line..<start(of: entry.key)) { return Splice(line..<next, "") }
    // It stands behind the dash of an element: the next one comes there.
    guard index + 1 < all.count else { throw .layout }
    let range = start(of: entry.key)..<start(of: all[index + 1].key)
    guard !tape.source[lastByte(of: entry)..<range.upperBound].contains(UInt8(ascii: "#")) else { throw .layout }
    return Splice(range, "")
  }
}
