/// The part of an input that is in memory: it moves over the input as the bytes before it are done with.
struct ByteWindow {
  /// The bytes from the first one that is not done with up to the last one that was read.
  private var bytes: [UInt8] = []
  /// How many of the bytes are done with.
  private var position = 0
  /// Whether nothing comes behind the bytes.
  private var isComplete = false
  /// Where in the text the bytes begin.
  private var place = TextPlace()
  /// Gives the next bytes of the input, and nil at its end.
  private let nextBytes: () throws -> [UInt8]?

  /// A window at the beginning of an input.
  init(nextBytes: @escaping () throws -> [UInt8]?) {
    self.nextBytes = nextBytes
  }

  /// Scans something; the bytes up to its end are then done with. Where they end too early, more are read and it is scanned
  /// once more.
  ///
  /// - Throws: ``JSONSyntaxError``, or what reading the input throws.
  mutating func scan<Value>(
    _ body: (inout JSONScanner) throws(JSONScanner.Stop) -> Value
  ) throws -> Value {
    while true {
      do throws(JSONScanner.Stop) {
        return try bytes.withUnsafeBufferPointer { [position, isComplete] bytes throws(JSONScanner.Stop) in
          var scanner = JSONScanner(bytes: bytes, isComplete: isComplete, position: position)
          let value = try body(&scanner)
          self.position = scanner.position
          return value
        }
      } catch {
        switch error {
        case .needsMore: try extend()
        case .problem(let problem, let position): throw syntaxError(problem, at: position)
        }
      }
    }
  }

  /// Reads as many bytes again as there are, so that a large value is not scanned too often.
  private mutating func extend() throws {
    place = place(behind: position)
    bytes.removeSubrange(..<position)
    position = 0
    let wanted = max(2 * bytes.count, 1)
    while bytes.count < wanted, !isComplete {
      if let more = try nextBytes() { bytes += more } else { isComplete = true }
    }
  }

  private func syntaxError(_ problem: JSONProblem, at position: Int) -> JSONSyntaxError {
    JSONSyntaxError(problem, at: place(behind: position))
  }

  private func place(behind count: Int) -> TextPlace {
    bytes.withUnsafeBufferPointer { bytes in
      var place = place
      place.advance(over: UnsafeBufferPointer(rebasing: bytes.prefix(count)))
      return place
    }
  }
}
