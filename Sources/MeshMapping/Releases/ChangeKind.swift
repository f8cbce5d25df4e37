/// What a change of Kuma, or what it does to a Pod, is for the people who run it: whether somebody has to look at it (CMP-5).
///
/// The kinds come in the order of how much they matter.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum ChangeKind: String, Sendable, Hashable, CaseIterable {
  /// Pods lose or gain a sidecar.
  case sidecar
  /// Something is refused or fails that was not before.
  case refusal
  /// A Dataplane is no longer there, or one that went is kept.
  case dataplane
  /// Pods are in another mesh, or are another kind of proxy.
  case identity
  /// A service is renamed, merged or gone.
  case service
  /// What a Pod asks to reach, or to be kept from reaching, no longer holds.
  case access
  /// Inbounds are no longer ready.
  case readiness
  /// A tag, a label or a name by which policies may select.
  case selectable
  /// All Dataplanes lose the same, so that it is a matter of the whole cluster and of no workload.
  case everywhere
  /// What was refused or failed no longer does.
  case lifted
  /// A field that is added, or that nothing selects by.
  case field
  /// Nothing that is mapped here: a message, a timeout, what others write.
  case unmapped
}

extension ChangeKind {
  /// Whether somebody has to look at what changes so before an upgrade. What policies select by needs attention only where one does.
  public var needsAttention: Bool {
    switch self {
    case .sidecar, .refusal, .dataplane, .identity, .service, .access, .readiness: true
    case .selectable, .everywhere, .lifted, .field, .unmapped: false
    }
  }
}
