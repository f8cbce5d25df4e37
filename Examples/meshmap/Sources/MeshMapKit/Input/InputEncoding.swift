/// What the first bytes of an input say about all of them.
enum InputEncoding: Sendable {
  case utf8
  /// UTF-16, and how many bytes the mark at its beginning has.
  case utf16(UTF16Decoder.Order, mark: Int)
  case utf32
  /// What a program has made smaller, and the one that undoes it.
  case compressed(unpackedBy: String)

  /// How many bytes say it.
  static let count = 6

  /// What the first bytes say, of which there are fewer only where there are no more.
  init(of bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes.prefix(Self.count))
    let isZero = bytes.map { $0 == 0 }
    self =
      switch true {
      case bytes.starts(with: [0x1F, 0x8B]): .compressed(unpackedBy: "zcat")
      case bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]): .compressed(unpackedBy: "zstdcat")
      case bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]): .compressed(unpackedBy: "xzcat")
      case bytes.starts(with: Array("BZh".utf8)): .compressed(unpackedBy: "bzcat")
      case bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]), bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]),
        isZero.starts(with: [true, true, true, false]), isZero.starts(with: [false, true, true, true]):
        .utf32
      case bytes.starts(with: [0xFF, 0xFE]): .utf16(.littleEndian, mark: 2)
      case bytes.starts(with: [0xFE, 0xFF]): .utf16(.bigEndian, mark: 2)
      // Without a mark: objects begin with characters of ASCII.
      case isZero.starts(with: [false, true, false]), isZero == [false, true]: .utf16(.littleEndian, mark: 0)
      case isZero.starts(with: [true, false, true]), isZero == [true, false]: .utf16(.bigEndian, mark: 0)
      default: .utf8
      }
  }
}
