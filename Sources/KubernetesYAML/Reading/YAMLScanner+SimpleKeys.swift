extension YAMLScanner {
  /// Where a simple key may have begun.
  struct SimpleKey {
    /// The number of its token, counted from the first of the input.
    let tokenNumber: Int
    let offset: Int
    let line: Int
    let column: Int
    /// Whether what stands here can be nothing but a key.
    let isRequired: Bool
  }

  /// How many characters after its beginning the colon of a key may come.
  private static let maximumKeyLength = 1024

  /// Notes that a key may begin here.
  mutating func noteSimpleKey() throws(YAMLFault) {
    guard mayKeyBegin else { return }
    try dropSimpleKey()
    simpleKeys[flowLevel] = SimpleKey(
      tokenNumber: nextTokenNumber,
      offset: source.position,
      line: source.line,
      column: source.column,
      isRequired: flowLevel == 0 && indent == source.column
    )
    simpleKeyLevels.append(flowLevel)
  }

  /// Forgets where a key may have begun, which is an error where there is nothing else that it can be.
  mutating func dropSimpleKey() throws(YAMLFault) {
    if let key = simpleKeys[flowLevel], key.isRequired { throw YAMLFault(.missingColon, at: key.offset) }
    forgetSimpleKey()
  }

  /// Forgets where a key may have begun in the innermost collection.
  mutating func forgetSimpleKey() {
    if simpleKeyLevels.last == flowLevel { simpleKeyLevels.removeLast() }
    simpleKeys[flowLevel] = nil
  }

  /// Forgets all places where a key may have begun, at the end of the input.
  mutating func dropSimpleKeys() throws(YAMLFault) {
    for case .some(let key) in simpleKeys where key.isRequired { throw YAMLFault(.missingColon, at: key.offset) }
    for level in simpleKeys.indices { simpleKeys[level] = nil }
    simpleKeyLevels = []
  }

  /// Where a key may have begun, unless that is on a line before or too far back.
  mutating func possibleSimpleKey(at level: Int) throws(YAMLFault) -> SimpleKey? {
    guard let key = simpleKeys[level] else { return nil }
    let isOnLine = key.line == source.line
    if isOnLine, isNear(key) { return key }
    if key.isRequired { throw YAMLFault(isOnLine ? .keyTooLong : .missingColon, at: key.offset) }
    simpleKeys[level] = nil
    simpleKeyLevels.removeAll { $0 == level }
    return nil
  }

  private func isNear(_ key: SimpleKey) -> Bool {
    let length = source.position - key.offset
    guard length > Self.maximumKeyLength else { return true }
    // A character has at most four bytes.
    guard length <= 4 * Self.maximumKeyLength else { return false }
    return source.bytes[key.offset..<source.position].count { $0 & 0xC0 != 0x80 } <= Self.maximumKeyLength
  }

  /// Whether a token may turn out to be a key.
  mutating func isSimpleKeyPossible(at tokenNumber: Int) throws(YAMLFault) -> Bool {
    // The numbers of tokens grow from the outermost collection to the innermost one.
    for level in simpleKeyLevels {
      guard let number = simpleKeys[level]?.tokenNumber, number <= tokenNumber else { return false }
      if number == tokenNumber { return try possibleSimpleKey(at: level) != nil }
    }
    return false
  }
}
