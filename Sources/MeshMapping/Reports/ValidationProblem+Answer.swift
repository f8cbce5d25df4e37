import KubernetesObjects

extension ValidationProblem {
  /// The problem in the words of Kuma's validator, as 2.14 chooses them: the path in the object and what must be there; safe to print.
  public var answer: String {
    "\(path.hasPrefix("networking") || path.hasPrefix("probes") ? "spec." : "")\(path): \(text)"
  }

  private var text: String {
    switch kind {
    case .tagName(""): "tag name must be non-empty"
    case .tagName: "tag name must consist of alphanumeric characters, dots, dashes, slashes and underscores"
    case .tagValue(""): "tag value must be non-empty"
    case .tagValue: "tag value must consist of alphanumeric characters, dots, dashes and underscores"
    case .missingService where path.hasPrefix("networking.gateway") && !path.hasSuffix("]"):
      "mandatory tag \"kuma.io/service\" is missing"
    case .missingService: "tag has to exist"
    case .unknownProtocol(let name, _) where path.hasSuffix("]"):
      "tag \"kuma.io/protocol\" has an invalid value \(name.string.quotedSafely). \(Self.protocolHint)"
    case .unknownProtocol(let name, _): "has an invalid value \(name.string.quotedSafely). \(Self.protocolHint)"
    case .port: "port must be in the range [1, 65535]"
    case .address: "address has to be valid IP address"
    case .unspecifiedAddress: "must not be 0.0.0.0 or ::"
    case .noInbound: "has to contain at least one inbound interface or gateway"
    case .gatewayProtocol(let name): "other values than tcp are not allowed, provided value \(name.string.quotedSafely)"
    case .adminPortInUse: "must differ from inbound"
    case .meshName(""): "cannot be empty"
    case .meshName(let name) where name.string.utf8.count > 253: "value length must less or equal 253"
    case .meshName:
      "invalid characters. Valid characters are numbers, lowercase latin letters and '-', '_', '.' symbols."
    case .unknownOrigin(let origin): "unknown resource origin \(origin.string.quotedSafely)"
    case .backendKind:
      "invalid value. Available values are: MeshExternalService,MeshMultiZoneService,MeshService"
    case .backendName(let name) where name.string.utf8.count > 253: "value length must less or equal 253"
    case .backendName:
      "invalid characters. A lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
    case .backendUnnamed: "name or labels are required"
    case .backendNamespaceOnly: "name is required, when namespace is defined"
    case .backendNamedTwice: "labels cannot be defined when name is specified"
    case .urlPath: "should be a valid URL Path"
    case .listenerNameInUse(let name): "name \(name.string.quotedSafely) must be unique across inbounds and listeners"
    case .listenerPlaceInUse(let place): "address:port \(place.answer) is already used by another listener"
    case .listenerPlaceOfOtherType(let place): "address:port \(place.answer) is used by listeners of different types"
    case .listenerPlaceOfInbound(let place): "address:port \(place.answer) collides with an inbound listener"
    case .objectName:
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
    }
  }

  /// The hint does not name every protocol that is known.
  private static let protocolHint = "Allowed values: grpc, http, http2, kafka, tcp"
}

extension ListenerPlace {
  /// The place as Kuma's validator writes it.
  fileprivate var answer: String { "\(address.printedSafely):\(port)" }
}
