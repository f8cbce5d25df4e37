import KubernetesJSON
import KubernetesObjects
import KubernetesYAML

/// Finds fields of objects in the files that they were read from, by reading the document of the object once more.
struct FieldFinder {
  /// A position for people: line and column, counted from 1.
  struct Location: Hashable {
    let line: Int
    let column: Int
  }

  /// A field that was found.
  struct Field {
    /// Where its key stands, or the value of one that has none.
    let location: Location
    /// Where its value stands.
    let value: Location
    /// The value as it is written; nil where it is more than a few words.
    let written: String?
    /// How many bytes of the file stand before the key, and before what is behind the value.
    let bytes: Range<Int>
  }

  let places: InputPlaces
  /// The document that was read last, for an object of it.
  private var last: (place: InputPlace, document: Document?)?
  /// What looks for fields of it, where it is JSON: of hundreds of fields none is looked for from the beginning on.
  var json: JSONFieldFinder?
  /// What the object was made of that was asked for last.
  var lastMaking: (place: InputPlace, making: Making)?
  /// The columns of the line that was looked at last.
  private var columns = LineColumns()

  /// How many bytes a document of YAML may have for its fields to be looked for.
  private let largestDocument: Int

  init(in places: InputPlaces, documentsUpTo largestDocument: Int = 1 << 28) {
    self.places = places
    self.largestDocument = largestDocument
  }

  /// An object that was read once more, or the document that it is in.
  enum Document {
    case json([UInt8], JSONLocation)
    case yaml(YAMLDocument, [UInt8])
  }

  /// The field at a path of the object at a place; nil where it has none, or cannot be read once more.
  mutating func field(at path: DocumentPath, of place: InputPlace) -> Field? {
    switch document(of: place) {
    case .json(let bytes, let start): json?.location(of: path).map { Self.field($0, in: bytes, from: start) }
    case .yaml(let document, let bytes):
      document.object(at: place)
        .flatMap { Self.field(at: path, of: place, in: $0, bytes) }
    case nil: nil
    }
  }

  /// The field at a path of the document in which a place is.
  private mutating func fieldOfDocument(at path: DocumentPath, around place: InputPlace) -> Field? {
    guard case .yaml(let document, let bytes) = document(of: place) else { return nil }
    return Self.field(at: path, of: place, in: document.root, bytes)
  }

  /// The field that is wrong with an object that cannot be read; nil where it is not written.
  mutating func field(of failure: ObjectFailure, at place: InputPlace) -> Field? {
    guard let path = DocumentPath(parsing: failure.path) else { return nil }
    guard place.form == .yaml else { return field(at: path, of: place) }
    // What is no mapping is not noted on the way from YAML to JSON.
    guard let item = DocumentPath(parsing: failure.itemPath) else { return nil }
    return fieldOfDocument(at: item.appending(path), around: place)
  }

  /// What is wrong with an object, with where that is, and what stands there.
  mutating func problem(_ failure: ObjectFailure, at place: InputPlace) -> InputProblem {
    if failure.isOfNoObject, failure.path.isEmpty, failure.itemPath.isEmpty {
      let problem = "is no object; write one, or a List with the objects as its items"
      return InputProblem(place: "\(place.source.name), line \(place.position.line)", problem: problem)
    }
    var path = DocumentPath(parsing: failure.path) ?? DocumentPath([])
    // What is no mapping is not noted on the way from YAML to JSON.
    let isBeside = place.form == .yaml
    if isBeside { path = (DocumentPath(parsing: failure.itemPath) ?? DocumentPath([])).appending(path) }
    var found: Field?
    var isWhole = true
    for count in stride(from: path.steps.count, through: 0, by: -1) where found == nil {
      let part = DocumentPath(Array(path.steps.prefix(count)))
      found = isBeside ? fieldOfDocument(at: part, around: place) : field(at: part, of: place)
      isWhole = count == path.steps.count
    }
    let location = found.map { isWhole ? $0.value : $0.location }
    let position = location.map { "line \($0.line), column \($0.column)" } ?? "line \(place.position.line)"
    var problem = failure.problem
    if isWhole, let written = found?.written, problem.hasPrefix("must ") {
      problem = "is \(written.printedSafely) and \(problem)"
      if failure.isUnquotedString, written.isWord { problem += ": \"\(written.printedSafely)\"" }
    }
    if let template = template(of: place, written: isWhole ? found?.written : nil) {
      problem += "; the file seems to be a template, since it holds \(template.mark): \(template.remedy)"
    }
    // The line says it better than the position in a list.
    var failure = failure
    failure.itemPath = ""
    let sentence = failure.path.isEmpty ? "\(failure.object) \(problem)" : "\(failure.object): \(failure.path) \(problem)"
    let made = making(of: place).phrase
    return InputProblem(place: "\(place.source.name), \(position)\(made)", problem: sentence.printedSafely)
  }
}

extension FieldFinder {
  /// The language of templates in which a value that is wrong is written, or the comments of its document.
  private mutating func template(of place: InputPlace, written: String?) -> Template.Language? {
    if let template = written.flatMap({ Template.language(of: $0.utf8) }) { return template }
    guard case .yaml(_, let bytes) = document(of: place) else { return nil }
    let comments = Template.Language.comments
    return Template.language(of: bytes.prefix(Self.commentsSize)) == comments ? comments : nil
  }

  /// In how many bytes of a document comments are looked for.
  private static let commentsSize = 1 << 16

  mutating func document(of place: InputPlace) -> Document? {
    if let last, last.place == place { return last.document }
    if let last, place.form == .yaml, last.place.source == place.source, last.place.document == place.document {
      return last.document
    }
    let document = read(place)
    last = (place, document)
    return document
  }

  private mutating func read(_ place: InputPlace) -> Document? {
    switch place.form {
    case .json:
      let start = place.position
      var size = 1 << 14
      // What is larger than that is no object that anybody wrote.
      while size <= 1 << 26 {
        guard let bytes = bytes(of: place.source, from: start.offset, atMost: size) else { return nil }
        if let whole = JSONReader.location(of: DocumentPath([]), in: bytes) {
          let location = JSONLocation(
            offset: start.offset, line: start.line, column: columns.column(of: start, in: place.source, by: self.bytes))
          let object = Array(bytes[..<whole.value.upperBound.offset])
          json = JSONFieldFinder(in: object, from: location)
          return .json(object, location)
        }
        guard bytes.count == size else { return nil }
        size *= 8
      }
      return nil
    case .yaml:
      // A file may hold thousands of documents: no more of it is read than this one takes.
      var size = 1 << 14
      while true {
        let count = min(size, largestDocument)
        guard let bytes = bytes(of: place.source, from: place.document.offset, atMost: count) else { return nil }
        if let document = YAMLDocument.first(of: bytes[...], bytes.count < count ? .all : .beginning) {
          return .yaml(document, bytes)
        }
        // What is not all of a document is none.
        guard bytes.count == count, count < largestDocument else { return nil }
        size *= 8
      }
    }
  }

  /// Some bytes of a source, as UTF-8; nil where it cannot be read once more.
  func bytes(of source: InputSource, from offset: Int, atMost count: Int) -> [UInt8]? {
    if let kept = places.bytes(of: source) { return Array(kept.dropFirst(offset).prefix(count)) }
    // A pipe that is opened once more may wait for ever.
    guard let path = source.path, FileKind(at: path) == .file else { return nil }
    do throws(InputProblem) {
      let input = try source.open()
      defer { input.close() }
      return try input.bytes(from: offset, atMost: count)
    } catch {
      // It could be read a moment ago; without it there is no column.
      return nil
    }
  }

  private static func field(_ found: JSONFieldLocation, in bytes: [UInt8], from start: JSONLocation) -> Field {
    let key = found.key?.lowerBound ?? found.value.lowerBound
    let range = (found.value.lowerBound.offset - start.offset)..<(found.value.upperBound.offset - start.offset)
    return Field(
      location: Location(line: key.line, column: key.column),
      value: Location(line: found.value.lowerBound.line, column: found.value.lowerBound.column),
      written: written(bytes[range]),
      bytes: key.offset..<max(key.offset, found.value.upperBound.offset)
    )
  }

  private static func field(
    at path: DocumentPath,
    of place: InputPlace,
    in node: YAMLNode,
    _ bytes: [UInt8]
  ) -> Field? {
    let steps: [YAMLPathStep] = path.steps.map { step in
      switch step {
      case .key(let key): .key(YAMLString(key.string))
      case .index(let index): .index(index)
      }
    }
    guard let found = node.location(of: steps) else { return nil }
    let line = place.document.line - 1
    let key = found.key?.lowerBound ?? found.value.lowerBound
    let (start, end) = (found.value.lowerBound.offset, min(found.value.upperBound.offset, bytes.count))
    return Field(
      location: Location(line: key.line + line, column: key.column),
      value: Location(line: found.value.lowerBound.line + line, column: found.value.lowerBound.column),
      written: start < end ? written(bytes[start..<end]) : nil,
      bytes: (key.offset + place.document.offset)..<(max(key.offset, end) + place.document.offset)
    )
  }

  /// A value as it is written, if that is short.
  private static func written(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.count <= 60, !bytes.contains(0x0A) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension YAMLDocument {
  /// The object of a place; its locations are counted from where the document begins.
  func object(at place: InputPlace) -> YAMLNode? {
    root.object(at: place.position.offset - place.document.offset)
  }
}

extension YAMLNode {
  /// The object that begins at a byte: this one, or an item of the lists in it.
  fileprivate func object(at offset: Int, depth: Int = 0) -> YAMLNode? {
    if start.offset == offset, kind == .mapping { return self }
    guard depth < 8, start.offset <= offset else { return nil }
    let children = kind == .sequence ? elements : ["items", "object"].compactMap { self[$0] }
    // The last one that begins before the byte holds it.
    var (low, high) = (0, children.count)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if children[middle].start.offset <= offset { low = middle } else { high = middle }
    }
    return children.isEmpty ? nil : children[low].object(at: offset, depth: depth + 1)
  }
}
