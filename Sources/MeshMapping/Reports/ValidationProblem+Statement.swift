extension ValidationProblem {
  /// The statement of the specification that the problem breaks.
  public var statement: Statement {
    switch kind {
    case .tagName where path.hasPrefix("networking.outbound"), .tagValue where path.hasPrefix("networking.outbound"),
      .port where path.hasPrefix("networking.outbound"), .address:
      .validOutbounds
    case .tagName: .validTagNames
    case .tagValue: .validTagValues
    case .port where path.hasPrefix("probes"), .urlPath: .validProbes
    case .missingService, .noInbound: .validService
    case .unknownProtocol: .validProtocol
    case .port where path.hasPrefix("networking.listeners"): .validListeners
    case .port: .validPort
    case .unspecifiedAddress: .validAddress
    case .gatewayProtocol: .validGateway
    case .adminPortInUse: .validAdminPort
    case .meshName: .validMeshName
    case .unknownOrigin: .validOrigin
    case .backendKind, .backendName, .backendUnnamed, .backendNamespaceOnly, .backendNamedTwice: .validReachableBackends
    case .objectName: .validObjectNames
    case .listenerNameInUse, .listenerPlaceInUse, .listenerPlaceOfOtherType, .listenerPlaceOfInbound: .validListeners
    }
  }
}
