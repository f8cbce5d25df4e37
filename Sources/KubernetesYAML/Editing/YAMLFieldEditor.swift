/// Finds the bytes of a document to replace for a change of a field.
struct YAMLFieldEditor {
  /// Bytes of the source, and those that come in their place.
  struct Splice {
    let range: Range<Int>
    let bytes: [UInt8]

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      bytes = Array(text.utf8)
    }
  }

  /// An entry of a mapping as it is written there.
  struct Entry {
    let key: UInt32
    let value: UInt32
    let isMerge: Bool
  }

  /// A mapping on the way to the field, and its entry that leads on; nil where that is an element.
  struct Level {
    let node: UInt32
    let entry: Entry?
  }

  let tape: YAMLTape

  /// What to replace; nil where the field is so already.
  mutating func splice(for edit: YAMLEdit) throws(YAMLEditRefusal) -> Splice? {
    var node: UInt32 = 0
    guard !tape.nodes.isEmpty else { throw .otherForm }
    var levels: [Level] = []
    for (position, step) in edit.path.enumerated() {
      try checkPlace(of: node)
      let rest = Array(edit.path[position...])
      switch (step, tape.nodes[Int(node)].kind) {
      case (.key(let name), .mapping):
        guard let entry = try entry(name, of: node) else {
          return edit.change == .removed ? nil : try addition(of: edit.change, at: rest, to: node)
        }
        levels.append(Level(node: node, entry: entry))
        node = entry.value
      case (.index(let index), .sequence):
        let elements = elements(of: node)
        guard elements.indices.contains(index) else {
          guard edit.change != .removed else { return nil }
          guard index == elements.count else { throw .otherForm }
          return try addition(of: edit.change, at: rest, toSequence: node, elements)
        }
        levels.append(Level(node: node, entry: nil))
        node = elements[index]
      case (_, .null):
        guard edit.change != .removed else { return nil }
        return try addition(of: edit.change, at: rest, inPlaceOfNull: node, levels)
      default: throw .otherForm
      }
    }
    try checkPlace(of: node)
    if edit.change == .removed { return try removal(levels[...]) }
    return try replacement(of: node, by: edit.change, levels)
  }

  /// Makes sure that a node is changed only here.
  private func checkPlace(of node: UInt32) throws(YAMLEditRefusal) {
    if tape.nodes[Int(node)].kind == .alias { throw .alias }
    switch byte(at: start(of: node)) {
    case UInt8(ascii: "&"), UInt8(ascii: "!"): if start(of: node) < end(of: node) { throw .anchor }
    default: break
    }
  }

  private func replacement(
    of node: UInt32,
    by change: YAMLEdit.Change,
    _ levels: [Level]
  ) throws(YAMLEditRefusal) -> Splice? {
    let value = tape.nodes[Int(node)]
    switch value.kind {
    case .sequence, .mapping: throw .otherForm
    default: break
    }
    let isFlow = levels.last.map { self.isFlow($0.node) } ?? false
    let first = byte(at: start(of: node))
    guard start(of: node) < end(of: node) else {
      // It is left out: its key stands alone.
      guard let entry = levels.last?.entry, let colon = colon(behind: entry.key) else { throw .layout }
      return Splice((colon + 1)..<(colon + 1), " " + YAMLFieldText.value(change, inFlow: isFlow))
    }
    let quotes: YAMLFieldText.Quotes
    switch first {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): throw .blockScalar
    case UInt8(ascii: "'"): quotes = .single
    case UInt8(ascii: "\""): quotes = .double
    default: quotes = .none
    }
    switch (change, tape.scalar(of: value)) {
    case (.string(let new), .string(let old)) where new == old: return nil
    case (.integer(let new), .integer(let old)) where Int64(new) == old: return nil
    default: break
    }
    return Splice(start(of: node)..<end(of: node), YAMLFieldText.value(change, inFlow: isFlow, like: quotes))
  }
}

extension YAMLFieldEditor {
  func start(of node: UInt32) -> Int { min(Int(tape.nodes[Int(node)].start), tape.sourceCount) }
  func end(of node: UInt32) -> Int { max(start(of: node), min(Int(tape.nodes[Int(node)].end), tape.sourceCount)) }
  func byte(at offset: Int) -> UInt8? { offset >= 0 && offset < tape.sourceCount ? tape.source[offset] : nil }

  /// Whether a collection is written in braces or brackets.
  func isFlow(_ node: UInt32) -> Bool {
    switch byte(at: start(of: node)) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): start(of: node) < end(of: node)
    default: false
    }
  }

  /// The entries that are written in a mapping, in their order.
  func entries(of node: UInt32) -> [Entry] {
    var entries: [Entry] = []
    var key = node + 1
    while key < tape.nodes[Int(node)].next {
      let value = tape.nodes[Int(key)].next
      entries.append(Entry(key: key, value: value, isMerge: tape.nodes[Int(key)].isMerge))
      key = tape.nodes[Int(value)].next
    }
    return entries
  }

  func elements(of node: UInt32) -> [UInt32] {
    var elements: [UInt32] = []
    var element = node + 1
    while element < tape.nodes[Int(node)].next {
      elements.append(element)
      element = tape.nodes[Int(element)].next
    }
    return elements
  }

  /// The entry of a key that holds, which must be written in the mapping itself.
  private func entry(_ name: YAMLString, of node: UInt32) throws(YAMLEditRefusal) -> Entry? {
    let isMeant = { (key: UInt32) in tape.bytes(of: tape.keyContent(of: key)).elementsEqual(name.string.utf8) }
    guard let found = tape.entries(of: node).last(where: { isMeant($0.key) }) else { return nil }
    guard let entry = entries(of: node).last(where: { $0.key == found.key }) else { throw .mergeKey }
    return entry
  }

  /// Where the colon behind a key is.
  func colon(behind key: UInt32) -> Int? {
    var offset = end(of: key)
    while let byte = byte(at: offset), byte == 0x20 || byte == 0x09 { offset += 1 }
    return byte(at: offset) == UInt8(ascii: ":") ? offset : nil
  }

  /// Behind the last character of a value, or of its key where it is left out.
  func lastByte(of entry: Entry) -> Int {
    max(lastByte(of: entry.value), colon(behind: entry.key).map { $0 + 1 } ?? end(of: entry.key))
  }

  /// Behind the last character of a node. Collections in blocks end where their last value does.
  func lastByte(of node: UInt32) -> Int {
    guard !isFlow(node) else { return end(of: node) }
    switch tape.nodes[Int(node)].kind {
    case .mapping: return entries(of: node).last.map(lastByte) ?? end(of: node)
    case .sequence: return elements(of: node).last.map(lastByte) ?? end(of: node)
    default: return end(of: node)
    }
  }

  /// Where the line begins that a byte is in.
  func lineStart(of offset: Int) -> Int {
    var start = min(offset, tape.sourceCount)
    while start > 0, tape.source[start - 1] != 0x0A { start -= 1 }
    return start
  }

  /// Where the next line begins, behind what may stand behind a value: whitespace and a comment.
  func nextLine(behind offset: Int) throws(YAMLEditRefusal) -> Int {
    // A block of lines ends with its last one.
    if offset > 0, byte(at: offset - 1) == 0x0A { return offset }
    var (end, isComment) = (offset, false)
    while let byte = byte(at: end) {
      end += 1
      if byte == 0x0A { break }
      if byte == UInt8(ascii: "#") { isComment = true }
      guard isComment || [0x20, 0x09, 0x0D].contains(byte) else { throw .layout }
    }
    return end
  }

  /// How a line ends before a byte; LF where no line does.
  func lineEnd(before offset: Int) -> String {
    offset > 1 && byte(at: offset - 1) == 0x0A && byte(at: offset - 2) == 0x0D ? "\r\n" : "\n"
  }
}
