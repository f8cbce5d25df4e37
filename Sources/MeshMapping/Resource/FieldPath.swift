public import KubernetesObjects

/// A field of a Dataplane that two can differ in.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum FieldPath: Sendable, Hashable {
  /// The mesh.
  case mesh
  /// The kind of the resource.
  case kind
  /// A label, by its key.
  case label(ExactString)
  /// An annotation, by its key.
  case annotation(ExactString)
  /// The Pod that owns it.
  case owner
  /// The address of the networking section.
  case address
  /// The inbound as a whole: one of the two has it.
  case inbound(InboundKey)
  /// A tag of an inbound, by its key.
  case inboundTag(InboundKey, ExactString)
  /// The name of an inbound.
  case inboundName(InboundKey)
  /// The state and health of an inbound.
  case inboundReadiness(InboundKey)
  /// The protocol field of an inbound, which is not its tag.
  case inboundProtocol(InboundKey)
  /// The address of an inbound that has one of its own.
  case inboundAddress(InboundKey)
  /// The order of the inbounds, where they are the same ones.
  case inboundOrder
  /// The gateway as a whole: one of the two is one.
  case gateway
  /// A tag of the gateway, by its key.
  case gatewayTag(ExactString)
  /// A listener of a zone proxy, by its port.
  case listener(Int)
  /// `transparentProxying` as a whole: one of the two has none.
  case proxyingSection
  /// A field of `transparentProxying`.
  case proxying(ProxyingField)
  /// The port of Envoy's admin interface.
  case adminPort
  /// The port of the proxy of a zone.
  case port
  /// The address under which others reach a zone.
  case advertisedAddress
  /// The port under which others reach a zone.
  case advertisedPort
  /// The zone of a zone egress.
  case zone
  /// The outbounds as a whole: one of the two has none.
  case outbounds
  /// An outbound.
  case outbound(OutboundKey)
  /// `metrics` as a whole: one of the two has none.
  case metricsSection
  /// A field of `metrics`, by its path in it, e.g. `conf.port`.
  case metrics(ExactString)
  /// `probes` as a whole: one of the two has none.
  case probesSection
  /// A field of `probes`, by its path in it, e.g. `endpoints[/live]`.
  case probes(ExactString)
  /// A field that no rules give, by its path, such as the port of a service that somebody wrote down.
  case other(ExactString)
}

extension FieldPath {
  /// Whether it stands for an inbound as a whole, which is there or not: its parts show what differs in one that is.
  var isInbound: Bool {
    if case .inbound = self { true } else { false }
  }

  /// Whether it stands for a whole that has parts of its own: where it is there or not, that says more than they do.
  var isWhole: Bool {
    switch self {
    case .inbound, .gateway, .proxyingSection, .metricsSection, .probesSection: true
    default: false
    }
  }
}

/// What distinguishes the inbounds of a Dataplane: the service and the port, and which of several equal ones it is. The placeholder
/// of a Pod without a Service is one whatever its service is named.
public struct InboundKey: Sendable, Hashable {
  /// The tag of the service; empty for the placeholder and where inbounds have no tags.
  @ByteExact public private(set) var service: String
  /// The port.
  public let port: Int
  /// How many inbounds of the same service and port come before it.
  public let occurrence: Int

  /// What distinguishes an inbound of the given service and port from its equals.
  public init(service: String, port: Int, occurrence: Int = 0) {
    self.service = service
    self.port = port
    self.occurrence = occurrence
  }
}

extension InboundKey: CustomStringConvertible {
  /// The key as it stands in a path.
  public var description: String {
    let name = service.isEmpty ? "\(port)" : "\(service.printedSafely):\(port)"
    return occurrence == 0 ? name : "\(name)#\(occurrence + 1)"
  }
}

extension FieldPath: CustomStringConvertible {
  /// The path in the resource, inbounds by their service and port; safe to print.
  public var description: String {
    switch self {
    case .mesh: "mesh"
    case .kind: "kind"
    case .port: "networking.port"
    case .advertisedAddress: "networking.advertisedAddress"
    case .advertisedPort: "networking.advertisedPort"
    case .zone: "zone"
    case .label(let key): "metadata.labels[\(key.quotedSafely)]"
    case .annotation(let key): "metadata.annotations[\(key.string.quotedSafely)]"
    case .owner: "metadata.ownerReferences"
    case .address: "networking.address"
    case .inbound(let key): "networking.inbound[\(key)]"
    case .inboundTag(let key, let tag): "networking.inbound[\(key)].tags[\(tag.quotedSafely)]"
    case .inboundName(let key): "networking.inbound[\(key)].name"
    case .inboundReadiness(let key): "networking.inbound[\(key)].state"
    case .inboundProtocol(let key): "networking.inbound[\(key)].protocol"
    case .inboundAddress(let key): "networking.inbound[\(key)].address"
    case .inboundOrder: "networking.inbound"
    case .gateway: "networking.gateway"
    case .gatewayTag(let tag): "networking.gateway.tags[\(tag.quotedSafely)]"
    case .listener(let port): "networking.listeners[\(port)]"
    case .proxyingSection: "networking.transparentProxying"
    case .proxying(let field): "networking.transparentProxying.\(field.rawValue)"
    case .adminPort: "networking.admin.port"
    case .outbounds: "networking.outbound"
    case .outbound(let key): "networking.outbound[\(key)]"
    case .metricsSection: "metrics"
    case .metrics(let field): "metrics.\(field.string.printedSafely)"
    case .probesSection: "probes"
    case .probes(let field): "probes.\(field.string.printedSafely)"
    case .other(let path): path.string.printedSafely
    }
  }
}
