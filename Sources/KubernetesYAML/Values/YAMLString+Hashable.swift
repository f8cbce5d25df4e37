extension YAMLString: Hashable {
  /// Whether two strings have the same bytes.
  public static func == (left: YAMLString, right: YAMLString) -> Bool {
    left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// Hashes the bytes of the string. The hash of a `String` would be right too, but it is the same for all strings that look
  /// alike, of which somebody can write so many that a dictionary of them becomes slow.
  public func hash(into hasher: inout Hasher) {
    let bytes = string.utf8
    let hashed: Void? = unsafe bytes.withContiguousStorageIfAvailable {
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if hashed == nil { for byte in bytes { hasher.combine(byte) } }
  }
}
