/// A field of `transparentProxying` in a Dataplane; its raw value is the name of the field.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum ProxyingField: String, Sendable, Hashable, CaseIterable {
  /// The port that incoming connections are redirected to.
  case redirectPortInbound
  /// The port that incoming connections over IPv6 are redirected to.
  case redirectPortInboundV6
  /// The port that outgoing connections are redirected to.
  case redirectPortOutbound
  /// The services that the Pod may reach directly.
  case directAccessServices
  /// The services that the Pod reaches, if not all.
  case reachableServices
  /// The backends that the Pod reaches, if not all.
  case reachableBackends
  /// The families of IP addresses that are redirected.
  case ipFamilyMode
}
