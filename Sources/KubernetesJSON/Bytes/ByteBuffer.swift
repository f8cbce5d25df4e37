/// Bytes that grow at their end, written without looking for space at every one of them.
///
/// With ``ByteView`` this is all use of memory that Swift does not check.
struct ByteBuffer: Sendable {
  /// The bytes, and behind them space for more.
  private var storage: [UInt8] = []
  /// How many bytes there are.
  private var count = 0

  /// The bytes. O(*n*).
  var bytes: [UInt8] { Array(storage[..<count]) }

  /// Appends bytes. O(*m*) for *m* of them.
  mutating func append(_ bytes: [UInt8]) {
    append(atMost: bytes.count) { cursor in
      for byte in bytes { cursor.write(byte) }
    }
  }

  /// Appends bytes where there is space for them.
  ///
  /// - Parameters:
  ///   - most: How many bytes are appended at most.
  ///   - body: Appends them.
  @inline(__always)
  mutating func append<Result>(atMost most: Int, _ body: (inout Cursor) -> Result) -> Result {
    // Behind the last byte there is space for a word, so that texts are copied by words.
    let needed = count + most + Cursor.wordSize
    if storage.count < needed { grow(to: needed) }
    return unsafe storage.withUnsafeMutableBufferPointer { storage in
      var cursor = unsafe Cursor(storage, at: count)
      let result = body(&cursor)
      count = cursor.position
      return result
    }
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let size = max(needed, 2 * storage.count, 256)
    storage.append(contentsOf: repeatElement(0, count: size - storage.count))
  }
}

extension ByteBuffer {
  /// Where the next bytes are written. Whoever uses it has asked for the space.
  @safe
  struct Cursor {
    private let base: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes stand before the next one.
    private(set) var position: Int

    fileprivate static let wordSize = 8

    @unsafe
    fileprivate init(_ base: UnsafeMutableBufferPointer<UInt8>, at position: Int) {
      unsafe self.base = base
      self.position = position
    }

    /// Writes a byte.
    @inline(__always)
    mutating func write(_ byte: UInt8) {
      unsafe base[position] = byte
      position += 1
    }

    /// Writes spaces.
    @inline(__always)
    mutating func write(spaces count: Int) {
      var written = 0
      while written < count {
        store(0x2020_2020_2020_2020, at: position + written)
        written += Self.wordSize
      }
      position += count
    }

    /// Writes the ASCII of a text.
    @inline(__always)
    mutating func write(_ text: StaticString) {
      for index in 0..<text.utf8CodeUnitCount { unsafe write(text.utf8Start[index]) }
    }

    /// Writes the first characters of a string that are plain in JSON, and gives how many bytes they are.
    @inline(__always)
    mutating func writePlain(of bytes: ByteView) -> Int {
      var read = 0
      while let word = bytes.word(at: read) {
        store(word, at: position)
        let marks = ByteView.marks(in: word)
        guard marks == 0 else {
          let plain = marks.trailingZeroBitCount / 8
          position += plain
          return read + plain
        }
        position += Self.wordSize
        read += Self.wordSize
      }
      while read < bytes.count, ByteView.isPlain(bytes[read]) {
        write(bytes[read])
        read += 1
      }
      return read
    }

    @inline(__always)
    private func store(_ word: UInt64, at position: Int) {
      unsafe UnsafeMutableRawBufferPointer(base).storeBytes(of: word.littleEndian, toByteOffset: position, as: UInt64.self)
    }
  }
}
