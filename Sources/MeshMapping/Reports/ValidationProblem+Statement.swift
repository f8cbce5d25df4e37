extension ValidationProblem {
  /// The statement of the specification that the problem breaks.
  public var statement: Statement {
    switch kind {
    case .tagName: .validTagNames
    case .tagValue: .validTagValues
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
    case .listenerNameInUse, .listenerPortInUse, .listenerPortOfInbound: .validListeners
    }
  }
}
