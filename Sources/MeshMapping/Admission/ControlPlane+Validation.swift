import KubernetesObjects

extension ControlPlane {
  /// What Kuma's validator would refuse in a Dataplane, in the order of its fields (VALID-1 … VALID-8). A Dataplane that is
  /// refused does not exist; the Pod's proxy does not start.
  public func problems(of dataplane: Dataplane) -> [ValidationProblem] {
    let networking = dataplane.networking
    var problems: [ValidationProblem] = []
    if rules.validation.addressCheck == .present, ["0.0.0.0", "::"].contains(networking.address) {
      problems.append(.init(path: "networking.address", kind: .unspecifiedAddress(ExactString(networking.address))))
    }
    let isEmpty = networking.inbound.isEmpty && networking.gateway == nil
    if isEmpty, rules.validation.service == .always { problems.append(.init(path: "networking", kind: .noInbound)) }
    for (index, inbound) in networking.inbound.enumerated() {
      problems += self.problems(of: inbound, at: "networking.inbound[\(index)]")
      if inbound.port == networking.adminPort {
        problems.append(.init(path: "networking.admin.port", kind: .adminPortInUse(inbound.port)))
      }
    }
    if let gateway = networking.gateway { problems += gatewayProblems(of: gateway.tags) }
    return problems
  }

  private func problems(of inbound: Dataplane.Inbound, at path: @autoclosure () -> String) -> [ValidationProblem] {
    var problems: [ValidationProblem] = []
    if !(1...65535).contains(inbound.port) { problems.append(.init(path: "\(path()).port", kind: .port(inbound.port))) }
    problems += tagProblems(of: inbound.tags, at: "\(path()).tags")
    let isServiceNeeded = rules.validation.service == .always || !inbound.tags.isEmpty
    if isServiceNeeded, inbound.tags[KumaKey.serviceTag] == nil {
      problems.append(.init(path: "\(path()).tags", kind: .missingService))
    }
    if let tag = inbound.tags[KumaKey.protocolTag], let problem = protocolProblem(tag) {
      problems.append(.init(path: "\(path()).tags[\"\(KumaKey.protocolTag)\"]", kind: problem))
    }
    if !inbound.appProtocol.isEmpty, let problem = protocolProblem(inbound.appProtocol) {
      problems.append(.init(path: "\(path()).protocol", kind: problem))
    }
    return problems
  }

  private func protocolProblem(_ name: String) -> ValidationProblem.Kind? {
    let known = rules.inbounds.knownProtocols
    if AppProtocol.isKnown(name, among: known) { return nil }
    return .unknownProtocol(ExactString(name), known: known.map { ExactString($0) })
  }

  private func gatewayProblems(of tags: Tags) -> [ValidationProblem] {
    let path = "networking.gateway.tags"
    var problems = tagProblems(of: tags, at: path)
    let isServiceNeeded = rules.validation.gatewayService == .always || !tags.isEmpty
    if isServiceNeeded, tags[KumaKey.serviceTag] == nil { problems.append(.init(path: path, kind: .missingService)) }
    if let tag = tags[KumaKey.protocolTag], !tag.hasSameBytes(as: AppProtocol.tcp) {
      problems.append(.init(path: "\(path)[\"\(KumaKey.protocolTag)\"]", kind: .gatewayProtocol(ExactString(tag))))
    }
    return problems
  }

  private func tagProblems(of tags: Tags, at path: @autoclosure () -> String) -> [ValidationProblem] {
    // Hardly any tag has a problem.
    if tags.allLayersSatisfy({ TagSyntax.isName($0.key) && TagSyntax.isValue($0.value) }) { return [] }
    var problems: [ValidationProblem] = []
    for tag in tags.sorted {
      let (isName, isValue) = (TagSyntax.isName(tag.key), TagSyntax.isValue(tag.value))
      let place = "\(path())[\(tag.key.quotedSafely)]"
      if !isName { problems.append(.init(path: place, kind: .tagName(ExactString(tag.key)))) }
      if !isValue { problems.append(.init(path: place, kind: .tagValue(ExactString(tag.value)))) }
    }
    return problems
  }
}
