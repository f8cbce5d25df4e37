public import KubernetesObjects

/// Finds fields of one document, each object and list of which is looked through once, when a field of it is asked for.
///
/// Hundreds of fields of one object so cost what the object costs, and not each as much.
public struct JSONFieldFinder {
  private let bytes: [UInt8]
  /// What was looked through, by where it begins.
  private var known: [Int: Contents] = [:]
  /// Positions one distance from each other, from the beginning on: lines and columns are counted from the last one before a place.
  private var marks: [JSONLocation]

  private static let distance = 512

  /// Where a field is written, without the whitespace around it.
  private struct Field {
    var key: Range<Int>?
    var value: Range<Int>
  }

  /// What an object or a list holds.
  private struct Contents {
    var members: [ExactString: Field] = [:]
    var elements: [Range<Int>] = []
  }

  /// Finds fields of a document.
  ///
  /// - Parameters:
  ///   - bytes: The document, UTF-8; what stands behind it does not matter.
  ///   - start: Where its first byte stands.
  public init(in bytes: [UInt8], from start: JSONLocation = JSONLocation()) {
    self.bytes = bytes
    marks = [start]
  }

  /// Where a field of the document stands; nil where it has no such field, or is no JSON up to there.
  ///
  /// Of repeated keys the last one holds.
  ///
  /// - Parameter path: The path to the field; the empty one leads to the document itself.
  /// - Complexity: O(*n*) in the length of what each step of the path is in, the first time that it is looked into; then O(1) a step.
  public mutating func location(of path: DocumentPath) -> JSONFieldLocation? {
    do throws(JSONScanner.Stop) {
      guard let field = try field(at: path) else { return nil }
      return JSONFieldLocation(key: field.key.map { locations(of: $0) }, value: locations(of: field.value))
    } catch {
      // What is no JSON has no fields; whoever decodes it is told what is wrong.
      return nil
    }
  }

  private mutating func field(at path: DocumentPath) throws(JSONScanner.Stop) -> Field? {
    let start = try bytes.withScanner { scanner throws(JSONScanner.Stop) in
      try scanner.passByteOrderMark()
      try scanner.documentBegins()
      return scanner.position
    }
    guard !path.steps.isEmpty else {
      return Field(value: try bytes.withScanner(at: start) { scanner throws(JSONScanner.Stop) in try scanner.valueRange() })
    }
    var field = Field(value: start..<start)
    for step in path.steps {
      let contents = try contents(at: field.value.lowerBound)
      switch step {
      case .key(let key):
        guard let member = contents.members[key] else { return nil }
        field = member
      case .index(let index):
        guard contents.elements.indices.contains(index) else { return nil }
        field = Field(value: contents.elements[index])
      }
    }
    return field
  }

  /// What the object or the list that begins at a byte holds; nothing where there is neither.
  private mutating func contents(at start: Int) throws(JSONScanner.Stop) -> Contents {
    if let known = known[start] { return known }
    let contents = try bytes.withScanner(at: start) { scanner throws(JSONScanner.Stop) in
      var contents = Contents()
      var isFirst = true
      switch try scanner.collectionBegins()?.byte {
      case UInt8(ascii: "{"):
        while let next = try scanner.nextKey(isFirst: isFirst) {
          isFirst = false
          let key = ExactString(String(decoding: next.name, as: UTF8.self))
          contents.members[key] = Field(
            key: (next.quoted.start - 1)..<(next.quoted.end + 1), value: try scanner.valueRange())
        }
      case UInt8(ascii: "["):
        while try scanner.goesOn(isFirst: isFirst, in: .list, until: UInt8(ascii: "]")) {
          isFirst = false
          contents.elements.append(try scanner.valueRange())
        }
      default: break
      }
      return contents
    }
    known[start] = contents
    return contents
  }

  private mutating func locations(of range: Range<Int>) -> Range<JSONLocation> {
    location(at: range.lowerBound)..<location(at: range.upperBound)
  }

  private mutating func location(at byte: Int) -> JSONLocation {
    let index = byte / Self.distance
    return bytes.withView { view in
      while marks.count <= index {
        let start = (marks.count - 1) * Self.distance
        var mark = marks[marks.count - 1]
        mark.advance(over: view.part(start..<start + Self.distance))
        marks.append(mark)
      }
      var location = marks[index]
      location.advance(over: view.part(index * Self.distance..<byte))
      return location
    }
  }
}

extension [UInt8] {
  /// Scans the bytes from a place on.
  fileprivate func withScanner<Result>(
    at position: Int = 0,
    _ body: (inout JSONScanner) throws(JSONScanner.Stop) -> Result
  ) throws(JSONScanner.Stop) -> Result {
    try withView { view throws(JSONScanner.Stop) in
      var scanner = JSONScanner(bytes: view, isComplete: true, position: position)
      return try body(&scanner)
    }
  }
}
