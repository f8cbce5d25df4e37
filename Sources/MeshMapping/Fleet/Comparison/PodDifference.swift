/// Something that two releases do differently with a Pod.
public enum PodDifference: Sendable, Hashable {
  /// The Pod, created anew, has a sidecar under the second only.
  case gainsSidecar(InjectionDecision)
  /// The Pod, created anew, has a sidecar under the first only.
  case losesSidecar(InjectionDecision)
  /// The Pod, created anew, is refused under one of the two only.
  case injection(old: InjectionDecision, new: InjectionDecision)
  /// Something else happens to its Dataplane: it fails, is deleted, or is left alone, or no longer so.
  case outcome(old: Outcome, new: Outcome)
  /// The service of the Pod has another name.
  case serviceRenamed(old: String, new: String)
  /// The inbound of a service is no longer there, since another one has the port.
  case inboundMerged(service: String, port: UInt32, into: String)
  /// A field of its Dataplane differs.
  case field(FieldDifference)
  /// The Pod reaches a service directly that has another name under the second, so that the entry no longer matches.
  case directAccess(entry: String, renamed: String)

  /// What happens to a Dataplane, without the Dataplane.
  public struct Outcome: Sendable, Hashable {
    /// The action, e.g. `fail`.
    public let action: String
    /// The reason's name; nil where the Dataplane is applied.
    public let reason: String?
    /// The outcome as a sentence; nil where the Dataplane is applied.
    public let message: String?

    init(_ outcome: DataplaneOutcome) {
      self.init(action: outcome.action, reason: outcome.reason, message: outcome.message)
    }

    private init(action: String, reason: String?, message: String?) {
      self.action = action
      self.reason = reason
      self.message = message
    }

    /// What happens, without the sentence.
    var withoutMessage: Outcome { Outcome(action: action, reason: reason, message: nil) }
  }
}

extension PodDifference {
  /// What makes a difference the same one when it is looked for again: what changes, without the reasons given for it.
  var identity: PodDifference {
    switch self {
    case .gainsSidecar: .gainsSidecar(.skip(.notRequested))
    case .losesSidecar: .losesSidecar(.skip(.notRequested))
    case .injection: .injection(old: .skip(.notRequested), new: .skip(.notRequested))
    case .outcome(let old, let new): .outcome(old: old.withoutMessage, new: new.withoutMessage)
    case .serviceRenamed, .inboundMerged, .field, .directAccess: self
    }
  }

  /// The kind of the difference, which never changes its meaning.
  public var code: String {
    switch self {
    case .gainsSidecar: "gainsSidecar"
    case .losesSidecar: "losesSidecar"
    case .injection: "injectionChanged"
    case .outcome(_, let new): new.action == "fail" ? "dataplaneFails" : "outcomeChanged"
    case .serviceRenamed: "serviceRenamed"
    case .inboundMerged: "inboundMerged"
    case .field(let difference): difference.code
    case .directAccess: "directAccessBroken"
    }
  }

  /// The difference as a sentence, safe to print.
  public var message: String {
    switch self {
    case .gainsSidecar(let decision): "Created anew, the Pod gains a sidecar. \(decision.message)"
    case .losesSidecar(let decision): "Created anew, the Pod loses its sidecar. \(decision.message)"
    case .injection(let old, let new): "Created anew, the Pod is decided otherwise: \(old.message) becomes: \(new.message)"
    case .outcome(let old, let new):
      "The Dataplane's action \(old.action) becomes \(new.action)\(new.message.map { ": \($0)" } ?? ".")"
    case .serviceRenamed(let old, let new): "The service \(old.printedSafely) is renamed \(new.printedSafely)."
    case .inboundMerged(let service, let port, let other):
      "The inbound of \(service.printedSafely) on port \(port) is merged into that of \(other.printedSafely)."
    case .field(let difference): difference.message
    case .directAccess(let entry, let renamed):
      "The direct access entry \(entry.printedSafely) no longer matches: that service is renamed \(renamed.printedSafely)."
    }
  }
}

extension FieldDifference {
  /// The kind of the difference, which never changes its meaning.
  public var code: String {
    let part =
      switch path {
      case .inboundTag, .gatewayTag: "tag"
      case .inbound: "inbound"
      case .label: "label"
      default: "field"
      }
    return part + (old == nil ? "Added" : new == nil ? "Removed" : "Changed")
  }

  /// The difference as a sentence, safe to print.
  public var message: String {
    switch (old, new) {
    case (nil, let new?): "\(path) is added: \(new.quotedSafely)."
    case (let old?, nil): "\(path) is removed, which was \(old.quotedSafely)."
    case (let old?, let new?): "\(path) changes from \(old.quotedSafely) to \(new.quotedSafely)."
    case (nil, nil): "\(path) is absent in both."
    }
  }
}
