import KubernetesObjects

/// The names that a control plane accepts for its zone (SET-1).
enum ZoneName {
  /// The longest name, where length is looked at.
  static let longest = 63

  /// Whether a name is a DNS name as Kuma looks at it: labels of letters, digits, `-` and `_` that begin with no `-`, with dots between them,
  /// and no address. A dot or `_` may end it.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - longestLabel: How long a label may be.
  static func isDNSName(_ name: String, longestLabel: Int = longest) -> Bool {
    let bytes = name.utf8
    guard bytes.count(where: { $0 != UInt8(ascii: ".") }) <= 255, !IPAddress.isOne(name) else { return false }
    let ends = [UInt8(ascii: "."), UInt8(ascii: "_")].contains(bytes.last)
    return areLabels(bytes[...], longestLabel) || ends && areLabels(bytes.dropLast(), longestLabel)
  }

  private static func areLabels(_ bytes: Substring.UTF8View, _ longest: Int) -> Bool {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      (1...longest).contains(label.count) && label.first != UInt8(ascii: "-") && label.allSatisfy(isAllowed)
    }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
