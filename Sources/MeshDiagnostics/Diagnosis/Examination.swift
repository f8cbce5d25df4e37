import KubernetesObjects
import MeshMapping

/// One look at the Pods of a cluster, one after the other, in which what several of them share is judged once. It lives for one call.
final class Examination {
  private let diagnostics: Diagnostics
  /// What was found of the Pod that was judged last: replicas mostly come one after the other.
  private var latest: Judgement?
  /// What was found of Services, by name and by what they are to Pods of a mesh.
  private var services: [ServiceSubject.Standing: [ObjectName: [Finding]]] = [:]
  /// What is in the namespace that was looked at last.
  private var contents: NamespaceContents?
  /// What the names of services lead to.
  private let namedServices: NamedServices

  /// A look at some of the Pods of a cluster.
  ///
  /// - Parameters:
  ///   - diagnostics: The cluster.
  ///   - services: What the names of services lead to; nil where nobody looked yet.
  init(of diagnostics: Diagnostics, naming services: NamedServices? = nil) {
    self.diagnostics = diagnostics
    namedServices = services ?? NamedServices(in: diagnostics.cluster)
  }

  /// All that there is to say of some Pods, for each: in the order of the catalogue, each finding once; what is to be said of a Pod's Services
  /// stands after its injection.
  func findings(on reports: [PodReport]) -> [[Finding]] {
    reports.indices.map { index in
      guard let judgement = known(for: reports, at: index) else { return judge(reports[index]).told }
      if judgement.holdsAsWhole(for: reports, at: index) { return judgement.findings(toldOf: reports, at: index) }
      return judgement.findings(toldOf: reports[index].reference, with: ownFindings(on: reports[index]))
    }
  }

  /// What there is to say of some Pods and was not yet said of ones like them, in no order.
  func newFindings(on reports: [PodReport]) -> [Finding] {
    reports.indices.flatMap { index -> [Finding] in
      guard let judgement = known(for: reports, at: index) else { return judge(reports[index]).told }
      if judgement.holdsAsWhole(for: reports, at: index) {
        return judgement.isAboutPod ? judgement.findings(toldOf: reports, at: index) : []
      }
      let own = ownFindings(on: reports[index])
      return judgement.isAboutPod
        ? judgement.findings(toldOf: reports[index].reference, with: own) : Array(own.values.joined())
    }
  }

  /// What was found of a Pod that one of a list of Pods is like; nil where that was not looked at last.
  private func known(for reports: [PodReport], at index: Int) -> Judgement? {
    guard let latest, latest.isOf(reports, at: index) else { return nil }
    return latest
  }

  private func judge(_ report: PodReport) -> Judgement {
    let subject = PodSubject(report, in: diagnostics, after: latest?.subject, naming: namedServices)
    let judgement = Judgement(on: subject, services: serviceFindings(on: report))
    latest = judgement
    return judgement
  }

  /// What the checks find whose answers replicas do not share, by the position of the check.
  private func ownFindings(on report: PodReport) -> [Int: [Finding]] {
    let subject = PodSubject(report, in: diagnostics, after: latest?.subject, naming: namedServices)
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

  private func serviceFindings(on report: PodReport) -> [Finding] {
    let standing: ServiceSubject.Standing = report.getsInbounds ? .givesInbounds : .givesNothing
    return report.matches.flatMap { match -> [Finding] in
      let name = ObjectName(of: match.service.service.metadata)
      if let found = services[standing]?[name] { return found }
      let found = judge(diagnostics.cluster.service(name) ?? match.service.service, standing, giving: match)
      services[standing, default: [:]][name] = found
      return found
    }
  }

  private func judge(_ service: Service, _ standing: ServiceSubject.Standing, giving match: PreparedMatch? = nil)
    -> [Finding]
  {
    let namespace = service.metadata.effectiveNamespace
    let around: NamespaceContents
    if let contents, contents.name.hasSameBytes(as: namespace) {
      around = contents
    } else {
      around = NamespaceContents(of: namespace, in: diagnostics.cluster)
      contents = around
    }
    let subject = ServiceSubject(service, in: diagnostics, among: around, standing, giving: match)
    return Catalogue.serviceChecks.flatMap { $0.findings(on: subject) }
  }
}
