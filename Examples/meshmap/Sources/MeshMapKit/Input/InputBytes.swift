import KubernetesObjects
import KubernetesYAML

/// The bytes of a file or of standard input, read piece by piece, as UTF-8.
final class InputBytes {
  /// How many bytes there are; nil where only the end will tell.
  let size: Int?
  /// How many bytes were read.
  private(set) var count = 0
  /// All bytes that were read, where they are kept because they cannot be read once more, and are not too many.
  private(set) var kept: [UInt8]?

  private let name: String
  private let descriptor: Descriptor?
  /// The bytes that were read and not given out yet.
  private var head: [UInt8] = []
  private var decoder: UTF16Decoder?
  /// Whether the first bytes were looked at.
  private var hasBegun = false
  /// How many bytes are read at once.
  private var step = pieceSize

  /// How many bytes are read at once: what is used while it is near the core.
  private static let pieceSize = 1 << 18
  /// How many bytes are kept in case they are to be read as something else.
  private static let largestWhole = 1 << 20
  /// How many bytes of standard input are kept so that fields can be found in them.
  private static let largestKept = 64_000_000

  /// The bytes behind a descriptor.
  ///
  /// - Parameter size: How many there are; nil where they come from elsewhere and cannot be read once more.
  init(_ descriptor: Descriptor, size: Int?, at name: String) {
    self.descriptor = descriptor
    self.size = size
    self.name = name
    kept = size == nil ? [] : nil
  }

  /// Bytes in memory.
  init(_ bytes: [UInt8], at name: String) {
    descriptor = nil
    head = bytes
    size = bytes.count
    count = bytes.count
    hasBegun = true
    self.name = name
  }

  /// Whether there are no bytes at all.
  func isEmpty() throws(InputProblem) -> Bool {
    guard head.isEmpty else { return false }
    return try !readMore()
  }

  /// The next bytes, or nil at the end.
  func next() throws(InputProblem) -> [UInt8]? {
    if head.isEmpty, try !readMore() { return nil }
    defer { head = [] }
    return head
  }

  /// All bytes that are left, which stay; nil where they are too many to be read once more.
  func whole() throws(InputProblem) -> [UInt8]? {
    while head.count < Self.largestWhole {
      if try !readMore() { return head }
    }
    return nil
  }

  /// Whether the bytes are to be read as JSON: they begin with a brace or a bracket, behind whitespace that nobody writes by the
  /// megabyte.
  func isJSON() throws(InputProblem) -> Bool {
    var position = 0
    while true {
      if position == 0, head.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
      // What was looked at is not looked at again.
      if let first = head[min(position, head.count)...].first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      }
      position = max(position, head.count)
      guard head.count < YAMLStream.standardDocumentSize, try readMore() else { return false }
    }
  }

  /// The bytes from an offset on, up to a number of them, of an input of which nothing was read yet.
  func bytes(from offset: Int, atMost count: Int) throws(InputProblem) -> [UInt8] {
    // A field is some bytes, and thousands of them are looked up one after the other.
    step = min(Self.pieceSize, max(count, 1 << 9))
    var skipped = 0
    var bytes: [UInt8] = []
    // The first bytes tell how all of them are written.
    if offset > 0, try !isEmpty(), decoder == nil, !head.starts(with: [0xEF, 0xBB, 0xBF]), let descriptor {
      do throws(Descriptor.Failure) {
        try descriptor.seek(to: offset)
        (skipped, head) = (offset, [])
      } catch {
        throw InputProblem(place: name, problem: "cannot be read: \(error.words)")
      }
    } else if offset > 0 {
      step = Self.pieceSize
    }
    while bytes.count < count, let piece = try next() {
      let skip = min(max(offset - skipped, 0), piece.count)
      skipped += skip
      bytes += piece.dropFirst(skip).prefix(count - bytes.count)
    }
    return bytes
  }

  /// Closes what is read.
  func close() {
    if size != nil { descriptor?.close() }
  }

  /// Reads more bytes; false at the end.
  private func readMore() throws(InputProblem) -> Bool {
    guard let descriptor else { return false }
    if !hasBegun { return try begin(descriptor) }
    // A piece may hold half a character and nothing more.
    while true {
      let piece = try read(descriptor)
      guard !piece.isEmpty else {
        try decode { () throws(UTF16Decoder.BrokenPair) in try decoder?.finish() }
        return false
      }
      if try take(piece) { return true }
    }
  }

  /// Reads the first bytes, and finds out how they are written.
  private func begin(_ descriptor: Descriptor) throws(InputProblem) -> Bool {
    hasBegun = true
    var first: [UInt8] = []
    while first.count < InputEncoding.count {
      let piece = try read(descriptor)
      if piece.isEmpty { break }
      first += piece
    }
    switch InputEncoding(of: first) {
    case .utf8: break
    case .utf16(let order, let mark):
      decoder = UTF16Decoder(order)
      first.removeFirst(mark)
    case .utf32: throw InputProblem(place: name, problem: "is UTF-32; save it as UTF-8")
    case .compressed(let program):
      let source = size == nil ? "…" : name.quotedForShell
      let command = size == nil ? "… | \(program) | meshmap … -" : "\(program) \(source) | meshmap … -"
      throw InputProblem(place: name, problem: "is compressed; read it with \(command.printedSafely)")
    }
    guard !first.isEmpty else { return false }
    return try take(first) ? true : readMore()
  }

  /// Takes bytes that were read; false where they give none yet.
  private func take(_ piece: [UInt8]) throws(InputProblem) -> Bool {
    var piece = piece
    try decode { () throws(UTF16Decoder.BrokenPair) in
      if let decoded = try decoder?.decode(piece) { piece = decoded }
    }
    count += piece.count
    if count > Self.largestKept { kept = nil }
    kept?.append(contentsOf: piece)
    if head.isEmpty { head = piece } else { head += piece }
    return !piece.isEmpty
  }

  private func decode(_ body: () throws(UTF16Decoder.BrokenPair) -> Void) throws(InputProblem) {
    do throws(UTF16Decoder.BrokenPair) {
      try body()
    } catch {
      throw InputProblem(place: name, problem: "is neither UTF-8 nor UTF-16; save it as UTF-8")
    }
  }

  private func read(_ descriptor: Descriptor) throws(InputProblem) -> [UInt8] {
    do throws(Descriptor.Failure) {
      return try descriptor.read(atMost: step)
    } catch {
      throw InputProblem(place: name, problem: "cannot be read: \(error.words)")
    }
  }
}

extension String {
  /// The string as a shell takes it for one word.
  var quotedForShell: String {
    let plain = unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || "/._-+:@%,".unicodeScalars.contains($0)
    }
    return plain && !isEmpty
      ? self : "'\(split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
  }
}
