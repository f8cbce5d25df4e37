/// A release of Kuma that the library knows: those that are out, from 1.2.0 to ``newest``, and those that are ``announced``.
public struct KumaRelease: Sendable, Hashable {
  /// The major number.
  public let major: Int
  /// The minor number.
  public let minor: Int
  /// The patch number.
  public let patch: Int

  /// A release that is known to exist, or the bound of a range.
  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// The newest release that is out.
  public static let newest = KumaRelease(2, 14, 3)

  /// The newest patch release of every line that is out. All earlier patch releases of a line exist, from 0 on.
  public static let newestOfEachLine: [KumaRelease] = [
    KumaRelease(1, 2, 3), KumaRelease(1, 3, 1), KumaRelease(1, 4, 1), KumaRelease(1, 5, 5), KumaRelease(1, 6, 5),
    KumaRelease(1, 7, 6), KumaRelease(1, 8, 8), KumaRelease(2, 0, 8), KumaRelease(2, 1, 7), KumaRelease(2, 2, 9),
    KumaRelease(2, 3, 7), KumaRelease(2, 4, 10), KumaRelease(2, 5, 11), KumaRelease(2, 6, 15), KumaRelease(2, 7, 29),
    KumaRelease(2, 8, 8), KumaRelease(2, 9, 19), KumaRelease(2, 10, 11), KumaRelease(2, 11, 18), KumaRelease(2, 12, 14),
    KumaRelease(2, 13, 10), newest,
  ]

  /// Every release that is out, in order.
  ///
  /// - Complexity: O(*n*) for *n* releases.
  public static var all: [KumaRelease] {
    newestOfEachLine.flatMap { newest in (0...newest.patch).map { KumaRelease(newest.major, newest.minor, $0) } }
  }

  /// The releases that are announced and not out yet, in order, each the first of its line. Their rules are those of Kuma's development
  /// branch, and may change until they are out.
  public static let announced: [KumaRelease] = [KumaRelease(3, 0, 0)]

  /// Every release that can be named, in order: those that are out, and then those that are announced.
  ///
  /// - Complexity: O(*n*) for *n* releases.
  public static var known: [KumaRelease] { all + announced }

  /// Whether the release is announced and not out yet.
  ///
  /// - Complexity: O(*n*) for *n* releases that are announced, of which there is hardly ever more than one.
  public var isAnnounced: Bool { Self.announced.contains(self) }
}
