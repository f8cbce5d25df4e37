public import KubernetesObjects

/// Reads the objects of one JSON document, one after the other: of a list as `kubectl get … -o json` prints it, whatever the
/// order of its keys, or a single object.
///
/// Only the objects that are read at the moment are in memory, and what the list says besides its items.
public struct ObjectReader<Element: ListElement> {
  /// What is handed out.
  public enum Event {
    /// The next object, or why it cannot be read.
    case object(DecodedObject<Element>)
    /// What was handed out of the document before is not in it: it turned out to be no list, or names its items once more.
    case withdrawal
  }

  private var window: ByteWindow
  private var builder = JSONTapeBuilder()
  /// Decodes the items while the next ones are scanned.
  private var decoding: OrderedWork<JSONTape.Content, [DecodedObject<Element>]>
  private let handOut: (Event) throws -> Void
  /// Whether objects were handed out, or are about to be, that may still be withdrawn.
  private var hasHandedOut = false

  /// How many bytes of items are decoded in one go: few enough to stay near the core, and enough to be worth handing over.
  private static var batchSize: Int { 1 << 18 }

  /// Reads the objects of a document and hands them out.
  ///
  /// - Parameters:
  ///   - nextBytes: Gives the next bytes of the document, and nil at its end.
  ///   - cores: Who decodes. The calling thread scans, and is the only one that takes bytes and hands objects out.
  ///   - handOut: Takes what is handed out, in the order of the document.
  /// - Throws: ``JSONSyntaxError`` where the document is not JSON, `DecodingError` where it is no object, and what the
  ///   arguments throw.
  public static func read(
    _ nextBytes: @escaping () throws -> [UInt8]?,
    on cores: CoreUse = .all,
    handOut: @escaping (Event) throws -> Void
  ) throws {
    var reader = ObjectReader(window: ByteWindow(nextBytes: nextBytes), on: cores, handOut: handOut)
    do {
      try reader.readDocument()
    } catch {
      // What stands before a mistake is handed out before it is told.
      try reader.decoding.finish()
      throw error
    }
  }

  private init(window: ByteWindow, on cores: CoreUse, handOut: @escaping (Event) throws -> Void) {
    self.window = window
    self.handOut = handOut
    decoding = OrderedWork(on: cores, Self.objects) { objects in
      for object in objects { try handOut(.object(object)) }
    }
  }

  /// Decodes the values of a tape.
  @Sendable private static func objects(in content: JSONTape.Content) throws -> [DecodedObject<Element>] {
    let tape = JSONTape(content)
    // The kind of the list mostly stands behind its items.
    let list = EnclosingList(ObjectType(apiVersion: "", kind: "List"))
    var objects: [DecodedObject<Element>] = []
    objects.reserveCapacity(tape.roots.count)
    for root in tape.roots {
      try DecodedObject<Element>.visit(from: JSONNodeDecoder(tape: tape, node: root), in: list) { objects.append($0) }
    }
    return objects
  }

  /// Reads the document. A list of items is taken out of it; what is left is small, and says what the document is.
  private mutating func readDocument() throws {
    guard try window.scan({ scanner throws(JSONScanner.Stop) in try scanner.objectBegins() }) else {
      throw DecodingError.typeMismatch([String: Any].self, .init(codingPath: [], debugDescription: "is no object"))
    }
    var rest: [UInt8] = [UInt8(ascii: "{")]
    while let key = try window.scan({ [isFirst = rest.count == 1] scanner throws(JSONScanner.Stop) in
      try scanner.nextKey(isFirst: isFirst)
    }) {
      if rest.count > 1 { rest.append(UInt8(ascii: ",")) }
      rest += key.written
      if key.name.elementsEqual("items".utf8) {
        try withdraw()
        if try window.scan({ scanner throws(JSONScanner.Stop) in try scanner.listBegins() }) {
          try readItems()
          rest += "[]".utf8
          continue
        }
      }
      rest += try window.scan { scanner throws(JSONScanner.Stop) in try scanner.writtenValue(depth: 1) }
    }
    try window.scan { scanner throws(JSONScanner.Stop) in try scanner.documentEnds() }
    rest.append(UInt8(ascii: "}"))
    try read(rest: rest)
  }

  private mutating func readItems() throws {
    var (first, count) = (0, 0)
    do {
      while try window.scan({ scanner throws(JSONScanner.Stop) in
        try scanner.nextElement(isFirst: count == 0, to: &builder, depth: 2)
      }) {
        count += 1
        if builder.size >= Self.batchSize { try decode(&first, upTo: count) }
      }
    } catch {
      try decode(&first, upTo: count)
      throw error
    }
    try decode(&first, upTo: count)
  }

  /// Has the items that were scanned decoded: from one on, which moves behind them.
  private mutating func decode(_ first: inout Int, upTo end: Int) throws {
    guard first < end else { return }
    hasHandedOut = true
    let items = builder.take(firstItem: first)
    first = end
    try decoding.add(items)
  }

  /// Reads the document without its items: nothing of a list, or a single object.
  private mutating func read(rest: [UInt8]) throws {
    let list = try JSONReader.decode(ObjectList<Element>.self, from: rest)
    guard !list.objects.isEmpty || !list.failures.isEmpty else { return try decoding.finish() }
    try withdraw()
    for object in list.objects { try handOut(.object(DecodedObject(.success(object)))) }
    for failure in list.failures { try handOut(.object(DecodedObject(.failure(failure)))) }
  }

  private mutating func withdraw() throws {
    try decoding.finish()
    if hasHandedOut { try handOut(.withdrawal) }
    hasHandedOut = false
  }
}
