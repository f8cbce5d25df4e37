/// A version of Kubernetes, as far as what Kuma does depends on it: its minor version.
public struct KubernetesVersion: Sendable, Hashable {
  /// The major version.
  public let major: Int
  /// The minor version.
  public let minor: Int

  /// The given version.
  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// The first version in which an init container can be a sidecar.
  public static let nativeSidecars = KubernetesVersion(1, 29)

  /// Reads a version as Kubernetes' tools print it: `1.29`, `v1.29.3` or `v1.28.5-gke.1217000`. Nil where the string is none.
  /// O(*n*).
  public init?(_ string: String) {
    let digits = string.utf8.first == UInt8(ascii: "v") ? string.utf8.dropFirst() : string.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    let numbers = parts.prefix(2).compactMap { UnsignedDecimal.parse(String(Substring($0))) }
    guard numbers.count == 2, parts.count < 3 || Self.isPatch(parts[2]) else { return nil }
    self.init(numbers[0], numbers[1])
  }

  /// Whether some bytes are the number of a patch release, with what a vendor adds behind `-` or `+`.
  private static func isPatch(_ bytes: Substring.UTF8View) -> Bool {
    let rest = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard rest.count < bytes.count else { return false }
    return rest.first.map { [UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0) } ?? true
  }
}

extension KubernetesVersion: Comparable {
  /// By the major version, then by the minor one.
  public static func < (left: KubernetesVersion, right: KubernetesVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

extension KubernetesVersion: CustomStringConvertible {
  /// The version as people write it, e.g. `1.29`.
  public var description: String { "\(major).\(minor)" }
}
