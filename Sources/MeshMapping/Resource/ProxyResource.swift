/// What a control plane writes for a Pod: a Dataplane or, for the proxy of a zone, a ZoneIngress or ZoneEgress.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum ProxyResource: Sendable, Hashable {
  /// The proxy of a workload, or a gateway.
  case dataplane(Dataplane)
  /// The proxy through which other zones reach a zone.
  case zoneIngress(ZoneIngress)
  /// The proxy through which a zone reaches what is outside of it.
  case zoneEgress(ZoneEgress)

  /// The Dataplane, where the resource is one.
  public var dataplane: Dataplane? {
    guard case .dataplane(let dataplane) = self else { return nil }
    return dataplane
  }
}
