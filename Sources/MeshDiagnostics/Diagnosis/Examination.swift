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
    /// The findings of each check, in the order of the catalogue; nil for the checks that every Pod is asked.
    let findings: [[Finding]?]
    /// The findings of the Services that select the Pod.
    let services: [Finding]

    init(_ subject: PodSubject, _ findings: [[Finding]?], services: [Finding]) {
      self.subject = subject
      self.findings = findings
      self.services = services
    }
  }

  /// A look at some of the Pods of a cluster.
  init(of diagnostics: Diagnostics) {
    self.diagnostics = diagnostics
  }

  /// All that there is to say of a Pod, in the order of the catalogue; what is to be said of its Services stands after its injection.
  func findings(on report: PodReport) -> [Finding] {
    let subject = PodSubject(report, in: diagnostics, after: latest?.subject)
    let judgement = judgement(on: subject)
    let origin = judgement.subject
    var found: [Finding] = []
    for (index, shared) in judgement.findings.enumerated() {
      if index == Catalogue.firstPodCheckAfterInjection { found += judgement.services }
      guard let shared else {
        found += Catalogue.podChecks[index].check.findings(on: subject)
        continue
      }
      if shared.isEmpty { continue }
      found += origin === subject ? shared : shared.map { $0.moved(from: origin.reference, to: subject.reference) }
    }
    return found
  }

  /// What there is to say of a Pod and was not yet said of one like it, without what is to be said of Services.
  func newFindings(on report: PodReport) -> [Finding] {
    let subject = PodSubject(report, in: diagnostics, after: latest?.subject)
    let isNew = latest.map { !subject.isLike($0.subject) } ?? true
    let judgement = judgement(on: subject)
    let origin = judgement.subject
    var found: [Finding] = []
    for (check, shared) in zip(Catalogue.podChecks, judgement.findings) {
      guard let shared else {
        found += check.check.findings(on: subject)
        continue
      }
      if isNew {
        found += shared
      } else if !shared.isEmpty {
        found += shared.lazy.map { $0.moved(from: origin.reference, to: subject.reference) }.filter { !shared.contains($0) }
      }
    }
    return found
  }

  /// What there is to say of a Service, after the Pods of its namespace were looked at.
  func findings(on service: Service) -> [Finding] {
    let name = ObjectName(of: service.metadata)
    return services[.givesInbounds]?[name] ?? services[.givesNothing]?[name] ?? judge(service, .givesNothing)
  }

  private func judgement(on subject: PodSubject) -> Judgement {
    if let latest, subject.isLike(latest.subject) { return latest }
    let shared = Catalogue.podChecks.map { check in check.isShared ? check.check.findings(on: subject) : nil }
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
