/// The form of addresses, as Go reads them.
enum IPAddress {
  /// Whether a text is an address, of IPv4 or of IPv6. One of IPv6 has no zone.
  static func isOne(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isIPv4(bytes[...]) || isIPv6(bytes)
  }

  /// Whether a text is an address of IPv4: four numbers up to 255 between dots, without leading zeros.
  static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard (1...3).contains(part.count), part.allSatisfy(isDigit) else { return false }
        let isCanonical = part.count == 1 || part.first != UInt8(ascii: "0")
        return isCanonical && part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 255
      }
  }

  /// Whether a text is an address of IPv6: eight groups, of which `::` stands for one or more that are 0.
  private static func isIPv6(_ bytes: [UInt8]) -> Bool {
    let colon = UInt8(ascii: ":")
    let gap = bytes.indices.dropLast().first { bytes[$0] == colon && bytes[$0 + 1] == colon }
    guard let gap else { return groups(in: bytes[...], endingInIPv4: true) == 8 }
    guard let left = groups(in: bytes[..<gap], endingInIPv4: false),
      let right = groups(in: bytes[(gap + 2)...], endingInIPv4: true)
    else { return false }
    return left + right < 8
  }

  /// How many groups there are between colons, where each is right; nil otherwise. An address of IPv4 at the end stands for two.
  private static func groups(in bytes: ArraySlice<UInt8>, endingInIPv4 isIPv4Allowed: Bool) -> Int? {
    if bytes.isEmpty { return 0 }
    let groups = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let hexadecimal = groups.prefix { (1...4).contains($0.count) && $0.allSatisfy(isHexadecimal) }
    if hexadecimal.count == groups.count { return groups.count }
    guard isIPv4Allowed, hexadecimal.count == groups.count - 1, isIPv4(groups[hexadecimal.count]) else { return nil }
    return groups.count + 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
    default: isDigit(byte)
    }
  }
}
