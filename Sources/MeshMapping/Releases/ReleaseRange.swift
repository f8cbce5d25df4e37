/// A run of releases: from one on, up to another that is not in it.
public struct ReleaseRange: Sendable, Hashable {
  /// The first release of the run.
  public let first: KumaRelease
  /// The first release after the run; nil where it has no end.
  public let end: KumaRelease?

  /// From a release on.
  static func from(_ major: Int, _ minor: Int, _ patch: Int) -> ReleaseRange {
    ReleaseRange(first: KumaRelease(major, minor, patch), end: nil)
  }

  /// From a patch release on, to the end of its line: a backport.
  static func backport(_ major: Int, _ minor: Int, _ patch: Int) -> ReleaseRange {
    ReleaseRange(first: KumaRelease(major, minor, patch), end: KumaRelease(major, minor + 1, 0))
  }

  /// Whether a release is in the run.
  public func contains(_ release: KumaRelease) -> Bool {
    release >= first && end.map { release < $0 } ?? true
  }
}
