public import KubernetesObjects

/// Reads the objects of one JSON document that comes piece by piece: of a list as `kubectl get … -o json` prints it, whatever the
/// order of its keys, or a single object.
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
/// Only the objects that are read at the moment are in memory, and what the list says besides its items.
public struct ObjectReader<Element: ListElement>: Sendable {
  /// What is found in a document.
  public enum Event: Sendable {
    /// The next objects.
    case objects(ObjectBatch<Element>)
    /// The objects that came before are not in the document: it turned out to be no list, or names its items once more.
    case withdrawal
  }

  /// What is scanned next.
  private enum State: Sendable {
    case document
    case key
    /// The value of a key: `items`, or any other.
    case items
    case value
    case element
    case end
    case finished
  }

  private var window = ByteWindow()
  private var builder = JSONTapeBuilder()
  private var state = State.document
  /// The document without its items: small, and says what the document is.
  private var rest: [UInt8] = []
  /// How many items of the list were scanned, and how many of them were found before.
  private var items = (scanned: 0, found: 0)
  /// The list whose items are scanned; nil where what it is comes behind them.
  private var list: EnclosingList?
  /// Items whose type is that of the list, which comes behind them.
  private var held: [JSONTape.Content] = []
  /// What was found and not taken yet.
  private var events: [Event] = []
  /// Whether objects were found that may still be withdrawn.
  private var mayWithdraw = false
  /// Why nothing can be read any more.
  private var failure: (any Error)?

  /// How many bytes of items are decoded in one go: few enough to stay near the core, and enough to be worth handing over.
  private static var batchSize: Int { 1 << 18 }

  /// What is told to whoever decodes an object.
  private let userInfo: [CodingUserInfoKey: any Sendable]

  /// A reader at the beginning of a document.
  ///
  /// - Parameter userInfo: What is told to whoever decodes an object, as `PodTemplatePaths` gives it.
  public init(userInfo: [CodingUserInfoKey: any Sendable] = [:]) {
    self.userInfo = userInfo
  }

  /// Takes the next bytes of the document.
  public mutating func append(_ bytes: [UInt8]) {
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
    while events.isEmpty {
      if let failure { throw failure }
      guard state != .finished else { return nil }
      do throws(ByteWindow.Pause) {
        try scan()
      } catch {
        guard case .mistake(let mistake) = error else { break }
        closeBatch()
        release(of: Self.anyList)
        failure = mistake
      }
    }
    return events.isEmpty ? nil : events.removeFirst()
  }
}

extension ObjectReader {
  /// Scans the next part of the document. Where the bytes end too early, nothing is changed.
  private mutating func scan() throws(ByteWindow.Pause) {
    switch state {
    case .document: try scanBeginning()
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

  private mutating func scanBeginning() throws(ByteWindow.Pause) {
    guard try window.scan({ scanner throws(JSONScanner.Stop) in try scanner.objectBegins() }) else {
      failure = DecodingError.typeMismatch([String: Any].self, .init(codingPath: [], debugDescription: "is no object"))
      return
    }
    rest.append(UInt8(ascii: "{"))
    state = .key
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
    withdraw()
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
      state = .key
      return
    }
    items.scanned += 1
    if builder.size >= Self.batchSize { closeBatch() }
  }

  /// Scans the end of the document, and reads what is left without its items: nothing of a list, or a single object.
  private mutating func scanEnd() throws(ByteWindow.Pause) {
    try window.scan { scanner throws(JSONScanner.Stop) in try scanner.documentEnds() }
    rest.append(UInt8(ascii: "}"))
    state = .finished
    do {
      let document = try JSONReader.decode(ObjectList<Element>.self, from: rest, userInfo: userInfo)
      guard !document.objects.isEmpty || !document.failures.isEmpty else {
        return release(of: EnclosingList(try JSONReader.decode(ObjectType.self, from: rest)))
      }
      withdraw()
      let objects = document.objects.map { DecodedObject(.success($0)) }
      events.append(.objects(ObjectBatch(objects + document.failures.map { DecodedObject(.failure($0)) })))
    } catch {
      failure = error
    }
  }

  /// A list whose items name their types, as nearly all do.
  private static var anyList: EnclosingList { EnclosingList(ObjectType(apiVersion: "", kind: "List")) }

  /// Has the items that were scanned taken, or held where their type comes behind them: `kubectl` prints the kind of a list last.
  private mutating func closeBatch() {
    guard items.found < items.scanned else { return }
    let batch = builder.take(firstItem: items.found)
    items.found = items.scanned
    if list == nil, !held.isEmpty || batch.hasItemWithoutKind {
      held.append(batch)
    } else {
      add(batch, of: list ?? Self.anyList)
    }
  }

  /// Has the items taken that were held.
  private mutating func release(of list: EnclosingList) {
    for batch in held { add(batch, of: list) }
    held = []
  }

  private mutating func add(_ batch: JSONTape.Content, of list: EnclosingList) {
    events.append(.objects(ObjectBatch(batch, of: list, userInfo)))
    mayWithdraw = true
  }

  private mutating func withdraw() {
    if mayWithdraw { events.append(.withdrawal) }
    mayWithdraw = false
    held = []
  }
}

extension ObjectType {
  /// The type that an object names as far as it is read.
  fileprivate init(ofBeginning bytes: [UInt8]) throws {
    self = try JSONReader.decode(ObjectType.self, from: bytes + [UInt8(ascii: "}")])
  }
}
