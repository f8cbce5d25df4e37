/// What the annotation `kuma.io/gateway` makes of a Pod.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum GatewayKind: Sendable, Hashable {
  /// An ordinary Pod.
  case none
  /// A gateway that somebody else runs, with the tags of its first inbound.
  case delegated
  /// A gateway that somebody else runs, with the name of its Deployment.
  case provided
}
