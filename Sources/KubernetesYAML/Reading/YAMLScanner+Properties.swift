extension YAMLScanner {
  /// An anchor (`&name`) or an alias (`*name`).
  mutating func scanAnchor(_ kind: YAMLToken.Kind) throws(YAMLFault) {
    let start = source.position
    guard features != .values else { throw YAMLFault(kind == .alias ? .alias : .anchor, at: start) }
    try noteSimpleKey()
    mayKeyBegin = false
    source.skip()
    while source.next.isNameCharacter { source.skip() }
    guard source.position > start + 1, isAnchorEnd else { throw YAMLFault(.anchorName, at: start) }
    add(kind, from: start, content: YAMLContent(.source, start + 1..<source.position))
  }

  private var isAnchorEnd: Bool {
    switch source.next {
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      true
    default: source.isBlank(at: source.position)
    }
  }

  /// A tag: `!<whole>`, `!!suffix`, `!name!suffix`, `!suffix` or `!`.
  mutating func scanTag() throws(YAMLFault) {
    let start = source.position
    guard features != .values else { throw YAMLFault(.tag, at: start) }
    try noteSimpleKey()
    mayKeyBegin = false
    var handle = YAMLContent.empty
    var suffix: YAMLContent
    if source[1] == UInt8(ascii: "<") {
      source.skip(2)
      suffix = try scanTagCharacters(of: start)
      guard source.next == UInt8(ascii: ">"), suffix.length > 0 else { throw YAMLFault(.malformedTag, at: start) }
      source.skip()
    } else {
      source.skip()
      while source.next.isNameCharacter { source.skip() }
      if source.next == UInt8(ascii: "!") {
        source.skip()
        handle = YAMLContent(.source, start..<source.position)
        suffix = try scanTagCharacters(of: start)
        guard suffix.length > 0 else { throw YAMLFault(.malformedTag, at: start) }
      } else {
        // What looked like a handle is the beginning of the suffix.
        source.skip(start + 1 - source.position)
        handle = YAMLContent(.source, start..<start + 1)
        suffix = try scanTagCharacters(of: start)
        if suffix.length == 0 { (handle, suffix) = (.empty, handle) }
      }
    }
    guard source.isBlank(at: source.position) else { throw YAMLFault(.malformedTag, at: start) }
    add(.tag, from: start, content: suffix, handle: handle)
  }

  /// The characters of a tag up to one that may be in none, with what they stand for where they are escaped with `%`.
  private mutating func scanTagCharacters(of tag: Int) throws(YAMLFault) -> YAMLContent {
    var parts = YAMLScalarParts(from: source.position, in: made.count)
    while source.next.isTagCharacter {
      guard source.next == UInt8(ascii: "%") else {
        source.skip()
        continue
      }
      guard let high = source[1].hexadecimalDigit, let low = source[2].hexadecimalDigit else {
        throw YAMLFault(.malformedTag, at: tag)
      }
      parts.end = source.position
      source.skip(3)
      copy(&parts, goingOnAt: source.position)
      made.append(high << 4 | low)
    }
    parts.end = source.position
    return finish(&parts)
  }

  /// `%YAML` or `%TAG` at the beginning of a line.
  mutating func scanDirective() throws(YAMLFault) {
    let start = source.position
    guard features != .values else { throw YAMLFault(.directive, at: start) }
    closeBlocks(downTo: -1)
    try dropSimpleKey()
    mayKeyBegin = false
    source.skip()
    let name = scanDirectiveWord()
    if source.bytes[name.range].elementsEqual("YAML".utf8) {
      let version = source.bytes[scanDirectiveWord().range]
      let minor = version.dropFirst(2)
      guard version.starts(with: "1.".utf8), !minor.isEmpty, minor.allSatisfy({ (0x30...0x39).contains($0) }) else {
        throw YAMLFault(.yamlVersion, at: start)
      }
      add(.versionDirective, from: start)
    } else if source.bytes[name.range].elementsEqual("TAG".utf8) {
      let handle = scanDirectiveWord()
      source.skipWhitespace()
      let prefix = try scanTagCharacters(of: start)
      let first = source.bytes[Int(handle.start)]
      guard first == UInt8(ascii: "!"), prefix.length > 0 else { throw YAMLFault(.malformedDirective, at: start) }
      add(.tagDirective, from: start, content: prefix, handle: handle)
    } else {
      throw YAMLFault(.malformedDirective, at: start)
    }
    source.skipWhitespace()
    if source.next == UInt8(ascii: "#") { source.skipToLineEnd() }
    guard source.isAtLineEnd else { throw YAMLFault(.malformedDirective, at: start) }
  }

  private mutating func scanDirectiveWord() -> YAMLContent {
    source.skipWhitespace()
    let start = source.position
    while !source.isBlank(at: source.position) { source.skip() }
    return YAMLContent(.source, start..<source.position)
  }
}

extension UInt8 {
  /// Whether the names of anchors and handles may hold it.
  fileprivate var isNameCharacter: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether tags may hold it.
  fileprivate var isTagCharacter: Bool {
    isNameCharacter || ";/?:@&=+$,.!~*'()[]%".utf8.contains(self)
  }
}
