import KubernetesObjects
import MeshMapping

/// The documented rules differ here from every release.
enum DiffersFromReleases: SharedPodCheck {
  static let kind = FindingKind.differsFromReleases

  static func findings(on pod: PodSubject) -> [Finding] {
    labels(of: pod) + whitespace(of: pod)
  }

  /// About a Pod without a Service.
  private static func labels(of subject: PodSubject) -> [Finding] {
    guard subject.tags != nil, subject.dataplane?.networking.inbound.first?.port == Dataplane.reservedPort else { return [] }
    let (pod, rules) = (subject.pod, subject.controlPlane.rules.tags)
    var findings: [Finding] = []
    if rules.reservedLabelsWithoutService == .dropped,
      pod.metadata.labels.entries.contains(where: { !$0.value.isEmpty && ReservedKey.isReserved($0.key) })
    {
      let message =
        "As documented, reserved labels are no tags; every release turns them into tags where no Service selects the Pod."
      findings.append(Finding(kind, statement: .reservedLabelsWithoutService, at: subject.whole, message))
    }
    let isNamedOtherwise = !pod.metadata.ownerReferences.isEmpty || ControlPlane.hasSuffixes(pod.metadata.name)
    if rules.nameWithoutService == .podName, isNamedOtherwise {
      let message =
        "As documented, the service is named after the Pod; releases name it after the Pod's owner (from 2.1) or without the last two parts of the Pod's name (before)."
      findings.append(Finding(kind, statement: .nameWithoutService, at: subject.whole, message))
    }
    return findings
  }

  private static func whitespace(of pod: PodSubject) -> [Finding] {
    let annotation = pod.pod.metadata.annotations[KumaKey.directAccessServices] ?? ""
    guard pod.dataplane != nil, pod.controlPlane.rules.transparentProxying.directAccess == .documented,
      AnnotationList.hasWhitespace(annotation)
    else { return [] }
    let message =
      "As documented, whitespace around entries of the direct access does not count; every release keeps it, and such entries match nothing: write the list without whitespace."
    return [Finding(kind, statement: .directAccessWhitespace, at: pod.annotation(KumaKey.directAccessServices), message)]
  }
}

extension FindingKind {
  /// The documented rules differ from every release about this object.
  public static let differsFromReleases = FindingKind(
    "differs-from-releases", .info, .directAccessWhitespace,
    summary: "What is documented and what every release does are not the same here.",
    reason: "The answer follows the documentation; no cluster behaves so.",
    remedy: "Name the release that you run with --release."
  )
}
