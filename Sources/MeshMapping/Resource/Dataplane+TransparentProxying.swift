public import KubernetesObjects

extension Dataplane {
  /// How traffic is redirected to the proxy and what of the mesh it knows.
  public struct TransparentProxying: Sendable, Hashable {
    /// The port that incoming traffic is redirected to; 0 for none.
    public var redirectPortInbound: Int
    /// The port that incoming IPv6 traffic is redirected to; 0 for none.
    public var redirectPortInboundV6: Int
    /// The port that outgoing traffic is redirected to; 0 for none.
    public var redirectPortOutbound: Int
    /// The services that are reached by their own addresses.
    @ByteExactList public var directAccessServices: [String]
    /// The services that may be reached at all; where empty, all.
    @ByteExactList public var reachableServices: [String]
    /// The backends that may be reached at all; nil for all, empty for none.
    public var reachableBackends: [ReachableBackend]?
    /// The IP families that are redirected.
    public var ipFamilyMode: IPFamilyMode

    /// Transparent proxying with the given values.
    public init(
      redirectPortInbound: Int = 0,
      redirectPortInboundV6: Int = 0,
      redirectPortOutbound: Int = 0,
      directAccessServices: [String] = [],
      reachableServices: [String] = [],
      reachableBackends: [ReachableBackend]? = nil,
      ipFamilyMode: IPFamilyMode = .unspecified
    ) {
      self.redirectPortInbound = redirectPortInbound
      self.redirectPortInboundV6 = redirectPortInboundV6
      self.redirectPortOutbound = redirectPortOutbound
      self.directAccessServices = directAccessServices
      self.reachableServices = reachableServices
      self.reachableBackends = reachableBackends
      self.ipFamilyMode = ipFamilyMode
    }

    /// The IP families that are redirected.
    public enum IPFamilyMode: String, Sendable, Hashable, Codable {
      /// The release decides.
      case unspecified = "UnSpecified"
      /// IPv4 and IPv6.
      case dualStack = "DualStack"
      /// IPv4 alone.
      case ipv4 = "IPv4"
      /// IPv6 alone.
      case ipv6 = "IPv6"
    }
  }
}
