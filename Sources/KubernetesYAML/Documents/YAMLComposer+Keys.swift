extension YAMLComposer {
  /// Up to how many keys are compared each with each other, which is faster than a table.
  private static let smallCount = 8

  /// Finds the keys of a mapping that are there more than once. The last one holds.
  mutating func findRepeatedKeys(_ keys: [UInt32]) {
    guard keys.count > 1 else { return }
    if keys.count <= Self.smallCount {
      for later in 1..<keys.count {
        let content = keyContent(of: keys[later])
        for earlier in (0..<later).reversed() where isSame(keyContent(of: keys[earlier]), content) {
          override(keys[earlier], by: keys[later])
          break
        }
      }
      return
    }
    // A table with open addressing, at most half full; 0 stands for an empty place, since no key is the first node.
    var capacity = 32
    while capacity < 2 * keys.count { capacity *= 2 }
    var table = [UInt32](repeating: 0, count: capacity)
    for key in keys {
      let content = keyContent(of: key)
      var place = hash(of: content) & (capacity - 1)
      while table[place] != 0, !isSame(keyContent(of: table[place]), content) { place = (place + 1) & (capacity - 1) }
      if table[place] != 0 { override(table[place], by: key) }
      table[place] = key
    }
  }

  /// What a key is as one of JSON.
  func keyContent(of key: UInt32) -> YAMLContent {
    let node = nodes[Int(key)]
    let target = node.kind == .alias ? node.target : key
    // Hardly any key is none.
    if !keys.isEmpty, let content = keys[target] { return content }
    return nodes[Int(target)].content
  }

  private func byte(_ content: YAMLContent, _ offset: Int) -> UInt8 {
    let position = Int(content.start) + offset
    return content.storage == .source ? parser.scanner.source.bytes[position] : parser.scanner.made[position]
  }

  private func isSame(_ left: YAMLContent, _ right: YAMLContent) -> Bool {
    guard left.length == right.length else { return false }
    for offset in 0..<Int(left.length) where byte(left, offset) != byte(right, offset) { return false }
    return true
  }

  /// The hash of a key, which nobody can foresee, so that nobody can write keys that share one.
  private func hash(of content: YAMLContent) -> Int {
    var hasher = Hasher()
    var (word, bits) = (UInt64(0), UInt64(0))
    for offset in 0..<Int(content.length) {
      word |= UInt64(byte(content, offset)) << bits
      bits += 8
      if bits == 64 {
        hasher.combine(word)
        (word, bits) = (0, 0)
      }
    }
    hasher.combine(word)
    return hasher.finalize()
  }
}
