import KubernetesObjects
import MeshMapping

/// An entry of the direct access is the name of a service, and the input has none of that name.
enum DirectAccessToNothing: SharedPodCheck {
  static let kind = FindingKind.directAccessToNothing

  static func findings(on pod: PodSubject) -> [Finding] {
    let key = KumaKey.directAccessServices
    guard pod.pod.metadata.annotations[key] != nil,
      pod.controlPlane.rules.transparentProxying.nameMatching == .serviceTag
    else { return [] }
    let entries = pod.directAccessEntries
    guard !entries.contains(where: { $0.hasSameBytes(as: DirectAccess.wildcard) }) else { return [] }
    return entries.compactMap { entry in
      guard let name = ServiceName(reading: entry),
        let problem = pod.namedServices[name].problem(of: name)
      else { return nil }
      let remedies = problem.instead.flatMap { pod.remedyReplacing(entry, with: $0, in: key) }
      return Finding(
        kind, at: pod.annotation(key), "Direct access entry \(entry.printedSafely) \(problem.phrase.endingAsSentence)",
        remedies: [remedies].compactMap(\.self))
    }
  }
}

extension String {
  /// The string with a full stop, where it does not end as a sentence already.
  var endingAsSentence: String { hasSuffix("?") ? self : "\(self)." }
}

extension FindingKind {
  /// An entry of the direct access names no service of the input.
  public static let directAccessToNothing = FindingKind(
    "direct-access-to-nothing", .warning, .directAccessNames,
    summary: "An entry of the direct access is the name of a service that there is not.",
    reason:
      "Entries are held against the services of the Dataplanes of this zone, byte by byte: the Pod does not reach directly what was meant.",
    remedy: "Write the name of a service that there is; its port is the Service's, not the container's."
  )
}
