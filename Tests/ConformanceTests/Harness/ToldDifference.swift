import KubernetesObjects
import MeshMapping

/// A `PodDifference` as a row can write it down: paths as they are printed, outcomes by what happens and why.
enum ToldDifference: Hashable, Sendable {
  case gainsSidecar(ToldDecision)
  case losesSidecar(ToldDecision)
  case injection(old: ToldDecision, new: ToldDecision)
  case outcome(old: DataplaneVerdict, new: DataplaneVerdict)
  case serviceRenamed(old: ExactString, new: ExactString)
  case inboundMerged(service: ExactString, port: Int, into: ExactString)
  case reachableServicesUnread(services: ExactString)
  case field(ExactString, old: ExactString?, new: ExactString?)
  case directAccess(entry: ExactString, renamed: ExactString)
  case directAccessName(entry: ExactString, matches: DirectAccess.NameMatching)

  init(_ difference: PodDifference) {
    self =
      switch difference {
      case .gainsSidecar(let decision): .gainsSidecar(ToldDecision(decision))
      case .losesSidecar(let decision): .losesSidecar(ToldDecision(decision))
      case .injection(let old, let new): .injection(old: ToldDecision(old), new: ToldDecision(new))
      case .outcome(let old, let new): .outcome(old: old, new: new)
      case .serviceRenamed(let old, let new): .serviceRenamed(old: old, new: new)
      case .inboundMerged(let service, let port, let other): .inboundMerged(service: service, port: port, into: other)
      case .reachableServicesUnread(let services): .reachableServicesUnread(services: services)
      case .field(let difference): .field(difference)
      case .directAccess(let entry, let renamed): .directAccess(entry: entry, renamed: renamed)
      case .directAccessName(let entry, let matching): .directAccessName(entry: entry, matches: matching)
      }
  }

  static func field(_ difference: FieldDifference) -> ToldDifference {
    .field("\(difference.path)", old: difference.old.map { ExactString($0) }, new: difference.new.map { ExactString($0) })
  }
}

/// An `InjectionDecision` as a row can write it down.
enum ToldDecision: Hashable, Sendable {
  case decided(InjectionDecision)
  /// No webhook is called: each with why not.
  case notCalled([WebhookCase.Miss])

  init(_ decision: InjectionDecision) {
    if case .skip(.webhookNotCalled(let misses)) = decision {
      self = .notCalled(misses.map { .init($0.webhook, $0.reason) })
    } else {
      self = .decided(decision)
    }
  }

  static func inject(_ place: EvidencePlace, _ value: String = "enabled") -> ToldDecision {
    .decided(.inject(.requested(by: Evidence(place, key: KumaKey.sidecarInjection, value: value))))
  }

  static func skip(_ reason: InjectionDecision.SkipReason) -> ToldDecision { .decided(.skip(reason)) }

  static func reject(_ reason: InjectionDecision.RejectReason) -> ToldDecision { .decided(.reject(reason)) }
}
