/// Why a text names no release that the library knows.
public enum KumaReleaseError: Error, Sendable, Hashable {
  /// The text is neither `major.minor` nor `major.minor.patch`.
  case malformed(String)
  /// There is no such release, or it is older or newer than those that are known.
  case unknown(String)
  /// The release is not out yet.
  case unreleased(String)
}

extension KumaReleaseError: CustomStringConvertible {
  /// What is wrong and which releases can be named.
  public var description: String {
    switch self {
    case .malformed(let text): "\(text.quotedSafely) is not a release of Kuma; \(Self.supported)"
    case .unknown(let text): "\(text.quotedSafely) is not a release of Kuma that is known; \(Self.supported)"
    case .unreleased(let text):
      "\(text.quotedSafely) is not released yet: it will take the tags of inbounds away, so that services are told apart by labels of Dataplanes; \(Self.supported)"
    }
  }

  /// Which releases can be named.
  private static var supported: String {
    let lines = KumaRelease.newestOfEachLine.map { newest in
      newest.patch == 0 ? "\(newest)" : "\(newest.major).\(newest.minor).0–\(newest.patch)"
    }
    return "write one of \(lines.joined(separator: ", ")), or a line such as 2.9 for its newest patch release"
  }
}

extension KumaRelease {
  /// Reads a release: `2.9.4`, or `2.9` for the newest patch release of that line that is known.
  ///
  /// - Throws: ``KumaReleaseError``, which lists the releases that can be named.
  public init(_ text: String) throws(KumaReleaseError) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String(Substring($0)) }
    let numbers = parts.compactMap(Self.number)
    guard numbers.count == parts.count, (2...3).contains(parts.count) else { throw .malformed(text) }
    if numbers[0] == 3, numbers[1] == 0 { throw .unreleased(text) }
    let line = Self.newestOfEachLine.first { $0.major == numbers[0] && $0.minor == numbers[1] }
    guard let line, numbers.count == 2 || numbers[2] <= line.patch else { throw .unknown(text) }
    self.init(line.major, line.minor, numbers.count == 2 ? line.patch : numbers[2])
  }

  private static func number(_ text: String) -> Int? {
    let hasLeadingZero = text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "0")
    return hasLeadingZero ? nil : UnsignedDecimal.parse(text).map(Int.init)
  }
}
