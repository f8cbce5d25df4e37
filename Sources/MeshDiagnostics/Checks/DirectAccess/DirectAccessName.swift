import KubernetesObjects
import MeshMapping

/// An entry of the direct access that is a name, where names match no inbound by its tag.
enum DirectAccessName: SharedPodCheck {
  static let kind = FindingKind.directAccessName

  static func findings(on pod: PodSubject) -> [Finding] {
    let matching = pod.controlPlane.rules.transparentProxying.nameMatching
    let entries = pod.directAccessEntries
    guard matching != .serviceTag, !entries.contains(where: { $0.hasSameBytes(as: DirectAccess.wildcard) }) else {
      return []
    }
    return entries.map { entry in
      let message =
        switch matching {
        case .serviceLabel:
          "Direct access entry \(entry.quotedSafely) matches only Dataplanes whose label \(KumaKey.serviceTag) it is; write \(DirectAccess.wildcard) to reach every service."
        default:
          "Direct access entry \(entry.quotedSafely) matches nothing in this release, where only \(DirectAccess.wildcard) counts; write that, or remove the entry."
        }
      let annotation = pod.template.editable(
        ["metadata", "annotations", .key(ExactString(KumaKey.directAccessServices))])
      return Finding(
        kind, at: pod.annotation(KumaKey.directAccessServices), message,
        remedies: matching == .nothing
          ? [Remedy("remove the annotation, which does nothing", [Edit(annotation, .removed)])] : [])
    }
  }
}

extension FindingKind {
  /// An entry of the direct access is a name, where names match no inbound by its tag.
  public static let directAccessName = FindingKind(
    "direct-access-name", .warning, .directAccessNameMatching,
    summary: "An entry of the direct access is the name of a service, where inbounds have no tag that it could match.",
    reason: "The Pod does not reach the service directly any more, without an error anywhere.",
    remedy: "Write * to reach every service, or take the entry away."
  )
}
