public import KubernetesObjects

/// Something that two releases do differently with a Pod.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum PodDifference: Sendable, Hashable {
  /// The Pod, created anew, has a sidecar under the second only.
  case gainsSidecar(InjectionDecision)
  /// The Pod, created anew, has a sidecar under the first only.
  case losesSidecar(InjectionDecision)
  /// The Pod, created anew, is refused under one of the two only.
  case injection(old: InjectionDecision, new: InjectionDecision)
  /// Something else happens to its Dataplane: it fails, is deleted, or is left alone, or no longer so.
  case outcome(old: DataplaneVerdict, new: DataplaneVerdict)
  /// The service of the Pod has another name.
  case serviceRenamed(old: ExactString, new: ExactString)
  /// The inbound of a service is no longer there, since another one has the port.
  case inboundMerged(service: ExactString, port: Int, into: ExactString)
  /// The services that the Pod may reach are read under the first only, and the backends that it may reach under the second: these alone say
  /// what it reaches.
  case reachableServicesUnread(services: ExactString)
  /// A field of its Dataplane differs.
  case field(FieldDifference)
  /// The Pod reaches a service directly that has another name under the second, so that the entry no longer matches.
  case directAccess(entry: ExactString, renamed: ExactString)
  /// The Pod lists a service for direct access by its name, which names match no more, or not as before.
  case directAccessName(entry: ExactString, matches: DirectAccess.NameMatching)
}

extension PodDifference {
  /// What makes a difference the same one when it is looked for again: what changes, without the reasons given for it.
  enum Identity: Hashable {
    case gainsSidecar
    case losesSidecar
    case injection
    case outcome(old: DataplaneVerdict.Identity, new: DataplaneVerdict.Identity)
    /// The difference as it is told.
    case told(PodDifference)
  }

  /// What makes the difference the same one when it is looked for again.
  var identity: Identity {
    switch self {
    case .gainsSidecar: .gainsSidecar
    case .losesSidecar: .losesSidecar
    case .injection: .injection
    case .outcome(let old, let new): .outcome(old: old.identity, new: new.identity)
    case .serviceRenamed, .inboundMerged, .reachableServicesUnread, .field, .directAccess, .directAccessName: .told(self)
    }
  }
}

extension PodDifference {
  /// What of the Dataplane differs, whatever the values are.
  var place: ExactString {
    switch self {
    case .gainsSidecar, .losesSidecar, .injection: "sidecar"
    case .outcome: "outcome"
    case .serviceRenamed: "service"
    case .inboundMerged(let service, let port, _): "merged \(service):\(port)"
    case .reachableServicesUnread: ExactString("\(FieldPath.proxying(.reachableServices))")
    case .field(let difference): ExactString("\(difference.path)")
    case .directAccess(let entry, _), .directAccessName(let entry, _): "direct access \(entry)"
    }
  }
}

extension DataplaneVerdict {
  /// What makes two verdicts the same when they are compared: what is done and the name of the reason.
  struct Identity: Hashable {
    let action: Action
    @OptionalByteExact private(set) var code: String?
  }

  /// What makes the verdict the same as another one.
  var identity: Identity { Identity(action: action, code: code) }

  /// Whether two verdicts are told alike: as the same action, with the same reason in the same words.
  func isToldLike(_ other: DataplaneVerdict) -> Bool {
    identity == other.identity && message.map { ExactString($0) } == other.message.map { ExactString($0) }
  }
}
