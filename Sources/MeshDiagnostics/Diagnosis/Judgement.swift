import KubernetesObjects
import MeshMapping

/// What was found of a Pod, as far as it holds for those that are like it.
final class Judgement {
  /// The Pod.
  let subject: PodSubject
  private let likeness: ReplicaLikeness
  /// The findings of each check, in the order of the catalogue.
  private let findings: [[Finding]]
  /// The findings of the Services that select the Pod.
  private let services: [Finding]
  /// All of them, in order, each once: most Pods have nothing else.
  let told: [Finding]
  /// Whether one of them is at a field of the Pod itself.
  let isAboutPod: Bool
  /// Whether fields of the Dataplane matter that replicas do not share, so that each of them is asked about.
  private let dependsOnDataplane: Bool

  /// What all checks find of a Pod.
  ///
  /// - Parameters:
  ///   - subject: The Pod.
  ///   - services: The findings of the Services that select it.
  init(on subject: PodSubject, services: [Finding]) {
    self.subject = subject
    likeness = ReplicaLikeness(of: subject.report, copying: subject.controlPlane.nodeLabels)
    self.services = services
    findings = Catalogue.podChecks.map { $0.check.findings(on: subject) }
    let first = Catalogue.firstPodCheckAfterInjection
    told = (Array(findings[..<first].joined()) + services + findings[first...].joined()).withoutRepeats
    let pod = subject.reference
    isAboutPod = told.contains { $0.isAbout(pod) }
    dependsOnDataplane = Catalogue.podChecks.contains { check in
      if case .dataplane(let check) = check.scope { check.mayConcern(subject) } else { false }
    }
  }

  /// Whether a Pod, one of a list of reports, is like this one, so that what its replicas share was judged.
  func isOf(_ reports: [PodReport], at index: Int) -> Bool { likeness.holds(for: reports, at: index) }

  /// Whether everything that was found holds for another Pod that is like this one.
  func holdsAsWhole(for reports: [PodReport], at index: Int) -> Bool {
    !dependsOnDataplane && likeness.hasSameStatuses(as: reports, at: index)
  }

  /// All that was found, where it holds as a whole, reported on another Pod.
  func findings(toldOf reports: [PodReport], at index: Int) -> [Finding] {
    isAboutPod ? moved(told, to: reports[index].reference) : told
  }

  /// What was found, with the answers for another Pod of the checks that are asked of it too: all of them, in order, each once.
  ///
  /// - Parameters:
  ///   - pod: The other Pod.
  ///   - own: What those checks find, by the position of the check.
  func findings(toldOf pod: ObjectReference, with own: [Int: [Finding]]) -> [Finding] {
    var found: [Finding] = []
    for index in findings.indices {
      if index == Catalogue.firstPodCheckAfterInjection { found += services }
      // Most checks find nothing.
      if findings[index].isEmpty, own.isEmpty { continue }
      found += Catalogue.podChecks[index].isShared ? moved(findings[index], to: pod) : own[index] ?? []
    }
    return found.withoutRepeats
  }

  private func moved(_ found: [Finding], to pod: ObjectReference) -> [Finding] {
    let origin = subject.reference
    return origin == pod ? found : found.map { $0.isAbout(origin) ? $0.moved(from: origin, to: pod) : $0 }
  }
}
