import KubernetesObjects
import MeshMapping

/// What matters to others about what becomes of a Pod.
struct Fate: Hashable {
  let standing: Standing
  let mesh: ExactString?
  let services: Set<Offer>
  /// What the input would have to hold for the standing to be known.
  let needs: [Completeness.Kind]

  /// Where a Pod stands.
  enum Standing: Hashable {
    /// There is no Pod: it is refused.
    case refused
    /// It has no sidecar.
    case outside
    /// It has a sidecar, and there is no Dataplane.
    case failing
    /// It is in a mesh.
    case inside
    /// What decides is not in the input.
    case unknown
  }

  /// A service, and the port of the Pod that it is offered at.
  struct Offer: Hashable {
    let service: ExactString
    let port: Int
  }

  init(of report: PodReport) {
    switch report.admission.decision {
    case .inject, .skip(.alreadyInjected): standing = report.outcome.verdict.action == .fail ? .failing : .inside
    case .skip: standing = .outside
    case .reject: standing = .refused
    case .unknown: standing = .unknown
    }
    needs = report.admission.decision.needs
    let hasSidecar = standing == .inside || standing == .failing
    mesh = hasSidecar ? report.mesh.map { ExactString($0.name) } : nil
    let networking = report.outcome.dataplane?.networking
    let inbounds = networking?.inbound.map { ($0.tags[KumaKey.serviceTag] ?? "", $0.port) } ?? []
    let gateways = networking?.gateway.map { [($0.tags[KumaKey.serviceTag] ?? "", 0)] } ?? []
    services = Set((inbounds + gateways).map { Offer(service: ExactString($0.0), port: $0.1) })
  }
}

extension EditEffect {
  /// What edits do to a Pod; nil where nothing.
  ///
  /// - Parameters:
  ///   - before: What becomes of it without them.
  ///   - after: What becomes of it with them.
  ///   - isReselected: Whether other Services lead to it then.
  init?(from before: Fate, to after: Fate, isReselected: Bool) {
    switch (before.standing, after.standing) {
    case (.refused, .refused): return nil
    case (.outside, .outside), (.unknown, .unknown):
      guard isReselected else { return nil }
      self = .reselected
    case (.inside, .inside), (.failing, .failing):
      guard before != after || isReselected else { return nil }
      self = .changing
    case (_, .refused): self = .refused
    case (.unknown, _), (_, .unknown): self = .unknown
    case (_, .failing): self = .failing
    case (.refused, .outside): self = .admitted
    case (_, .outside): self = .leaving
    case (_, .inside): self = .joining
    }
  }
}
