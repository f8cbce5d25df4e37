/// A check of Pods, and for which Pods its answer holds.
struct CataloguedPodCheck: Sendable {
  /// The check.
  let check: any PodCheck.Type
  /// For which Pods the answer holds.
  let scope: Scope

  /// For which Pods an answer holds.
  enum Scope: Sendable {
    /// For all that are like one.
    case replicas
    /// For all that are like one and whose containers have the same statuses.
    case statuses
    /// For one Pod, since it depends on fields of its Dataplane.
    case dataplane(any PodDataplaneCheck.Type)
  }

  /// A check of the catalogue.
  init(_ check: any PodCheck.Type) {
    self.check = check
    scope =
      if check is any SharedPodCheck.Type { .replicas } else if let check = check as? any PodDataplaneCheck.Type {
        .dataplane(check)
      } else { .statuses }
  }

  /// Whether the answer holds for all Pods that are like one.
  var isShared: Bool { if case .replicas = scope { true } else { false } }
}
