/// Cuts the input into tokens. Indentation becomes tokens that open and close block collections.
struct YAMLScanner {
  /// How deep collections may be nested.
  static let maximumDepth = 200

  var reader: YAMLReader
  /// Tokens that are cut and not taken yet.
  var tokens: [YAMLToken] = []
  /// How many tokens have been taken.
  var takenCount = 0
  /// The column of the block collection that is open; -1 for none.
  var indent = -1
  /// The columns of the block collections around it.
  private var indents: [Int] = []
  /// Where a key may have begun that is only known by the colon after it: one place for each open flow collection, and one
  /// for the block around them.
  var simpleKeys: [SimpleKey?] = [nil]
  /// Whether a simple key may begin here.
  var mayKeyBegin = true

  /// How many flow collections are open.
  var flowLevel: Int { simpleKeys.count - 1 }

  init(_ input: String) {
    reader = YAMLReader(input)
  }

  /// The next token, which stays the next one.
  mutating func peek() throws(YAMLError.Reason) -> YAMLToken {
    while true {
      if let token = tokens.first, try !isSimpleKeyPossible(at: takenCount) { return token }
      try scanToken()
    }
  }

  /// The next token.
  mutating func take() throws(YAMLError.Reason) -> YAMLToken {
    let token = try peek()
    tokens.removeFirst()
    takenCount += 1
    return token
  }

  private mutating func scanToken() throws(YAMLError.Reason) {
    try skipToToken()
    closeBlocks(downTo: reader.column)
    if reader.next == YAMLReader.end { return try scanEnd() }
    if reader.column == 0, reader.next == "%" { throw .unsupported }
    if reader.isDocumentMarker("-") { return try scanDocumentMarker(.documentStart) }
    if reader.isDocumentMarker(".") { return try scanDocumentMarker(.documentEnd) }
    let isBeforeWhitespace = reader[1].isWhitespaceOrEnd
    switch reader.next {
    case "[": try scanFlowStart(.flowSequenceStart)
    case "{": try scanFlowStart(.flowMappingStart)
    case "]": try scanFlowEnd(.flowSequenceEnd)
    case "}": try scanFlowEnd(.flowMappingEnd)
    case ",": try scanFlowEntry()
    case "-" where isBeforeWhitespace: try scanBlockEntry()
    case "?" where isBeforeWhitespace || flowLevel > 0: try scanKey()
    case ":" where isBeforeWhitespace || flowLevel > 0: try scanValue()
    case "*", "&", "!": throw .unsupported
    case "|" where flowLevel == 0, ">" where flowLevel == 0: try scanBlockScalar()
    case "'", "\"": try scanQuotedScalar()
    case "#", "|", ">", "%", "@", "`", "\t": throw .malformed
    default: try scanPlainScalar()
    }
  }

  /// Passes over whitespace, comments and line breaks. Tabs count only where no key may begin.
  private mutating func skipToToken() throws(YAMLError.Reason) {
    while true {
      if reader.column == 0, reader.next == "\u{FEFF}" { throw .unsupported }
      while reader.next == " " || (reader.next == "\t" && (flowLevel > 0 || !mayKeyBegin)) { reader.skip() }
      if reader.next == "#" { reader.skipToLineBreak() }
      guard reader.readLineBreak() != nil else { return }
      if flowLevel == 0 { mayKeyBegin = true }
    }
  }

  /// Opens a block collection where one begins further to the right than the one that is open.
  mutating func openBlock(at column: Int, _ token: YAMLToken, before position: Int? = nil) throws(YAMLError.Reason) {
    guard flowLevel == 0, indent < column else { return }
    guard indents.count < Self.maximumDepth else { throw .unsupported }
    indents.append(indent)
    indent = column
    tokens.insert(token, at: position ?? tokens.count)
  }

  /// Closes the block collections that end left of a column.
  private mutating func closeBlocks(downTo column: Int) {
    guard flowLevel == 0 else { return }
    while indent > column, let outer = indents.popLast() {
      tokens.append(.blockEnd)
      indent = outer
    }
  }

  private mutating func scanEnd() throws(YAMLError.Reason) {
    reader.endLastLine()
    closeBlocks(downTo: -1)
    try dropSimpleKey()
    mayKeyBegin = false
    tokens.append(.streamEnd)
  }

  private mutating func scanDocumentMarker(_ token: YAMLToken) throws(YAMLError.Reason) {
    closeBlocks(downTo: -1)
    try dropSimpleKey()
    mayKeyBegin = false
    for _ in 0..<3 { reader.skip() }
    tokens.append(token)
  }
}
