import KubernetesObjects

/// A field of a Dataplane that two can differ in.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum FieldPath: Sendable, Hashable {
  case mesh
  case label(String)
  case annotation(String)
  case owner
  case address
  /// The inbound as a whole: one of the two has it.
  case inbound(InboundKey)
  case inboundTag(InboundKey, String)
  case inboundName(InboundKey)
  case inboundReadiness(InboundKey)
  case inboundProtocol(InboundKey)
  /// The order of the inbounds, where they are the same ones.
  case inboundOrder
  /// The gateway as a whole: one of the two is one.
  case gateway
  case gatewayTag(String)
  /// A listener of a zone proxy, by its port.
  case listener(UInt32)
  /// A field of `transparentProxying`, by its name; the whole section where it is empty.
  case proxying(String)
  case adminPort
}

extension FieldPath {
  /// Whether it stands for an inbound as a whole, which is there or not: what differs in one that is, its parts tell.
  var isInbound: Bool {
    if case .inbound = self { true } else { false }
  }
}

/// What tells the inbounds of a Dataplane apart: the service and the port, and which of several equal ones it is. The placeholder
/// of a Pod without a Service is one whatever its service is named.
public struct InboundKey: Sendable, Hashable {
  /// The tag of the service; empty for the placeholder and where inbounds have no tags.
  public let service: String
  /// The port.
  public let port: UInt32
  /// How many inbounds of the same service and port come before it.
  public let occurrence: Int

  /// What tells an inbound of the given service and port apart from its equals.
  public init(service: String, port: UInt32, occurrence: Int = 0) {
    self.service = service
    self.port = port
    self.occurrence = occurrence
  }
}

extension InboundKey {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.port == right.port && left.occurrence == right.occurrence && left.service.hasSameBytes(as: right.service)
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(service))
    hasher.combine(port)
    hasher.combine(occurrence)
  }
}

extension FieldPath {
  /// Whether both are the same field, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.key == right.key
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
  }

  /// What tells fields apart: where they are, in which inbound, and the name or the port there.
  private struct Key: Hashable {
    let place: String
    var inbound: InboundKey?
    var name = ExactString("")
    var port: UInt32?
  }

  private var key: Key {
    switch self {
    case .mesh: Key(place: "mesh")
    case .label(let key): Key(place: "label", name: ExactString(key))
    case .annotation(let key): Key(place: "annotation", name: ExactString(key))
    case .owner: Key(place: "owner")
    case .address: Key(place: "address")
    case .inbound(let inbound): Key(place: "inbound", inbound: inbound)
    case .inboundTag(let inbound, let tag): Key(place: "tag", inbound: inbound, name: ExactString(tag))
    case .inboundName(let inbound): Key(place: "name", inbound: inbound)
    case .inboundReadiness(let inbound): Key(place: "readiness", inbound: inbound)
    case .inboundProtocol(let inbound): Key(place: "protocol", inbound: inbound)
    case .inboundOrder: Key(place: "order")
    case .gateway: Key(place: "gateway")
    case .gatewayTag(let tag): Key(place: "gateway tag", name: ExactString(tag))
    case .listener(let port): Key(place: "listener", port: port)
    case .proxying(let field): Key(place: "proxying", name: ExactString(field))
    case .adminPort: Key(place: "admin port")
    }
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
    case .label(let key): "metadata.labels[\(key.quotedSafely)]"
    case .annotation(let key): "metadata.annotations[\(key.quotedSafely)]"
    case .owner: "metadata.ownerReferences"
    case .address: "networking.address"
    case .inbound(let key): "networking.inbound[\(key)]"
    case .inboundTag(let key, let tag): "networking.inbound[\(key)].tags[\(tag.quotedSafely)]"
    case .inboundName(let key): "networking.inbound[\(key)].name"
    case .inboundReadiness(let key): "networking.inbound[\(key)].state"
    case .inboundProtocol(let key): "networking.inbound[\(key)].protocol"
    case .inboundOrder: "networking.inbound"
    case .gateway: "networking.gateway"
    case .gatewayTag(let tag): "networking.gateway.tags[\(tag.quotedSafely)]"
    case .listener(let port): "networking.listeners[\(port)]"
    case .proxying(let field): field.isEmpty ? "networking.transparentProxying" : "networking.transparentProxying.\(field)"
    case .adminPort: "networking.admin.port"
    }
  }
}
