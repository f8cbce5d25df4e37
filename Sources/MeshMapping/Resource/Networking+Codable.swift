import KubernetesObjects

extension Dataplane.Networking: Decodable {
  private enum CodingKeys: String, CodingKey {
    case address, inbound, outbound, listeners, gateway, transparentProxying, admin
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
      outbound: try container.decodeIfPresent([Dataplane.Outbound].self, forKey: .outbound) ?? [],
      listeners: try container.decodeIfPresent([Dataplane.Listener].self, forKey: .listeners) ?? [],
      gateway: try container.decodeIfPresent(Dataplane.Gateway.self, forKey: .gateway),
      transparentProxying: try container.decodeIfPresent(Dataplane.TransparentProxying.self, forKey: .transparentProxying),
      adminPort: try admin.map { try $0.unsignedIfPresent(forKey: .port) ?? 0 }
    )
  }
}

extension Dataplane.Inbound: Decodable {
  private enum CodingKeys: String, CodingKey {
    case address, port, name, tags, state, health
    case appProtocol = "protocol"
  }

  /// Decodes an inbound; an absent state is `Ready`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      address: try container.decodeIfPresent(String.self, forKey: .address) ?? "",
      port: try container.unsignedIfPresent(forKey: .port) ?? 0,
      name: try container.decodeIfPresent(String.self, forKey: .name) ?? "",
      tags: try container.decodeIfPresent(Tags.self, forKey: .tags) ?? Tags(),
      state: try container.decodeIfPresent(Dataplane.State.self, forKey: .state) ?? .ready,
      health: try container.decodeIfPresent(Dataplane.Health.self, forKey: .health),
      appProtocol: try container.decodeIfPresent(String.self, forKey: .appProtocol) ?? ""
    )
  }
}

extension Dataplane.Health: Decodable {
  private enum CodingKeys: String, CodingKey {
    case ready
  }

  /// Decodes `health`; an absent `ready` is false.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(isReady: try container.decodeIfPresent(Bool.self, forKey: .ready) ?? false)
  }
}

extension Dataplane.Gateway: Decodable {
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
}

extension Dataplane.Listener: Decodable {
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
}

extension Dataplane.TransparentProxying: Decodable {
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
}
