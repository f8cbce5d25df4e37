/// A string that is compared and hashed by its UTF-8 bytes, for use as a dictionary key.
package struct ExactString: Sendable, Hashable {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }

  package static func == (left: ExactString, right: ExactString) -> Bool {
    left.string.hasSameBytes(as: right.string)
  }

  package func hash(into hasher: inout Hasher) {
    let bytes = string.utf8
    let hashed: Void? = bytes.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if hashed == nil { for byte in bytes { hasher.combine(byte) } }
  }
}
