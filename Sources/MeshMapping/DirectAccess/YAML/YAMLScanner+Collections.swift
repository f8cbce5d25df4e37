extension YAMLScanner {
  mutating func scanFlowStart(_ token: YAMLToken) throws(YAMLProblem) {
    try noteSimpleKey()
    guard flowLevel < Self.maximumDepth else { throw .unsupported }
    simpleKeys.append(nil)
    mayKeyBegin = true
    reader.skip()
    tokens.append(token)
  }

  mutating func scanFlowEnd(_ token: YAMLToken) throws(YAMLProblem) {
    try dropSimpleKey()
    if flowLevel > 0 { simpleKeys.removeLast() }
    mayKeyBegin = false
    reader.skip()
    tokens.append(token)
  }

  mutating func scanFlowEntry() throws(YAMLProblem) {
    try dropSimpleKey()
    mayKeyBegin = true
    reader.skip()
    tokens.append(.flowEntry)
  }

  /// `- `, which opens a block sequence where none is open here.
  mutating func scanBlockEntry() throws(YAMLProblem) {
    try openBlockAtMark(.blockSequenceStart)
    try dropSimpleKey()
    mayKeyBegin = true
    reader.skip()
    tokens.append(.blockEntry)
  }

  /// `? `, the mark of a key.
  mutating func scanKey() throws(YAMLProblem) {
    try openBlockAtMark(.blockMappingStart)
    try dropSimpleKey()
    mayKeyBegin = flowLevel == 0
    reader.skip()
    tokens.append(.key)
  }

  /// `: `, the mark of a value. It makes what comes before it a key where a key may have begun there.
  mutating func scanValue() throws(YAMLProblem) {
    if let key = try possibleSimpleKey(at: flowLevel) {
      let position = key.tokenNumber - takenCount
      guard tokens.indices.contains(position) else { throw .malformed }
      tokens.insert(.key, at: position)
      try openBlock(at: key.column, .blockMappingStart, before: position)
      simpleKeys[flowLevel] = nil
      mayKeyBegin = false
    } else {
      try openBlockAtMark(.blockMappingStart)
      mayKeyBegin = flowLevel == 0
    }
    reader.skip()
    tokens.append(.value)
  }

  /// Opens the block collection of a mark outside flow collections, where none is open here and one may begin.
  private mutating func openBlockAtMark(_ token: YAMLToken) throws(YAMLProblem) {
    guard flowLevel == 0 else { return }
    guard mayKeyBegin else { throw .malformed }
    try openBlock(at: reader.column, token)
  }
}
