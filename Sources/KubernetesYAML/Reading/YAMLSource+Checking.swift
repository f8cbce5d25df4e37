extension YAMLSource {
  /// Checks that the bytes are UTF-8, and characters that YAML allows.
  func check() throws(YAMLFault) {
    if count >= 2, (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes[0], bytes[1]) == (0xFE, 0xFF) {
      throw YAMLFault(.utf16, at: 0)
    }
    var position = 0
    while position < count {
      let byte = bytes[position]
      if byte >= 0x20, byte < 0x7F {
        position += 1
        continue
      }
      if byte < 0x80 {
        guard byte == 0x0A || byte == 0x0D || byte == 0x09 else {
          throw YAMLFault(.controlCharacter(UInt32(byte)), at: position)
        }
        position += 1
        continue
      }
      guard let (scalar, length) = UTF8Reading.scalar(in: bytes, at: position) else {
        throw YAMLFault(.notUTF8, at: position)
      }
      guard Self.isAllowed(scalar) else { throw YAMLFault(.controlCharacter(scalar), at: position) }
      position += length
    }
  }

  private static func isAllowed(_ scalar: UInt32) -> Bool {
    scalar == 0x85 || (scalar >= 0xA0 && scalar != 0xFFFE && scalar != 0xFFFF)
  }
}
