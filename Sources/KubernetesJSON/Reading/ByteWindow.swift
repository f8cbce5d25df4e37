/// The part of a document that is in memory: it moves over the document as the bytes before it are done with.
struct ByteWindow {
  /// Why nothing can be scanned.
  enum Pause: Error {
    /// The bytes end too early; once more have come, it is scanned once more.
    case needsMore
    /// The document is not JSON.
    case mistake(JSONSyntaxError)
  }

  /// The bytes from the first one that is not done with up to the last one that has come.
  private var bytes: [UInt8] = []
  /// How many of the bytes are done with.
  private var position = 0
  /// Whether nothing comes behind the bytes.
  private var isComplete = false
  /// How many bytes there must be before it is tried to scan them.
  private var wanted = 0
  /// Where in the document a byte is, and which byte that is: it moves on and never back, so that bytes are counted once.
  private var located = (location: JSONLocation(), byte: 0)

  /// How many bytes are in memory and not done with.
  var size: Int { bytes.count - position }

  /// Takes the next bytes of the document.
  mutating func append(_ more: [UInt8]) {
    _ = locate(position)
    bytes.removeSubrange(..<position)
    located.byte = 0
    position = 0
    if bytes.isEmpty { bytes = more } else { bytes += more }
  }

  /// Notes that nothing comes any more.
  mutating func finish() {
    isComplete = true
  }

  /// Scans something; the bytes up to its end are then done with.
  mutating func scan<Value>(_ body: (inout JSONScanner) throws(JSONScanner.Stop) -> Value) throws(Pause) -> Value {
    guard isComplete || bytes.count >= wanted else { throw .needsMore }
    do throws(JSONScanner.Stop) {
      return try bytes.withView { [position, isComplete] bytes throws(JSONScanner.Stop) in
        var scanner = JSONScanner(bytes: bytes, isComplete: isComplete, position: position)
        let value = try body(&scanner)
        self.position = scanner.position
        self.wanted = 0
        return value
      }
    } catch {
      switch error {
      case .needsMore:
        // As many bytes again as there are, so that a large value is not scanned too often.
        wanted = max(2 * (bytes.count - position), 1)
        throw .needsMore
      case .problem(let problem, let position): throw .mistake(JSONSyntaxError(problem, at: location(behind: position)))
      }
    }
  }

  /// Goes over whitespace, which is then done with: so no memory is taken by it, however much comes.
  mutating func skipWhitespace() {
    let end = bytes.withView { [position, isComplete] bytes in
      var scanner = JSONScanner(bytes: bytes, isComplete: isComplete, position: position)
      scanner.skipWhitespace()
      return scanner.position
    }
    guard end > position else { return }
    position = end
    wanted = 0
  }

  /// Takes back that more bytes must come before it is tried to scan them.
  mutating func tryAgain() {
    wanted = 0
  }

  /// Where in the document a byte is that was not done with before the last one that was asked for.
  mutating func locate(_ byte: Int) -> JSONLocation {
    located = (location(behind: byte), byte)
    return located.location
  }

  private func location(behind count: Int) -> JSONLocation {
    bytes.withView { bytes in
      var location = located.location
      location.advance(over: bytes.part(min(located.byte, count)..<count))
      return location
    }
  }
}
