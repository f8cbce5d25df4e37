/// What kind of proxy a Pod has, and so what the controller makes of it.
enum ProxyKind: Sendable {
  /// The sidecar of a workload, or a gateway that somebody else runs.
  case sidecar
  /// A gateway that Kuma runs.
  case builtinGateway
  /// The proxy through which other zones reach this one.
  case zoneIngress
  /// The proxy through which the zone reaches what is outside of it.
  case zoneEgress
}

/// How the controller goes about a Pod.
enum PodCourse: Sendable {
  /// It does this, and does not map the Pod.
  case done(DataplaneOutcome)
  /// It maps the Pod as one with a proxy of this kind.
  case mapped(ProxyKind)
}
