/// What edits do to a Pod that their goal is not about.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum EditEffect: String, Sendable, Hashable, CaseIterable {
  /// It would be refused, so that there is no Pod.
  case refused
  /// It would have a sidecar and no Dataplane: Kuma refuses it, or the control plane gives up.
  case failing
  /// What becomes of it, with the edits or without, depends on what is not in the input.
  case unknown
  /// It would get a sidecar.
  case joining
  /// It would get none any more.
  case leaving
  /// It is refused as it stands, and would be created, without a sidecar.
  case admitted
  /// It would offer other services or ports, or belong to another mesh.
  case changing
  /// It is in no mesh, with the edits or without, and other Services or ports of Services would lead to it.
  case reselected
}

extension EditEffect {
  /// Whether Pods stop working by it.
  var isHarm: Bool { self == .refused || self == .failing }

  /// The predicate of a sentence whose subject is the Pods.
  var phrase: String {
    switch self {
    case .refused: "would be refused"
    case .failing: "would have a sidecar and no Dataplane"
    case .unknown: "may be affected"
    case .joining: "would join"
    case .leaving: "would leave the mesh"
    case .admitted: "would no longer be refused, and be created without a sidecar"
    case .changing: "would offer other services or ports"
    case .reselected: "would be behind other Services or ports"
    }
  }
}
