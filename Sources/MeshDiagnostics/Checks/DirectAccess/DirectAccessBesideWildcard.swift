import KubernetesObjects
import MeshMapping

/// Entries of the direct access stand beside `*`, which means every service.
enum DirectAccessBesideWildcard: SharedPodCheck {
  static let kind = FindingKind.directAccessBesideWildcard

  static func findings(on pod: PodSubject) -> [Finding] {
    let key = KumaKey.directAccessServices
    guard let list = pod.serviceList(key),
      pod.directAccessEntries.contains(where: { $0.hasSameBytes(as: DirectAccess.wildcard) })
    else { return [] }
    let others = list.pieces.map(ServiceList.trimmed).filter { !$0.isEmpty && !$0.hasSameBytes(as: DirectAccess.wildcard) }
    guard let first = others.first else { return [] }
    let what = others.count == 1 ? "entry \(first.quotedSafely)" : "\(others.count) entries"
    let message =
      "Direct access has \(what) beside \(DirectAccess.wildcard), which means every service already; leave \(DirectAccess.wildcard) alone, or remove it."
    let remedies = [
      Remedy("write \(DirectAccess.wildcard) alone", [pod.setting(.annotations, key, to: DirectAccess.wildcard)])
    ]
    return [Finding(kind, at: pod.annotation(key), message, remedies: remedies)]
  }
}

extension FindingKind {
  /// Entries of the direct access stand beside the wildcard.
  public static let directAccessBesideWildcard = FindingKind(
    "direct-access-beside-wildcard", .info, .directAccessWildcard,
    summary: "Entries of the direct access stand beside *, which means every service.",
    reason: "They say nothing more; somebody may have meant those services alone.",
    remedy: "Write * alone, or remove it where the others are enough."
  )
}
