/// Writes a document as JSON.
struct YAMLJSONWriter {
  private let tape: YAMLTape
  private(set) var json: [UInt8] = []
  /// Where the mappings begin that may be objects: in the JSON and in the document.
  private(set) var starts: [YAMLJSON.Start] = []
  private let maximumSize: Int

  /// In how many collections the objects stand whose beginnings are noted: in lists of lists, and not deeper.
  private static let objectDepth = 5

  init(_ tape: YAMLTape) {
    self.tape = tape
    json.reserveCapacity(tape.source.count)
    // Without aliases a document grows to no more than some five times its size.
    maximumSize = 1_000_000 + 10 * tape.source.count
  }

  /// Writes a node in so many collections.
  mutating func write(_ index: UInt32, depth: Int) throws(YAMLFault) {
    let node = tape.nodes[Int(index)]
    switch node.kind {
    case .null: json.append(contentsOf: "null".utf8)
    case .isTrue: json.append(contentsOf: "true".utf8)
    case .isFalse: json.append(contentsOf: "false".utf8)
    case .integer: json.append(contentsOf: tape.bytes(of: node.content))
    case .number: try writeNumber(node)
    case .string: writeString(node.content)
    case .sequence: try writeSequence(index, depth: depth + 1)
    case .mapping: try writeMapping(index, depth: depth + 1)
    case .alias:
      guard json.count <= maximumSize else { throw YAMLFault(.expandsTooMuch, at: Int(node.start)) }
      try write(node.target, depth: depth)
    }
  }

  private func check(_ index: UInt32, depth: Int) throws(YAMLFault) {
    let start = Int(tape.nodes[Int(index)].start)
    guard depth <= YAMLParser.maximumDepth else { throw YAMLFault(.tooDeep, at: start) }
    guard json.count <= maximumSize else { throw YAMLFault(.expandsTooMuch, at: start) }
  }

  private mutating func writeSequence(_ index: UInt32, depth: Int) throws(YAMLFault) {
    try check(index, depth: depth)
    json.append(UInt8(ascii: "["))
    let end = tape.nodes[Int(index)].next
    var element = index + 1
    while element < end {
      if element > index + 1 { json.append(UInt8(ascii: ",")) }
      try write(element, depth: depth)
      element = tape.nodes[Int(element)].next
    }
    json.append(UInt8(ascii: "]"))
  }

  private mutating func writeMapping(_ index: UInt32, depth: Int) throws(YAMLFault) {
    try check(index, depth: depth)
    if depth <= Self.objectDepth {
      starts.append(YAMLJSON.Start(json: UInt32(truncatingIfNeeded: json.count), source: tape.nodes[Int(index)].start))
    }
    json.append(UInt8(ascii: "{"))
    if !tape.merged.isEmpty, let entries = tape.merged[index] {
      for (position, entry) in entries.enumerated() {
        if position > 0 { json.append(UInt8(ascii: ",")) }
        try writeEntry(entry.key, entry.value, depth: depth)
      }
    } else {
      let end = tape.nodes[Int(index)].next
      var (key, isFirst) = (index + 1, true)
      while key < end {
        let value = tape.nodes[Int(key)].next
        if !tape.nodes[Int(key)].isOverridden {
          if !isFirst { json.append(UInt8(ascii: ",")) }
          isFirst = false
          try writeEntry(key, value, depth: depth)
        }
        key = tape.nodes[Int(value)].next
      }
    }
    json.append(UInt8(ascii: "}"))
  }

  private mutating func writeEntry(_ key: UInt32, _ value: UInt32, depth: Int) throws(YAMLFault) {
    let node = tape.nodes[Int(key)]
    // Nearly all keys are strings.
    writeString(node.kind == .string ? node.content : tape.keyContent(of: key))
    guard json.count <= maximumSize else { throw YAMLFault(.expandsTooMuch, at: Int(node.start)) }
    json.append(UInt8(ascii: ":"))
    try write(value, depth: depth)
  }

  private mutating func writeNumber(_ node: YAMLTape.Node) throws(YAMLFault) {
    switch tape.scalar(of: node) {
    case .integer(let number): json.append(contentsOf: "\(number)".utf8)
    case .unsigned(let number): json.append(contentsOf: "\(number)".utf8)
    case .float(let number) where number.isFinite: json.append(contentsOf: GoFloat.json(number).utf8)
    default: throw YAMLFault(.notInJSON, at: Int(node.start))
    }
  }

  private mutating func writeString(_ content: YAMLContent) {
    json.append(UInt8(ascii: "\""))
    switch content.storage {
    case .source: writeCharacters(tape.source, content.range)
    case .made: writeCharacters(tape.made, content.range)
    }
    json.append(UInt8(ascii: "\""))
  }

  private mutating func writeCharacters(_ bytes: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    for position in range {
      let byte = bytes[position]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      json.append(contentsOf: bytes[start..<position])
      start = position + 1
      json.append(UInt8(ascii: "\\"))
      switch byte {
      case 0x0A: json.append(UInt8(ascii: "n"))
      case 0x0D: json.append(UInt8(ascii: "r"))
      case 0x09: json.append(UInt8(ascii: "t"))
      case 0x00..<0x20:
        json.append(contentsOf: "u00".utf8)
        json.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        json.append(Array("0123456789abcdef".utf8)[Int(byte & 0x0F)])
      default: json.append(byte)
      }
    }
    json.append(contentsOf: bytes[start..<range.upperBound])
  }
}
