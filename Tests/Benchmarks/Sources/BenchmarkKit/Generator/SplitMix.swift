/// Random numbers that are the same on every run and platform.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers that belong to one object: of its kind, the given index and the cluster's seed.
  init(seed: UInt64, kind: StaticString, index: Int) {
    state = seed
    for byte in "\(kind)".utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state ^= UInt64(truncatingIfNeeded: index) &* 0xD1B5_4A32_D192_ED03
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The next bytes as so many hexadecimal digits, at most 16.
  mutating func digits(_ count: Int) -> String {
    let text = String(next(), radix: 16)
    return String((String(repeating: "0", count: 16 - text.utf8.count) + text).suffix(count))
  }

  /// An identifier in the form in which the API server gives them.
  mutating func uid() -> String {
    "\(digits(8))-\(digits(4))-4\(digits(3))-8\(digits(3))-\(digits(12))"
  }
}
