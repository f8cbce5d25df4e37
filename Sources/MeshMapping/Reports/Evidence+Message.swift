import KubernetesObjects

extension Evidence {
  /// The evidence as a phrase, e.g. `namespace label kuma.io/sidecar-injection=enabled`, safe to print.
  public var phrase: String {
    switch place {
    case .podContainer, .podInitContainer: "\(place.phrase) \(value.printedSafely)"
    default: "\(place.phrase) \(key.printedSafely)=\(value.isEmpty ? "\"\"" : value.printedSafely)"
    }
  }
}

extension EvidencePlace {
  /// The place in words.
  public var phrase: String {
    switch self {
    case .podLabel: "pod label"
    case .podAnnotation: "pod annotation"
    case .namespaceLabel: "namespace label"
    case .namespaceAnnotation: "namespace annotation"
    case .serviceLabel: "service label"
    case .serviceAnnotation: "service annotation"
    case .podContainer: "container"
    case .podInitContainer: "init container"
    }
  }
}

extension TagOrigin {
  /// The origin in words.
  public var phrase: String {
    switch self {
    case .podLabel: "the Pod's label"
    case .nodeLabel: "the Node's label"
    case .podNamespace: "the Pod's namespace"
    case .podName: "the Pod's name"
    case .owner: "the owner of the Pod"
    case .service: "the Service"
    case .servicePort: "the Service's port"
    case .appProtocol: "the port's appProtocol"
    case .serviceAnnotation: "the Service's annotation"
    case .defaultValue: "the default"
    case .gatewayAnnotation: "the annotation \(KumaKey.tags)"
    case .zoneSetting: "the zone setting"
    case .resource: "the Dataplane"
    }
  }
}

extension ValidationProblem {
  /// What is wrong, as the end of a sentence that begins with the place; safe to print.
  public var phrase: String {
    switch kind {
    case .tagName(let name): "has the name \(name.quotedSafely), which must be letters, digits and .-_:/"
    case .tagValue(let value): "is \(value.quotedSafely), which must be letters, digits and .-_:"
    case .missingService: "lacks the tag kuma.io/service"
    case .unknownProtocol(let name, let known):
      "is \(name.quotedSafely), which must be one of \(known.map(\.string).joined(separator: ", "))"
    case .port(let port): "is \(port), which must be from 1 to 65535"
    case .address(let address): "is \(address.quotedSafely), which is no IP address"
    case .unspecifiedAddress(let address): "is \(address.printedSafely), which means every address"
    case .noInbound: "has neither an inbound nor a gateway"
    case .gatewayProtocol(let name): "is \(name.quotedSafely), which must be tcp for a gateway"
    case .adminPortInUse(let port): "is \(port), which is the port of an inbound"
    case .meshName(let name):
      "is \(name.string.quotedSafely), which must be lower-case letters, digits and -_ (from 2.5.0 dots too)"
    case .unknownOrigin(let origin): "is \(origin.string.quotedSafely), which must be global or zone"
    case .backendKind(let kind):
      "is \(kind.string.quotedSafely), which must be MeshService, MeshExternalService or MeshMultiZoneService"
    case .backendName(let name): "is \(name.string.quotedSafely), which is not the name of an object"
    case .backendUnnamed: "is missing, and there are no labels either"
    case .backendNamespaceOnly: "is missing, and there is a namespace"
    case .backendNamedTwice: "are there beside a name or namespace"
    case .objectName(let name):
      "is \(name.quotedSafely), which is no RFC 1035 label: a lower-case letter, then letters, digits and - up to 63, no - at the end"
    case .urlPath(let path): "is \(path.string.quotedSafely), which is no path of a URL"
    case .listenerNameInUse(let name): "is \(name.string.quotedSafely), which an inbound or another listener is named"
    case .listenerPlaceInUse(let place): "has \(place.phrase), which another listener has"
    case .listenerPlaceOfOtherType(let place): "has \(place.phrase), which a listener of another type has"
    case .listenerPlaceOfInbound(let place): "has \(place.phrase), which an inbound has"
    }
  }
}

extension ListenerPlace {
  /// The port, and the address where there is one.
  fileprivate var phrase: String {
    address.isEmpty ? "port \(port)" : "port \(port) of \(address.printedSafely)"
  }
}
