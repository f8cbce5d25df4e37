extension YAMLScanner {
  mutating func scanFlowStart(_ token: YAMLToken) throws(YAMLError.Reason) {
    try noteSimpleKey()
    guard flowLevel < Self.maximumDepth else { throw .unsupported }
    simpleKeys.append(nil)
    mayKeyBegin = true
    reader.skip()
    tokens.append(token)
  }

  mutating func scanFlowEnd(_ token: YAMLToken) throws(YAMLError.Reason) {
    try dropSimpleKey()
    if flowLevel > 0 { simpleKeys.removeLast() }
    mayKeyBegin = false
    reader.skip()
    tokens.append(token)
  }

  mutating func scanFlowEntry() throws(YAMLError.Reason) {
    try dropSimpleKey()
    mayKeyBegin = true
    reader.skip()
    tokens.append(.flowEntry)
  }

  /// `- `, which opens a block sequence where none is open here.
  mutating func scanBlockEntry() throws(YAMLError.Reason) {
    try openBlockAtIndicator(.blockSequenceStart)
    try dropSimpleKey()
    mayKeyBegin = true
    reader.skip()
    tokens.append(.blockEntry)
  }

  /// `? `, the indicator of a key.
  mutating func scanKey() throws(YAMLError.Reason) {
    try openBlockAtIndicator(.blockMappingStart)
    try dropSimpleKey()
    mayKeyBegin = flowLevel == 0
    reader.skip()
    tokens.append(.key)
  }

  /// `: `, the indicator of a value. It makes what comes before it a key where a key may have begun there.
  mutating func scanValue() throws(YAMLError.Reason) {
    if let key = try possibleSimpleKey(at: flowLevel) {
      let position = key.tokenNumber - takenCount
      guard tokens.indices.contains(position) else { throw .malformed }
      tokens.insert(.key, at: position)
      try openBlock(at: key.column, .blockMappingStart, before: position)
      simpleKeys[flowLevel] = nil
      mayKeyBegin = false
    } else {
      try openBlockAtIndicator(.blockMappingStart)
      mayKeyBegin = flowLevel == 0
    }
    reader.skip()
    tokens.append(.value)
  }

  /// Opens the block collection of an indicator outside flow collections, where none is open here and one may begin.
  private mutating func openBlockAtIndicator(_ token: YAMLToken) throws(YAMLError.Reason) {
    guard flowLevel == 0 else { return }
    guard mayKeyBegin else { throw .malformed }
    try openBlock(at: reader.column, token)
  }
}
