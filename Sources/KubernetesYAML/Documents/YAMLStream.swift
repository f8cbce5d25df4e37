/// Reads a stream of documents as its bytes come in: one after the other, so that no more than one is in memory.
///
/// ```swift
/// var stream = YAMLStream()
/// stream.append(bytes)
/// stream.finish()
/// while let document = try stream.next() { print(document.root.start) }
/// ```
///
/// Documents are divided by `---` and `...`. What is wrong with one of them costs that one alone: after an error the next one is
/// read. A byte order mark at the beginning of a document does not count.
public struct YAMLStream {
  /// Of how many bytes a document may be, unless another number is given: about as many as the objects of 50,000 Pods take.
  public static let standardDocumentSize = 1 << 28

  /// Whether a document was too large, so that nothing more of the stream is read.
  public private(set) var isStopped = false

  /// The bytes of the document that the last error was about; nil where there was none, and of a document that was too large.
  ///
  /// They show what the document was meant to be: templates, for example, are mostly not YAML.
  public private(set) var rejectedBytes: [UInt8]?

  private let maximumSize: Int
  private var splitter = YAMLSplitter()
  private var composer: YAMLComposer?
  private var origin = YAMLOrigin()

  /// A stream of which nothing is read yet.
  ///
  /// - Parameter maximumDocumentSize: How many bytes a document may have; more than 2 GiB are never read.
  public init(maximumDocumentSize: Int = Self.standardDocumentSize) {
    maximumSize = min(max(maximumDocumentSize, 0), 1 << 31)
  }

  /// Adds bytes to what is to be read.
  ///
  /// - Complexity: O(*n*) in the number of bytes, over all calls.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    if !isStopped { splitter.append(bytes) }
  }

  /// Says that no more bytes will come.
  public mutating func finish() {
    splitter.isComplete = true
  }

  /// The next document. Nil where more bytes are needed, and at the end.
  ///
  /// - Throws: ``YAMLError`` where it cannot be read. Where a document is too large, the rest of the stream is not read either.
  /// - Complexity: O(*n*) in its length.
  public mutating func next() throws(YAMLError) -> YAMLDocument? {
    while true {
      if let document = try composeDocument() { return document }
      let start = splitter.origin
      let piece = splitter.next()
      guard (piece?.bytes.count ?? splitter.size) <= maximumSize else {
        splitter = YAMLSplitter()
        isStopped = true
        rejectedBytes = nil
        throw YAMLError(.tooLarge, at: YAMLLocation(offset: start.offset, line: start.line + 1, column: 1))
      }
      guard let piece else { return nil }
      origin = piece.origin
      let source = YAMLSource(piece.bytes, lastLine: .ended)
      do throws(YAMLFault) {
        try source.check()
      } catch {
        throw self.error(error, in: source)
      }
      composer = YAMLComposer(source)
    }
  }

  /// The next document of the piece that is read; nil at its end.
  private mutating func composeDocument() throws(YAMLError) -> YAMLDocument? {
    guard var composer else { return nil }
    self.composer = nil
    do throws(YAMLFault) {
      guard try composer.composeDocument() else { return nil }
    } catch {
      throw self.error(error, in: composer.parser.scanner.source)
    }
    let scanner = composer.parser.scanner
    let document = YAMLDocument(tape: YAMLTape(composer, scanner.source, made: scanner.made, from: origin))
    self.composer = composer
    return document
  }

  private mutating func error(_ fault: YAMLFault, in source: YAMLSource) -> YAMLError {
    rejectedBytes = Array(source.bytes.prefix(source.inputCount))
    return YAMLError(fault.problem, at: YAMLLines(of: source.bytes, from: origin).location(of: fault.offset))
  }
}
