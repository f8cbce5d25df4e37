/// Cuts the input into tokens. Indentation becomes tokens that open and close block collections.
struct YAMLScanner {
  /// What is read.
  enum Features {
    /// All of YAML.
    case all
    /// Values alone, without anchors, aliases, tags and directives.
    case values
    /// All of YAML, of the first document alone, as Kubernetes' own tools read a string that holds one.
    case firstDocument
  }

  let features: Features
  var source: YAMLSource
  /// Bytes that scalars are made of where they do not stand in the source as they are.
  var made: [UInt8] = []
  /// Line breaks that are not folded yet; kept, since making it anew for each scalar costs more than reading that.
  var breaks: [UInt8] = []
  /// The column of the block collection that is open; -1 for none.
  private(set) var indent = -1
  /// The columns of the block collections around it.
  private var indents: [Int] = []
  /// Where a key may have begun that is only known by the colon after it: one place for each open flow collection, and one
  /// for the block around them.
  var simpleKeys: [SimpleKey?] = [nil]
  /// The places of those where one may have begun, the outermost first, so that none of the others is looked at.
  var simpleKeyLevels: [Int] = []
  /// Whether a simple key may begin here.
  var mayKeyBegin = true

  /// Tokens that are cut, of which the first ones are taken already.
  private var tokens: [YAMLToken] = []
  private var head = 0
  /// How many tokens have been taken.
  private var takenCount = 0
  /// Whether the next token is cut, and cannot turn out to be a key.
  private var isNextKnown = false

  /// How many flow collections are open.
  var flowLevel: Int { simpleKeys.count - 1 }

  /// The number of the next token that is cut, counted from the first of the input.
  var nextTokenNumber: Int { takenCount + tokens.count - head }

  init(_ source: YAMLSource, _ features: Features) {
    self.source = source
    self.features = features
  }

  /// The next token, which stays the next one.
  mutating func peek() throws(YAMLFault) -> YAMLToken {
    while !isNextKnown {
      if head < tokens.count, try !isSimpleKeyPossible(at: takenCount) { break }
      try scanToken()
    }
    isNextKnown = true
    return tokens[head]
  }

  /// The next token.
  mutating func take() throws(YAMLFault) -> YAMLToken {
    let token = try peek()
    isNextKnown = false
    takenCount += 1
    head += 1
    if head == tokens.count {
      tokens.removeAll(keepingCapacity: true)
      head = 0
    }
    return token
  }

  /// Adds a token of a kind from a place up to where reading is.
  mutating func add(
    _ kind: YAMLToken.Kind,
    from start: Int,
    style: YAMLScalarStyle = .plain,
    content: YAMLContent = .empty,
    handle: YAMLContent = .empty,
    to end: Int? = nil
  ) {
    let end = end ?? source.inputPosition
    tokens.append(YAMLToken(kind: kind, start: start, end: end, style: style, content: content, handle: handle))
  }

  /// Puts a token that has no bytes of its own before another one that is not taken yet.
  mutating func insert(_ kind: YAMLToken.Kind, at offset: Int, before number: Int) throws(YAMLFault) {
    let position = head + number - takenCount
    guard position >= head, position <= tokens.count else { throw YAMLFault(.colonInValue, at: offset) }
    tokens.insert(YAMLToken(kind: kind, start: offset, end: offset), at: position)
  }

  private mutating func scanToken() throws(YAMLFault) {
    try skipToToken()
    closeBlocks(downTo: source.column)
    if source.isAtEnd { return try scanEnd() }
    if source.column == 0 {
      if source.next == UInt8(ascii: "%") { return try scanDirective() }
      if source.isDocumentMarker(UInt8(ascii: "-")) { return try scanDocumentMarker(.documentStart) }
      if source.isDocumentMarker(UInt8(ascii: ".")) { return try scanDocumentMarker(.documentEnd) }
    }
    let isInFlow = flowLevel > 0
    switch source.next {
    case UInt8(ascii: "["): try scanFlowStart(.flowSequenceStart)
    case UInt8(ascii: "{"): try scanFlowStart(.flowMappingStart)
    case UInt8(ascii: "]"): try scanFlowEnd(.flowSequenceEnd)
    case UInt8(ascii: "}"): try scanFlowEnd(.flowMappingEnd)
    case UInt8(ascii: ","): try scanFlowEntry()
    case UInt8(ascii: "-") where source.isBlank(at: source.position + 1): try scanBlockEntry()
    case UInt8(ascii: "?") where isInFlow || source.isBlank(at: source.position + 1): try scanKey()
    case UInt8(ascii: ":") where isInFlow || source.isBlank(at: source.position + 1): try scanValue()
    case UInt8(ascii: "*"): try scanAnchor(.alias)
    case UInt8(ascii: "&"): try scanAnchor(.anchor)
    case UInt8(ascii: "!"): try scanTag()
    case UInt8(ascii: "|") where !isInFlow: try scanBlockScalar(.literal)
    case UInt8(ascii: ">") where !isInFlow: try scanBlockScalar(.folded)
    case UInt8(ascii: "'"): try scanQuotedScalar(.singleQuoted)
    case UInt8(ascii: "\""): try scanQuotedScalar(.doubleQuoted)
    case UInt8(ascii: "\t"): throw YAMLFault(.tabForIndentation, at: source.position)
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "#"):
      throw YAMLFault(.reservedCharacter(source.next), at: source.position)
    default: try scanPlainScalar()
    }
  }

  /// Passes over whitespace, comments and line breaks. Tabs count only where no key may begin.
  private mutating func skipToToken() throws(YAMLFault) {
    while true {
      if source.column == 0, source.isByteOrderMark {
        guard features == .firstDocument else { throw YAMLFault(.byteOrderMarkInside, at: source.position) }
        source.skipByteOrderMark()
      }
      let mayBeTab = flowLevel > 0 || !mayKeyBegin
      while source.next == 0x20 || (mayBeTab && source.next == 0x09) { source.skip() }
      if source.next == UInt8(ascii: "#") { source.skipToLineEnd() }
      guard source.skipLineBreak() else { return }
      if flowLevel == 0 { mayKeyBegin = true }
    }
  }

  /// Opens a block collection where one begins further to the right than the one that is open.
  mutating func openBlock(
    at column: Int,
    _ kind: YAMLToken.Kind,
    at offset: Int,
    before number: Int? = nil
  ) throws(YAMLFault) {
    guard flowLevel == 0, indent < column else { return }
    indents.append(indent)
    indent = column
    try insert(kind, at: offset, before: number ?? nextTokenNumber)
  }

  /// Closes the block collections that end left of a column.
  mutating func closeBlocks(downTo column: Int) {
    guard flowLevel == 0 else { return }
    while indent > column, let outer = indents.popLast() {
      add(.blockEnd, from: source.inputPosition)
      indent = outer
    }
  }

  private mutating func scanEnd() throws(YAMLFault) {
    closeBlocks(downTo: -1)
    try dropSimpleKeys()
    mayKeyBegin = false
    add(.streamEnd, from: source.inputPosition)
  }

  private mutating func scanDocumentMarker(_ kind: YAMLToken.Kind) throws(YAMLFault) {
    closeBlocks(downTo: -1)
    try dropSimpleKey()
    mayKeyBegin = false
    let start = source.position
    source.skip(3)
    add(kind, from: start)
    guard kind == .documentEnd, features == .all else { return }
    source.skipWhitespace()
    guard source.next == UInt8(ascii: "#") || source.isAtLineEnd else {
      throw YAMLFault(.somethingBehind, at: source.position)
    }
  }
}
