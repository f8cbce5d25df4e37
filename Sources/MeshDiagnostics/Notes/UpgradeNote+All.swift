import MeshMapping

extension UpgradeNote {
  /// All notes, by the release in which each first holds.
  public static let all: [UpgradeNote] =
    (lineOne + lineTwo + lineTwoTen + announced + needingIdentities + announcedMesh + announcedPolicies + announcedLater)
    .enumerated()
    .sorted { ($0.element.release, $0.offset) < ($1.element.release, $1.offset) }
    .map(\.element)

  /// The note of an identifier; nil where there is none. O(*n*) for *n* notes.
  public static func note(_ id: String) -> UpgradeNote? {
    all.first { $0.id == id }
  }

  /// The silent changes that cost most where nobody looked, the worst first.
  public static let mostDangerous: [UpgradeNote] = [
    "mesh-mtls-without-identity", "mesh-annotation-gone", "namespace-label-needed", "injection-annotation-gone",
    "policy-kind-gone", "mesh-service-tags-gone", "zone-proxies-gone", "reachable-services-gone", "strict-inbound-ports",
    "service-without-a-service",
  ].compactMap { note($0) }

  /// Whether the note says something new to whoever goes from one release to another.
  func isPassed(from old: KumaRelease, to new: KumaRelease) -> Bool {
    old < release && release <= new && !(until.map { $0 <= new } ?? false)
  }
}
