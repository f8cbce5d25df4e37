public import KubernetesObjects

/// Reads the objects of a JSON document that comes piece by piece: of a list as `kubectl get … -o json` prints it, whatever the
/// order of its keys, or a single object; or those of a sequence of documents.
///
/// Give it the bytes as they come, and after each piece take what was found in it:
///
/// ```swift
/// var reader = ObjectReader<KubernetesObject>()
/// var list = ObjectList<KubernetesObject>()
/// for try await chunk in chunks {
///   reader.append(chunk)
///   while let event = try reader.next() { try list.apply(event) }
/// }
/// reader.finish()
/// while let event = try reader.next() { try list.apply(event) }
/// ```
///
/// Only the objects that are being read are in memory, and what the list has in addition to its items.
public struct ObjectReader<Element: ListElement>: Sendable {
  /// What is scanned next.
  private enum State: Sendable {
    /// A document of a sequence, or the end of the sequence.
    case document
    /// A document that may be short enough to be scanned at once.
    case whole
    /// A document, step by step.
    case beginning
    case key
    /// The value of a key: `items`, or any other.
    case items
    case value
    case element
    case end
    case finished
  }

  private let documents: Documents
  private var window = ByteWindow()
  private var builder = JSONTapeBuilder()
  private var state: State
  /// Whether the first bytes were looked at.
  private var hasBegun = false
  /// How many documents began.
  private var documentCount = 0
  /// Where the document begins, and whether it is an array.
  private var document = (location: JSONLocation(), isArray: false)
  /// The document without its items: small, and says what the document is.
  private var rest: [UInt8] = []
  /// How many items of the list were scanned, and how many of them were found before.
  private var items = (scanned: 0, found: 0)
  /// The list whose items are scanned; nil where what it is comes behind them.
  private var list: EnclosingList?
  /// What was found and not taken yet.
  private var found: FoundObjects<Element>
  /// Why nothing can be read any more.
  private var failure: (any Error)?

  /// How many bytes of items are decoded in one go: few enough to stay near the core, and enough to be worth handing over.
  private static var batchSize: Int { 1 << 18 }
  /// How many bytes a document of a sequence may have to be scanned at once.
  private static var wholeSize: Int { 1 << 20 }

  /// A reader at the beginning of what is read.
  ///
  /// - Parameters:
  ///   - documents: Whether there is one document or one after the other.
  ///   - userInfo: What the decoder of an object gets as its `userInfo`, such as that of `PodTemplatePaths`.
  public init(_ documents: Documents = .one, userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
    self.documents = documents
    found = FoundObjects(userInfo: userInfo)
    state = documents == .one ? .beginning : .document
  }

  /// Takes the next bytes of the document.
  public mutating func append(_ bytes: [UInt8]) {
    // What comes behind a mistake is not read, and so not kept.
    guard failure == nil, state != .finished else { return }
    window.append(bytes)
  }

  /// Notes that the document is complete.
  public mutating func finish() {
    window.finish()
  }

  /// The next that is found in the bytes; nil where more must come first, or the document is read.
  ///
  /// - Throws: ``JSONSyntaxError`` where the document is not JSON, after all that stands before the mistake; `DecodingError` where
  ///   it is no object.
  public mutating func next() throws -> Event? {
    while found.isEmpty {
      if let failure { throw failure }
      guard state != .finished else { return nil }
      do throws(ByteWindow.Pause) {
        try scan()
      } catch {
        guard case .mistake(let mistake) = error else {
          closeDocuments()
          break
        }
        closeDocuments()
        closeBatch()
        found.release(of: .anyList)
        failure = mistake
      }
    }
    return found.take()
  }
}

extension ObjectReader {
  /// Scans the next part of the document. Where the bytes end too early, nothing is changed.
  private mutating func scan() throws(ByteWindow.Pause) {
    if !hasBegun {
      try window.scan { scanner throws(JSONScanner.Stop) in try scanner.passByteOrderMark() }
      hasBegun = true
    }
    window.skipWhitespace()
    switch state {
    case .document: try scanDocument()
    case .whole: try scanWhole()
    case .beginning: try scanBeginning()
    case .key: try scanKey()
    case .items: try scanItems()
    case .value:
      rest += try window.scan { scanner throws(JSONScanner.Stop) in try scanner.writtenValue(depth: 1) }
      state = .key
    case .element: try scanElement()
    case .end: try scanEnd()
    case .finished: break
    }
  }

  /// Scans what stands before a document of a sequence.
  private mutating func scanDocument() throws(ByteWindow.Pause) {
    let isFirst = documentCount == 0
    let follows = try window.scan { scanner throws(JSONScanner.Stop) in
      if isFirst { try scanner.documentBegins() }
      return try scanner.nextDocumentBegins()
    }
    guard follows else {
      closeDocuments()
      state = .finished
      return
    }
    documentCount += 1
    state = .whole
  }

  /// Scans a document at once; where it is too long for that, or wrong somewhere, it is scanned step by step.
  private mutating func scanWhole() throws(ByteWindow.Pause) {
    do throws(ByteWindow.Pause) {
      try window.scan { scanner throws(JSONScanner.Stop) in try scanner.value(to: &builder) }
    } catch {
      if case .needsMore = error, window.size < Self.wholeSize { throw error }
      window.tryAgain()
      closeDocuments()
      state = .beginning
      if case .mistake = error { try checkBeginning(or: error) }
      return
    }
    builder.locate(window.locate(builder.lastOrigin))
    if builder.size >= Self.batchSize { closeDocuments() }
    state = .document
  }

  /// Makes sure that what stands here may be a document: the first one is what it is, and others are objects or arrays.
  private mutating func checkBeginning(or mistake: ByteWindow.Pause) throws(ByteWindow.Pause) {
    let isFirst = documentCount == 1
    let isCollection = try window.scan { scanner throws(JSONScanner.Stop) in
      let byte = try scanner.peek(inside: .value)
      let isCollection = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
      guard isCollection || isFirst else { throw scanner.stop(.somethingBehind) }
      return isCollection
    }
    if !isCollection { throw mistake }
  }

  /// Has the documents taken that were scanned at once.
  private mutating func closeDocuments() {
    guard state == .document || state == .whole, builder.size > 0 else { return }
    found.add(builder.take(), of: .none)
  }

  private mutating func scanBeginning() throws(ByteWindow.Pause) {
    let isOne = documents == .one
    let beginning = try window.scan { scanner throws(JSONScanner.Stop) in
      if isOne { try scanner.documentBegins() }
      return try scanner.collectionBegins()
    }
    guard let beginning, beginning.byte == UInt8(ascii: "{") || !isOne else {
      failure = DecodingError.typeMismatch([String: Any].self, .init(codingPath: [], debugDescription: "is no object"))
      return
    }
    if !isOne { found.addDocument() }
    document = (window.locate(beginning.position), beginning.byte == UInt8(ascii: "["))
    rest = document.isArray ? [] : [UInt8(ascii: "{")]
    list = document.isArray ? .anyList : nil
    items = (0, 0)
    state = document.isArray ? .element : .key
  }

  private mutating func scanKey() throws(ByteWindow.Pause) {
    let isFirst = rest.count == 1
    guard let key = try window.scan({ scanner throws(JSONScanner.Stop) in try scanner.nextKey(isFirst: isFirst) }) else {
      state = .end
      return
    }
    let isItems = key.name.elementsEqual("items".utf8)
    if isItems { list = (try? ObjectType(ofBeginning: rest)).flatMap { $0.isList ? EnclosingList($0) : nil } }
    if !isFirst { rest.append(UInt8(ascii: ",")) }
    rest += key.written
    state = isItems ? .items : .value
  }

  private mutating func scanItems() throws(ByteWindow.Pause) {
    found.withdraw()
    let isList = try window.scan { scanner throws(JSONScanner.Stop) in try scanner.listBegins() }
    items = (0, 0)
    state = isList ? .element : .value
  }

  private mutating func scanElement() throws(ByteWindow.Pause) {
    let isFirst = items.scanned == 0
    guard
      try window.scan({ scanner throws(JSONScanner.Stop) in
        try scanner.nextElement(isFirst: isFirst, to: &builder, depth: 2)
      })
    else {
      closeBatch()
      rest += "[]".utf8
      state = document.isArray ? .end : .key
      return
    }
    builder.locate(window.locate(builder.lastOrigin))
    items.scanned += 1
    if builder.size >= Self.batchSize { closeBatch() }
  }

  /// Scans the end of the document, and reads what is left without its items: nothing of a list, or a single object.
  private mutating func scanEnd() throws(ByteWindow.Pause) {
    if documents == .one {
      try window.scan { scanner throws(JSONScanner.Stop) in try scanner.documentEnds() }
    }
    state = documents == .one ? .finished : .document
    defer { if documents == .sequence { found.keep() } }
    guard !document.isArray else { return }
    rest.append(UInt8(ascii: "}"))
    do {
      let objects = try restObjects()
      // Of a list nothing is left, but that it was cut off.
      guard !objects.allSatisfy(\.isOfCutList) else {
        found.release(of: EnclosingList(try JSONReader.decode(ObjectType.self, from: rest)))
        if !objects.isEmpty { found.add(objects) }
        return
      }
      found.withdraw()
      found.add(objects)
    } catch {
      failure = error
    }
  }

  /// The objects of the document without its items: none of a list.
  private func restObjects() throws -> [DecodedObject<Element>] {
    let batch = ObjectBatch<Element>(try JSONReader.content(of: rest), of: .none, found.userInfo)
    // Where in the document they are is known of its beginning only.
    let position = ObjectPosition(offset: document.location.offset, line: document.location.line)
    return try batch.decoded().map { DecodedObject($0.result, change: $0.change, position: position) }
  }

  /// Has the items that were scanned taken, or held where their type comes behind them.
  private mutating func closeBatch() {
    guard items.found < items.scanned else { return }
    var batch = builder.take(firstItem: items.found)
    batch.isArray = document.isArray
    items.found = items.scanned
    found.add(batch, within: list)
  }
}

extension DecodedObject {
  /// Whether it says that a list was cut off.
  fileprivate var isOfCutList: Bool {
    if case .failure(let failure) = result { failure.cutList != nil } else { false }
  }
}
