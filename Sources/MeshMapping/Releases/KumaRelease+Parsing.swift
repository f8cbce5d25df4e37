import KubernetesObjects

extension KumaRelease {
  /// Reads a release: `2.9.4`, or `2.9` for the newest patch release of that line that is known, one that is announced too. A `v` may
  /// stand before it, as it does in the tags of Kuma's repository: `v2.9.4` is the same release.
  ///
  /// - Throws: ``KumaReleaseError``, which lists the releases that can be named.
  /// - Complexity: O(*n*) for a string of *n* bytes.
  public init(parsing string: String) throws(KumaReleaseError) {
    let digits = string.utf8.first == UInt8(ascii: "v") ? string.utf8.dropFirst() : string.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String(Substring($0)) }
    let numbers = parts.compactMap(Self.number)
    guard numbers.count == parts.count, (2...3).contains(parts.count) else { throw .malformed(ExactString(string)) }
    let line = (Self.newestOfEachLine + Self.announced).first { $0.major == numbers[0] && $0.minor == numbers[1] }
    guard let line, numbers.count == 2 || numbers[2] <= line.patch else { throw .unknown(ExactString(string)) }
    self.init(line.major, line.minor, numbers.count == 2 ? line.patch : numbers[2])
  }

  private static func number(_ digits: String) -> Int? {
    let hasLeadingZero = digits.utf8.count > 1 && digits.utf8.first == UInt8(ascii: "0")
    return hasLeadingZero ? nil : UnsignedDecimal.parse(digits)
  }
}
