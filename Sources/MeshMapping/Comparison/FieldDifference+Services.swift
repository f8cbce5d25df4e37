extension FieldDifference {
  /// Whether a Service that could not be read might explain it: it gives inbounds beside the others, and what a gateway has.
  var restsOnServices: Bool {
    switch path {
    case .inbound(let key): new == nil || key.port == Dataplane.reservedPort
    case .inboundTag(let key, _), .inboundName(let key), .inboundReadiness(let key), .inboundProtocol(let key):
      key.port == Dataplane.reservedPort
    case .inboundOrder, .gatewayTag, .listener, .outbounds, .outbound, .advertisedAddress, .advertisedPort: true
    default: false
    }
  }
}

extension PodDifference {
  /// Whether a Service that could not be read might explain it.
  var restsOnServices: Bool {
    switch self {
    case .field(let difference): difference.restsOnServices
    case .serviceRenamed, .inboundMerged, .directAccess: true
    default: false
    }
  }
}
