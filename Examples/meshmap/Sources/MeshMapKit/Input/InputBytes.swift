import Foundation
import KubernetesYAML

/// The bytes of a file or of standard input, read piece by piece.
final class InputBytes {
  /// How many bytes there are; nil where only the end will tell.
  let size: Int?
  /// How many bytes were read.
  private(set) var count = 0

  private let name: String
  private let handle: FileHandle?
  /// The bytes that were read and not given out yet.
  private var head: [UInt8] = []

  /// How many bytes are read at once: what is used while it is near the core.
  private static let pieceSize = 1 << 18
  /// How many bytes are kept in case they are to be read once more.
  private static let largestWhole = 1 << 20

  /// The bytes behind a handle.
  init(_ handle: FileHandle, size: Int?, at name: String) {
    self.handle = handle
    self.size = size
    self.name = name
  }

  /// Bytes in memory.
  init(_ bytes: [UInt8], at name: String) {
    handle = nil
    head = bytes
    size = bytes.count
    count = bytes.count
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

  /// Reads more bytes; false at the end.
  private func readMore() throws(InputProblem) -> Bool {
    guard let handle else { return false }
    var problem: Int32 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      var result = 0
      repeat {
        result = unsafe read(handle.fileDescriptor, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      problem = result < 0 ? errno : 0
      count = max(result, 0)
    }
    guard problem == 0 else { throw InputProblem(place: name, problem: "cannot be read; check its permissions") }
    count += piece.count
    if head.isEmpty { head = piece } else { head += piece }
    return !piece.isEmpty
  }
}
