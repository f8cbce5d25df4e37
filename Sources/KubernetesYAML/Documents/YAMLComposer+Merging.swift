extension YAMLComposer {
  /// How many entries may be merged, beyond what the document has bytes.
  private static let freeMergedCount = 100_000

  /// Sets the entries of a mapping that others are merged into. As Kubernetes' own tools have it, an entry holds over those that
  /// come before it, merged or not; of the mappings in a sequence the first one holds over the others.
  mutating func merge(into mapping: UInt32, upTo end: UInt32) throws(YAMLFault) {
    var entries = MergedEntries()
    var key = mapping + 1
    while key < end {
      let value = nodes[Int(key)].next
      if nodes[Int(key)].isMerge {
        for source in try mergedMappings(in: value) { try add(source, to: &entries) }
      } else {
        entries.set(bytes(ofKey: key), to: YAMLTape.Entry(key: key, value: value))
      }
      key = nodes[Int(value)].next
    }
    merged[mapping] = entries.entries
  }

  /// The entries of a mapping by key.
  private struct MergedEntries {
    var entries: [YAMLTape.Entry] = []
    var positions: [[UInt8]: Int] = [:]

    mutating func set(_ key: [UInt8], to entry: YAMLTape.Entry) {
      if let position = positions[key] {
        entries[position] = entry
      } else {
        positions[key] = entries.count
        entries.append(entry)
      }
    }
  }

  /// The mappings that a value of a merge key names, the one last that holds over the others.
  private func mergedMappings(in value: UInt32) throws(YAMLFault) -> [UInt32] {
    let target = target(of: value)
    switch nodes[Int(target)].kind {
    case .mapping: return [target]
    // Of a list that an alias stands for nothing is merged.
    case .sequence where target == value:
      var mappings: [UInt32] = []
      var element = target + 1
      while element < nodes[Int(target)].next {
        let mapping = self.target(of: element)
        guard nodes[Int(mapping)].kind == .mapping else { break }
        mappings.append(mapping)
        element = nodes[Int(element)].next
      }
      if element == nodes[Int(target)].next { return mappings.reversed() }
    default: break
    }
    throw YAMLFault(.mergeOfNoMapping, at: Int(nodes[Int(value)].start))
  }

  private func target(of node: UInt32) -> UInt32 {
    nodes[Int(node)].kind == .alias ? nodes[Int(node)].target : node
  }

  private func bytes(ofKey key: UInt32) -> [UInt8] {
    let content = keyContent(of: key)
    return Array(
      content.storage == .source ? parser.scanner.source.bytes[content.range] : parser.scanner.made[content.range])
  }

  /// Adds the entries of a mapping, which is closed.
  private mutating func add(_ mapping: UInt32, to entries: inout MergedEntries) throws(YAMLFault) {
    if let merged = merged[mapping] {
      for entry in merged { entries.set(bytes(ofKey: entry.key), to: entry) }
      mergedCount += merged.count
    } else {
      var key = mapping + 1
      while key < nodes[Int(mapping)].next {
        let value = nodes[Int(key)].next
        entries.set(bytes(ofKey: key), to: YAMLTape.Entry(key: key, value: value))
        key = nodes[Int(value)].next
        mergedCount += 1
      }
    }
    guard mergedCount <= Self.freeMergedCount + parser.scanner.source.count else {
      throw YAMLFault(.expandsTooMuch, at: Int(nodes[Int(mapping)].start))
    }
  }
}
