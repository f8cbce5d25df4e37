import KubernetesObjects

extension Dataplane.Networking: Codable {
  private enum CodingKeys: String, CodingKey {
    case address, inbound, listeners, gateway, transparentProxying, admin
  }

  private enum AdminKeys: String, CodingKey {
    case port
  }

  /// Decodes `networking`; absent lists are empty.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let admin = try container.nestedIfPresent(keyedBy: AdminKeys.self, forKey: .admin)
    self.init(
      address: try container.decodeIfPresent(String.self, forKey: .address) ?? "",
      inbound: try container.decodeIfPresent([Dataplane.Inbound].self, forKey: .inbound) ?? [],
      listeners: try container.decodeIfPresent([Dataplane.Listener].self, forKey: .listeners) ?? [],
      gateway: try container.decodeIfPresent(Dataplane.Gateway.self, forKey: .gateway),
      transparentProxying: try container.decodeIfPresent(Dataplane.TransparentProxying.self, forKey: .transparentProxying),
      adminPort: try admin.map { try $0.unsignedIfPresent(forKey: .port) ?? 0 }
    )
  }

  /// Encodes `networking`, absent values left out. An administration port of 0 is an empty object, as Kuma writes it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeUnlessEmpty(address, forKey: .address)
    try container.encodeUnlessEmpty(inbound, forKey: .inbound)
    try container.encodeUnlessEmpty(listeners, forKey: .listeners)
    try container.encodeIfPresent(gateway, forKey: .gateway)
    try container.encodeIfPresent(transparentProxying, forKey: .transparentProxying)
    if let adminPort {
      var admin = container.nestedContainer(keyedBy: AdminKeys.self, forKey: .admin)
      try admin.encodeUnlessZero(adminPort, forKey: .port)
    }
  }
}

extension Dataplane.Inbound: Codable {
  private enum CodingKeys: String, CodingKey {
    case port, name, tags, state, health
    case appProtocol = "protocol"
  }

  /// Decodes an inbound; an absent state is `Ready`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      port: try container.unsignedIfPresent(forKey: .port) ?? 0,
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      tags: try container.decodeIfPresent(Tags.self, forKey: .tags) ?? Tags(),
      state: try container.decodeIfPresent(Dataplane.State.self, forKey: .state) ?? .ready,
      health: try container.decodeIfPresent(Dataplane.Health.self, forKey: .health),
      appProtocol: try container.decodeIfPresent(String.self, forKey: .appProtocol) ?? ""
    )
  }

  /// Encodes an inbound, absent defaults left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeUnlessZero(port, forKey: .port)
    try container.encodeUnlessEmpty(name, forKey: .name)
    if !tags.isEmpty { try container.encode(tags, forKey: .tags) }
    if state != .ready { try container.encode(state, forKey: .state) }
    try container.encodeIfPresent(health, forKey: .health)
    try container.encodeUnlessEmpty(appProtocol, forKey: .appProtocol)
  }
}

extension Dataplane.Health: Codable {
  private enum CodingKeys: String, CodingKey {
    case ready
  }

  /// Decodes `health`; an absent `ready` is false.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(isReady: try container.decodeIfPresent(Bool.self, forKey: .ready) ?? false)
  }

  /// Encodes `{"ready": true}` or an empty object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if isReady { try container.encode(true, forKey: .ready) }
  }
}

extension Dataplane.Gateway: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, tags
  }

  /// Decodes a gateway; an absent type is `DELEGATED` and absent tags are none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      type: try container.decodeIfPresent(GatewayType.self, forKey: .type) ?? .delegated,
      tags: try container.decodeIfPresent(Tags.self, forKey: .tags) ?? Tags()
    )
  }

  /// Encodes a gateway; the type `DELEGATED` is the absent default.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    if type != .delegated { try container.encode(type, forKey: .type) }
    if !tags.isEmpty { try container.encode(tags, forKey: .tags) }
  }
}

extension Dataplane.Listener: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, address, port, name, state
  }

  /// Decodes a listener; an absent type is `ZoneIngress` and an absent state `Ready`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      type: try container.decodeIfPresent(ListenerType.self, forKey: .type) ?? .zoneIngress,
      address: try container.decodeIfPresent(String.self, forKey: .address) ?? "",
      port: try container.unsignedIfPresent(forKey: .port) ?? 0,
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      state: try container.decodeIfPresent(Dataplane.State.self, forKey: .state) ?? .ready
    )
  }

  /// Encodes a listener; the state `Ready` is the absent default.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(type, forKey: .type)
    try container.encodeUnlessEmpty(address, forKey: .address)
    try container.encodeUnlessZero(port, forKey: .port)
    try container.encodeUnlessEmpty(name, forKey: .name)
    if state != .ready { try container.encode(state, forKey: .state) }
  }
}

extension Dataplane.TransparentProxying: Codable {
  private enum CodingKeys: String, CodingKey {
    case redirectPortInbound, redirectPortInboundV6, redirectPortOutbound
    case directAccessServices, reachableServices, reachableBackends, ipFamilyMode
  }

  private enum BackendKeys: String, CodingKey {
    case refs
  }

  /// Decodes `transparentProxying`; absent ports are 0.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let backends = try container.nestedIfPresent(keyedBy: BackendKeys.self, forKey: .reachableBackends)
    self.init(
      redirectPortInbound: try container.unsignedIfPresent(forKey: .redirectPortInbound) ?? 0,
      redirectPortInboundV6: try container.unsignedIfPresent(forKey: .redirectPortInboundV6) ?? 0,
      redirectPortOutbound: try container.unsignedIfPresent(forKey: .redirectPortOutbound) ?? 0,
      directAccessServices: try container.decodeIfPresent([String].self, forKey: .directAccessServices) ?? [],
      reachableServices: try container.decodeIfPresent([String].self, forKey: .reachableServices) ?? [],
      reachableBackends: try backends.map { try $0.decodeIfPresent([ReachableBackend].self, forKey: .refs) ?? [] },
      ipFamilyMode: try container.decodeIfPresent(IPFamilyMode.self, forKey: .ipFamilyMode) ?? .unspecified
    )
  }

  /// Encodes `transparentProxying`, absent defaults left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeUnlessZero(redirectPortInbound, forKey: .redirectPortInbound)
    try container.encodeUnlessZero(redirectPortInboundV6, forKey: .redirectPortInboundV6)
    try container.encodeUnlessZero(redirectPortOutbound, forKey: .redirectPortOutbound)
    try container.encodeUnlessEmpty(directAccessServices, forKey: .directAccessServices)
    try container.encodeUnlessEmpty(reachableServices, forKey: .reachableServices)
    if let reachableBackends {
      var backends = container.nestedContainer(keyedBy: BackendKeys.self, forKey: .reachableBackends)
      try backends.encodeUnlessEmpty(reachableBackends, forKey: .refs)
    }
    if ipFamilyMode != .unspecified { try container.encode(ipFamilyMode, forKey: .ipFamilyMode) }
  }
}
