import KubernetesObjects
import MeshMapping

/// One look at the Pods of a cluster, one after the other, in which what several of them share is judged once. It lives for one call.
final class Examination {
  private let diagnostics: Diagnostics
  /// What was found of the Pod that was looked at last: replicas mostly come one after the other.
  private var latest: Judgement?
  /// What was found of Services, by name and by what they are to Pods of a mesh.
  private var services: [ServiceSubject.Standing: [ObjectName: [Finding]]] = [:]
  /// What is in the namespace that was looked at last.
  private var contents: NamespaceContents?

  /// What was found of a Pod and holds for all that are like it.
  private final class Judgement {
    let subject: PodSubject
    /// The findings of each check, in the order of the catalogue; none for the checks that every Pod is asked.
    let findings: [[Finding]]
    /// The findings of the Services that select the Pod.
    let services: [Finding]
    /// All of them, in order, each once: most Pods have nothing besides.
    let told: [Finding]
    /// Whether one of them is at a field of the Pod itself.
    let isAboutPod: Bool

    init(_ subject: PodSubject, _ findings: [[Finding]], services: [Finding]) {
      self.subject = subject
      self.findings = findings
      self.services = services
      let first = Catalogue.firstPodCheckAfterInjection
      told = (findings[..<first].joined() + services + findings[first...].joined()).withoutRepeats
      let pod = subject.reference
      isAboutPod = told.contains { $0.isAbout(pod) }
    }
  }

  /// A look at some of the Pods of a cluster.
  init(of diagnostics: Diagnostics) {
    self.diagnostics = diagnostics
  }

  /// All that there is to say of a Pod, in the order of the catalogue, each finding once; what is to be said of its Services stands after
  /// its injection.
  func findings(on report: PodReport) -> [Finding] {
    let subject = PodSubject(report, in: diagnostics, after: latest?.subject)
    let judgement = judgement(on: subject)
    let own = Self.ownFindings(on: subject)
    if own.isEmpty { return Self.findings(judgement.told, of: judgement, toldOf: subject) }
    var found: [Finding] = []
    for index in judgement.findings.indices {
      if index == Catalogue.firstPodCheckAfterInjection { found += judgement.services }
      found += own[index] ?? Self.findings(judgement.findings[index], of: judgement, toldOf: subject)
    }
    return found.withoutRepeats
  }

  /// What there is to say of a Pod and was not yet said of one like it, in no order.
  func newFindings(on report: PodReport) -> [Finding] {
    let subject = PodSubject(report, in: diagnostics, after: latest?.subject)
    let before = latest
    let judgement = judgement(on: subject)
    let own = Self.ownFindings(on: subject).values.joined()
    if judgement === before, !judgement.isAboutPod { return Array(own) }
    return Self.findings(judgement.told, of: judgement, toldOf: subject) + own
  }

  /// Findings of a judgement, reported on a Pod that it applies to.
  private static func findings(_ found: [Finding], of judgement: Judgement, toldOf subject: PodSubject) -> [Finding] {
    guard judgement.isAboutPod, judgement.subject !== subject, !found.isEmpty else { return found }
    let (origin, pod) = (judgement.subject.reference, subject.reference)
    return found.map { $0.isAbout(origin) ? $0.moved(from: origin, to: pod) : $0 }
  }

  /// What the checks find that every Pod is asked, by the position of the check.
  private static func ownFindings(on subject: PodSubject) -> [Int: [Finding]] {
    var own: [Int: [Finding]] = [:]
    for index in Catalogue.ownPodChecks {
      let found = Catalogue.podChecks[index].check.findings(on: subject)
      if !found.isEmpty { own[index] = found }
    }
    return own
  }

  /// What there is to say of a Service, after the Pods of its namespace were looked at.
  func findings(on service: Service) -> [Finding] {
    let name = ObjectName(of: service.metadata)
    return services[.givesInbounds]?[name] ?? services[.givesNothing]?[name] ?? judge(service, .givesNothing)
  }

  private func judgement(on subject: PodSubject) -> Judgement {
    if let latest, subject.isLike(latest.subject) { return latest }
    let shared = Catalogue.podChecks.map { check in check.isShared ? check.check.findings(on: subject) : [] }
    let judgement = Judgement(subject, shared, services: serviceFindings(on: subject.report))
    latest = judgement
    return judgement
  }

  private func serviceFindings(on report: PodReport) -> [Finding] {
    let standing: ServiceSubject.Standing = report.getsInbounds ? .givesInbounds : .givesNothing
    return report.matches.flatMap { match -> [Finding] in
      let name = ObjectName(of: match.service.service.metadata)
      if let found = services[standing]?[name] { return found }
      let found = judge(diagnostics.cluster.service(name) ?? match.service.service, standing)
      services[standing, default: [:]][name] = found
      return found
    }
  }

  private func judge(_ service: Service, _ standing: ServiceSubject.Standing) -> [Finding] {
    let namespace = service.metadata.effectiveNamespace
    let around: NamespaceContents
    if let contents, contents.name.hasSameBytes(as: namespace) {
      around = contents
    } else {
      around = NamespaceContents(of: namespace, in: diagnostics.cluster)
      contents = around
    }
    let subject = ServiceSubject(service, in: diagnostics, among: around, standing)
    return Catalogue.serviceChecks.flatMap { $0.findings(on: subject) }
  }
}
