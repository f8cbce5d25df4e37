import KubernetesObjects

/// Finds the bytes of a document to replace for a change of a field.
struct JSONFieldEditor {
  /// Why nothing is found.
  enum Failure: Error {
    case refused(JSONEditRefusal)
    /// The bytes are no JSON.
    case stopped
  }

  /// An object or a list on the way to the field, and which of its members leads on.
  struct Level {
    let collection: JSONCollection
    let index: Int

    var member: JSONCollection.Member { collection.members[index] }
  }

  let bytes: ByteView

  /// What to replace for a change in the value that begins at a byte, behind whitespace; nil where the field is so already.
  mutating func replacement(for edit: JSONEdit, from start: Int) throws(Failure) -> JSONReplacement? {
    var levels: [Level] = []
    var value = try self.value(at: start)
    for (position, step) in edit.path.steps.enumerated() {
      let rest = edit.path.steps[position...]
      guard let collection = try collection(at: value) else {
        guard isNull(value) else { throw .refused(.otherForm) }
        guard edit.change != .removed else { return nil }
        // What is null is made as if it were not there.
        return JSONReplacement(range: value, bytes: JSONLayout(around: levels, in: bytes).nested(edit.change, at: rest))
      }
      guard let index = try index(of: step, in: collection) else {
        guard edit.change != .removed else { return nil }
        return try addition(of: edit.change, at: rest, to: collection, in: levels)
      }
      levels.append(Level(collection: collection, index: index))
      value = collection.members[index].value
    }
    guard edit.change != .removed else { return removal(levels[...]) }
    // What somebody wrote in an object or a list is not thrown away for a value.
    guard try collection(at: value) == nil else { throw .refused(.otherForm) }
    let written = JSONLayout.literal(edit.change)
    return isWritten(edit.change, at: value) ? nil : JSONReplacement(range: value, bytes: written)
  }

  /// Which member a step leads to; nil where there is none yet.
  private func index(of step: DocumentPath.Step, in collection: JSONCollection) throws(Failure) -> Int? {
    switch (step, collection.form) {
    case (.key(let key), .object):
      let indices = collection.members.indices.filter { collection.members[$0].name.elementsEqual(key.string.utf8) }
      guard indices.count <= 1 else { throw .refused(.repeatedKey) }
      return indices.first
    case (.index(let index), .list):
      guard (0...collection.members.count).contains(index) else { throw .refused(.otherForm) }
      return index < collection.members.count ? index : nil
    default: throw .refused(.otherForm)
    }
  }

  private func addition(
    of change: JSONEdit.Change, at path: ArraySlice<DocumentPath.Step>, to collection: JSONCollection, in levels: [Level]
  ) throws(Failure) -> JSONReplacement {
    guard let last = collection.members.last else {
      let layout = JSONLayout(around: levels, in: bytes)
      return JSONReplacement(range: collection.range, bytes: layout.nested(change, at: path))
    }
    let layout = JSONLayout(within: collection, below: levels, in: bytes)
    return JSONReplacement(
      range: last.value.upperBound..<last.value.upperBound, bytes: layout.separator + layout.member(change, at: path))
  }

  /// Takes the member away to which the levels lead; with it the objects that hold nothing else.
  private func removal(_ levels: ArraySlice<Level>) -> JSONReplacement? {
    guard let level = levels.last else { return nil }
    let (members, index) = (level.collection.members, level.index)
    guard members.count > 1 else {
      if level.collection.form == .object, let outer = levels.dropLast().last, outer.collection.form == .object {
        return removal(levels.dropLast())
      }
      return JSONReplacement(
        range: level.collection.range, bytes: Array((level.collection.form == .object ? "{}" : "[]").utf8))
    }
    let range =
      index + 1 < members.count
      ? members[index].start..<members[index + 1].start
      : members[index - 1].value.upperBound..<members[index].value.upperBound
    return JSONReplacement(range: range, bytes: [])
  }

  private func isNull(_ value: Range<Int>) -> Bool { bytes[value].elementsEqual("null".utf8) }

  private func isWritten(_ change: JSONEdit.Change, at value: Range<Int>) -> Bool {
    switch change {
    case .string(let string):
      bytes[value].first == UInt8(ascii: "\"")
        && JSONEscapes.resolved(in: ArraySlice(Array(bytes[(value.lowerBound + 1)..<(value.upperBound - 1)])))
          .elementsEqual(string.string.utf8)
    case .integer, .removed: bytes[value].elementsEqual(JSONLayout.literal(change))
    }
  }
}

// MARK: - Reading

extension JSONFieldEditor {
  /// Where the value is that begins at a byte, behind whitespace.
  private func value(at start: Int) throws(Failure) -> Range<Int> {
    try scan(from: start) { scanner throws(JSONScanner.Stop) in
      if start == 0 { try scanner.passByteOrderMark() }
      return try scanner.valueRange()
    }
  }

  /// The object or the list at a place; nil where neither is there.
  private func collection(at value: Range<Int>) throws(Failure) -> JSONCollection? {
    try scan(from: value.lowerBound) { scanner throws(JSONScanner.Stop) in
      guard let begin = try scanner.collectionBegins() else { return nil }
      var members: [JSONCollection.Member] = []
      if begin.byte == UInt8(ascii: "{") {
        while let key = try scanner.nextKey(isFirst: members.isEmpty) {
          let range = (key.quoted.start - 1)..<(key.quoted.end + 1)
          members.append(.init(name: Array(key.name), key: range, value: try scanner.valueRange()))
        }
      } else {
        while try scanner.goesOn(isFirst: members.isEmpty, in: .list, until: UInt8(ascii: "]")) {
          members.append(.init(name: [], key: nil, value: try scanner.valueRange()))
        }
      }
      return JSONCollection(form: begin.byte == UInt8(ascii: "{") ? .object : .list, range: value, members: members)
    }
  }

  private func scan<Result>(
    from start: Int, _ body: (inout JSONScanner) throws(JSONScanner.Stop) -> Result
  ) throws(Failure) -> Result {
    var scanner = JSONScanner(bytes: bytes, isComplete: true, position: start)
    do throws(JSONScanner.Stop) {
      return try body(&scanner)
    } catch {
      throw .stopped
    }
  }
}
