package import KubernetesObjects

/// Reads the objects of one JSON document, one after the other: of a list as `kubectl get … -o json` prints it, whatever the
/// order of its keys, or a single object.
///
/// Only the object that is read is in memory, and what the list says besides its items.
package struct ObjectReader<Element: ListElement> {
  /// What is handed out.
  package enum Event {
    /// The next object, or why it cannot be read.
    case object(DecodedObject<Element>)
    /// What was handed out of the document before is not in it: it turned out to be no list, or names its items once more.
    case withdrawal
  }

  private var window: ByteWindow
  private var builder = JSONTapeBuilder()
  private let handOut: (Event) throws -> Void
  /// Whether objects were handed out that may still be withdrawn.
  private var hasHandedOut = false

  /// Reads the objects of a document and hands them out.
  ///
  /// - Parameters:
  ///   - nextBytes: Gives the next bytes of the document, and nil at its end.
  ///   - handOut: Takes what is handed out.
  /// - Throws: ``JSONSyntaxError`` where the document is not JSON, `DecodingError` where it is no object, and what the
  ///   arguments throw.
  package static func read(
    _ nextBytes: @escaping () throws -> [UInt8]?,
    handOut: @escaping (Event) throws -> Void
  ) throws {
    var reader = ObjectReader(window: ByteWindow(nextBytes: nextBytes), handOut: handOut)
    try reader.readDocument()
  }

  private init(window: ByteWindow, handOut: @escaping (Event) throws -> Void) {
    self.window = window
    self.handOut = handOut
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
      rest += try window.scan { scanner throws(JSONScanner.Stop) in try scanner.writtenValue(to: &builder, depth: 1) }
    }
    try window.scan { scanner throws(JSONScanner.Stop) in try scanner.documentEnds() }
    rest.append(UInt8(ascii: "}"))
    try read(rest: rest)
  }

  private mutating func readItems() throws {
    var index = 0
    while try window.scan({ scanner throws(JSONScanner.Stop) in
      try scanner.nextElement(isFirst: index == 0, to: &builder, depth: 2)
    }) {
      let tape = builder.tape(at: [JSONKey.name("items"), JSONKey.index(index)])
      hasHandedOut = true
      try handOut(.object(DecodedObject(from: JSONNodeDecoder(tape: tape, node: 0))))
      index += 1
    }
  }

  /// Reads the document without its items: nothing of a list, or a single object.
  private mutating func read(rest: [UInt8]) throws {
    let list = try JSONReader.decode(ObjectList<Element>.self, from: rest)
    guard !list.objects.isEmpty || !list.failures.isEmpty else { return }
    try withdraw()
    for object in list.objects { try handOut(.object(DecodedObject(.success(object)))) }
    for failure in list.failures { try handOut(.object(DecodedObject(.failure(failure)))) }
  }

  private mutating func withdraw() throws {
    if hasHandedOut { try handOut(.withdrawal) }
    hasHandedOut = false
  }
}
