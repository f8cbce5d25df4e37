extension YAMLScanner {
  mutating func scanFlowStart(_ kind: YAMLToken.Kind) throws(YAMLFault) {
    try noteSimpleKey()
    simpleKeys.append(nil)
    mayKeyBegin = true
    addIndicator(kind)
  }

  mutating func scanFlowEnd(_ kind: YAMLToken.Kind) throws(YAMLFault) {
    try dropSimpleKey()
    if flowLevel > 0 { simpleKeys.removeLast() }
    mayKeyBegin = false
    addIndicator(kind)
  }

  mutating func scanFlowEntry() throws(YAMLFault) {
    try dropSimpleKey()
    mayKeyBegin = true
    addIndicator(.flowEntry)
  }

  /// `- `, which opens a block sequence where none is open here.
  mutating func scanBlockEntry() throws(YAMLFault) {
    try openBlockAtIndicator(.blockSequenceStart, orElse: .dashInValue)
    try dropSimpleKey()
    mayKeyBegin = true
    addIndicator(.blockEntry)
  }

  /// `? `, the indicator of a key.
  mutating func scanKey() throws(YAMLFault) {
    try openBlockAtIndicator(.blockMappingStart, orElse: .keyIndicatorInValue)
    try dropSimpleKey()
    mayKeyBegin = flowLevel == 0
    addIndicator(.key)
  }

  /// `: `, the indicator of a value. It makes what comes before it a key where a key may have begun there.
  mutating func scanValue() throws(YAMLFault) {
    if let key = try possibleSimpleKey(at: flowLevel) {
      try insert(.key, at: key.offset, before: key.tokenNumber)
      try openBlock(at: key.column, .blockMappingStart, at: key.offset, before: key.tokenNumber)
      forgetSimpleKey()
      mayKeyBegin = false
    } else {
      try openBlockAtIndicator(.blockMappingStart, orElse: .colonInValue)
      mayKeyBegin = flowLevel == 0
    }
    addIndicator(.value)
  }

  private mutating func addIndicator(_ kind: YAMLToken.Kind) {
    let start = source.position
    source.skip()
    add(kind, from: start)
  }

  /// Opens the block collection of an indicator outside flow collections, where none is open here and one may begin.
  private mutating func openBlockAtIndicator(_ kind: YAMLToken.Kind, orElse problem: YAMLProblem) throws(YAMLFault) {
    guard flowLevel == 0 else { return }
    guard mayKeyBegin else { throw YAMLFault(problem, at: source.position) }
    try openBlock(at: source.column, kind, at: source.position)
  }
}
