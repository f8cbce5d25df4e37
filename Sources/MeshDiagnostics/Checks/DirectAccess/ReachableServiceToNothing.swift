import KubernetesObjects
import MeshMapping

/// An entry of the reachable services is the name of a service, and the input has none of that name.
enum ReachableServiceToNothing: SharedPodCheck {
  static let kind = FindingKind.reachableServiceToNothing

  static func findings(on pod: PodSubject) -> [Finding] {
    let key = KumaKey.reachableServices
    guard pod.pod.metadata.annotations[key] != nil else { return [] }
    return pod.reachableServices.compactMap { entry in
      guard let name = ServiceName(reading: entry),
        let problem = pod.namedServices[name].problem(of: name)
      else { return nil }
      let remedies = problem.instead.flatMap { pod.remedyReplacing(entry, with: $0, in: key) }
      // Another zone may have what this one lacks.
      let phrase = problem.instead == nil ? "\(problem.phrase), if no other zone has it" : problem.phrase
      return Finding(
        kind, severity: problem.instead == nil ? .info : nil, at: pod.annotation(key),
        "Reachable service \(entry.printedSafely) \(phrase.endingAsSentence)", remedies: [remedies].compactMap(\.self))
    }
  }
}

extension FindingKind {
  /// An entry of the reachable services names no service of the input.
  public static let reachableServiceToNothing = FindingKind(
    "reachable-service-to-nothing", .warning, .reachableServices,
    summary: "An entry of the reachable services is the name of a service that there is not.",
    reason:
      "The Pod reaches only what the list names. A service of another zone may have the name; a name close to that of a service here is most likely a typo.",
    remedy: "Write the name of a service that there is; its port is the Service's, not the container's."
  )
}
