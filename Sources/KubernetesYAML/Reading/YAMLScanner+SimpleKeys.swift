extension YAMLScanner {
  /// Where a simple key may have begun.
  struct SimpleKey {
    /// The number of its token, counted from the first of the input.
    let tokenNumber: Int
    let index: Int
    let line: Int
    let column: Int
    /// Whether what stands here can be nothing but a key.
    let isRequired: Bool
  }

  /// How far after its beginning the colon of a key may come.
  private static let maximumKeyLength = 1024

  /// Notes that a key may begin here.
  mutating func noteSimpleKey() throws(YAMLError.Reason) {
    guard mayKeyBegin else { return }
    try dropSimpleKey()
    simpleKeys[flowLevel] = SimpleKey(
      tokenNumber: takenCount + tokens.count,
      index: reader.index,
      line: reader.line,
      column: reader.column,
      isRequired: flowLevel == 0 && indent == reader.column
    )
  }

  /// Forgets where a key may have begun, which is an error where there is nothing else that it can be.
  mutating func dropSimpleKey() throws(YAMLError.Reason) {
    if let key = simpleKeys[flowLevel], key.isRequired { throw .malformed }
    simpleKeys[flowLevel] = nil
  }

  /// Where a key may have begun, unless that is on a line before or too far back.
  mutating func possibleSimpleKey(at level: Int) throws(YAMLError.Reason) -> SimpleKey? {
    guard let key = simpleKeys[level] else { return nil }
    if key.line == reader.line, key.index + Self.maximumKeyLength >= reader.index { return key }
    if key.isRequired { throw .malformed }
    simpleKeys[level] = nil
    return nil
  }

  /// Whether a token may turn out to be a key.
  mutating func isSimpleKeyPossible(at tokenNumber: Int) throws(YAMLError.Reason) -> Bool {
    guard let level = simpleKeys.firstIndex(where: { $0?.tokenNumber == tokenNumber }) else { return false }
    return try possibleSimpleKey(at: level) != nil
  }
}
