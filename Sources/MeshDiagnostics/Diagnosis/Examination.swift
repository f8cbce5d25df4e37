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

  /// All that there is to say of some Pods, for each.
  func findings(on reports: [PodReport]) -> [[Finding]] {
    var found: [[Finding]] = []
    found.reserveCapacity(reports.count)
    // A report is large; a span gives it without a copy.
    let span = reports.span
    for index in span.indices { found.append(findings(on: span[index])) }
    return found
  }

  /// All that there is to say of a Pod, in the order of the catalogue, each finding once; what is to be said of its Services stands after
  /// its injection.
  func findings(on report: borrowing PodReport) -> [Finding] {
    guard let judgement = known(for: report) else { return judge(report).told }
    if judgement.holdsAsWhole(for: report) { return judgement.findings(toldOf: report) }
    return judgement.findings(toldOf: report, with: ownFindings(on: report))
  }

  /// What there is to say of a Pod and was not yet said of one like it, in no order.
  func newFindings(on report: borrowing PodReport) -> [Finding] {
    guard let judgement = known(for: report) else { return judge(report).told }
    if judgement.holdsAsWhole(for: report) { return judgement.isAboutPod ? judgement.findings(toldOf: report) : [] }
    let own = ownFindings(on: report)
    return judgement.isAboutPod ? judgement.findings(toldOf: report, with: own) : Array(own.values.joined())
  }

  /// What was found of a Pod that a report's Pod is like; nil where that was not looked at last.
  private func known(for report: borrowing PodReport) -> Judgement? {
    guard let latest, latest.isOf(report) else { return nil }
    return latest
  }

  private func judge(_ report: borrowing PodReport) -> Judgement {
    let subject = PodSubject(copy report, in: diagnostics, after: latest?.subject, naming: namedServices)
    let judgement = Judgement(on: subject, services: serviceFindings(on: report))
    latest = judgement
    return judgement
  }

  /// What the checks find whose answers replicas do not share, by the position of the check.
  private func ownFindings(on report: borrowing PodReport) -> [Int: [Finding]] {
    let subject = PodSubject(copy report, in: diagnostics, after: latest?.subject, naming: namedServices)
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
