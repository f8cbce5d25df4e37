public import KubernetesObjects

extension JSONReader {
  /// Where a field of a document stands; nil where the document has no such field, or is no JSON up to there.
  ///
  /// Of repeated keys the last one holds. What stands behind the document does not matter, so an object of a large document can be
  /// looked into alone, from where it begins.
  ///
  /// - Parameters:
  ///   - path: The path to the field; the empty one leads to the document itself.
  ///   - bytes: The document, UTF-8.
  ///   - start: Where its first byte stands.
  /// - Complexity: O(*n*) in the length of the document for each step of the path.
  public static func location(
    of path: DocumentPath,
    in bytes: [UInt8],
    from start: JSONLocation = JSONLocation()
  ) -> JSONFieldLocation? {
    bytes.withView { view in
      var finder = JSONFieldFinder(bytes: view)
      do throws(JSONScanner.Stop) {
        guard let field = try finder.field(at: path.steps[...]) else { return nil }
        var location = start
        var byte = 0
        func advance(to next: Int) -> JSONLocation {
          location.advance(over: view.part(byte..<next))
          byte = next
          return location
        }
        let key = field.key.map { key in
          let start = advance(to: key.lowerBound)
          return start..<advance(to: key.upperBound)
        }
        let value = advance(to: field.value.lowerBound)
        return JSONFieldLocation(key: key, value: value..<advance(to: field.value.upperBound))
      } catch {
        // What is no JSON has no fields; whoever decodes it is told what is wrong.
        return nil
      }
    }
  }
}

/// Looks for a field in a document.
private struct JSONFieldFinder {
  let bytes: ByteView

  /// Where a field is written.
  struct Field {
    var key: Range<Int>?
    var value: Range<Int>
  }

  mutating func field(at path: ArraySlice<DocumentPath.Step>) throws(JSONScanner.Stop) -> Field? {
    var scanner = JSONScanner(bytes: bytes, isComplete: true, position: 0)
    try scanner.passByteOrderMark()
    try scanner.documentBegins()
    var field = Field(key: nil, value: scanner.position..<scanner.position)
    for step in path {
      scanner.position = field.value.lowerBound
      let next: Field? =
        switch step {
        case .key(let key): try member(of: key, &scanner)
        case .index(let index): try element(at: index, &scanner)
        }
      guard let next else { return nil }
      field = next
    }
    scanner.position = field.value.lowerBound
    field.value = try skipValue(&scanner)
    return field
  }

  private func member(of key: ExactString, _ scanner: inout JSONScanner) throws(JSONScanner.Stop) -> Field? {
    guard try scanner.collectionBegins()?.byte == UInt8(ascii: "{") else { return nil }
    var found: Field?
    var isFirst = true
    while let next = try scanner.nextKey(isFirst: isFirst) {
      isFirst = false
      let value = try skipValue(&scanner)
      if next.name.elementsEqual(key.string.utf8) {
        found = Field(key: (next.quoted.start - 1)..<(next.quoted.end + 1), value: value)
      }
    }
    return found
  }

  private func element(at index: Int, _ scanner: inout JSONScanner) throws(JSONScanner.Stop) -> Field? {
    guard try scanner.collectionBegins()?.byte == UInt8(ascii: "[") else { return nil }
    var count = 0
    while try scanner.goesOn(isFirst: count == 0, in: .list, until: UInt8(ascii: "]")) {
      let value = try skipValue(&scanner)
      if count == index { return Field(key: nil, value: value) }
      count += 1
    }
    return nil
  }

  /// Goes behind the next value, and gives where it is.
  private func skipValue(_ scanner: inout JSONScanner) throws(JSONScanner.Stop) -> Range<Int> {
    scanner.skipWhitespace()
    let start = scanner.position
    var tape = JSONTapeBuilder()
    try scanner.value(to: &tape)
    return start..<scanner.position
  }
}
