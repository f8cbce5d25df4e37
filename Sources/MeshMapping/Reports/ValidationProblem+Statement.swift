extension ValidationProblem {
  /// The statement of the specification that the problem breaks.
  public var statement: Statement {
    switch kind {
    case .tagName: .validTagNames
    case .tagValue: .validTagValues
    case .missingService, .noInbound: .validService
    case .unknownProtocol: .validProtocol
    case .port: .validPort
    case .unspecifiedAddress: .validAddress
    case .gatewayProtocol: .validGateway
    case .adminPortInUse: .validAdminPort
    }
  }
}
