import KubernetesObjects

extension ControlPlane {
  /// What Kuma's validator refuses in a Dataplane, in the order in which it looks (VALID-1 … VALID-14), wherever the Dataplane is and
  /// whether the validator is asked there or not (``dataplaneWebhooks(in:)``).
  ///
  /// The rules are those that a Dataplane of a Pod can break. In one that was written by hand the validator may refuse more: addresses that
  /// are none, inbounds of a gateway, outbounds without a service, what ``Dataplane/otherFields`` say.
  public func problems(of dataplane: Dataplane) -> [ValidationProblem] {
    metadataProblems(of: dataplane).flatMap(\.self) + specificationProblems(of: dataplane)
  }

  /// What it answers: it looks at the mesh, the labels and the specification in turn, and no further once something is refused.
  func answeredProblems(of dataplane: Dataplane, knowing outbounds: KnownOutbounds) -> [ValidationProblem] {
    metadataProblems(of: dataplane).first { !$0.isEmpty } ?? specificationProblems(of: dataplane, knowing: outbounds)
  }

  private func specificationProblems(
    of dataplane: Dataplane, knowing outbounds: KnownOutbounds = .nothing
  ) -> [ValidationProblem] {
    // One that is an ingress, which releases up to 1.4 know, follows rules of its own.
    if rules.validation.ingresses == .present, dataplane.isIngress { return [] }
    var problems = networkingProblems(of: dataplane, knowing: outbounds)
    if let probes = dataplane.probes { problems += probes.problems }
    if rules.validation.listenersCheck == .present, !dataplane.networking.listeners.isEmpty {
      problems += dataplane.networking.listenerProblems
    }
    return problems
  }

  /// What is refused in the mesh, and then in the labels.
  private func metadataProblems(of dataplane: Dataplane) -> [[ValidationProblem]] {
    var problems: [[ValidationProblem]] = []
    if !MeshNameSyntax.isAllowed(dataplane.mesh, rules.validation.meshName) {
      problems.append([.init(path: "mesh", kind: .meshName(ExactString(dataplane.mesh)))])
    }
    if rules.validation.originCheck == .present, let origin = dataplane.metadata.labels[KumaKey.origin],
      origin != "global", origin != "zone"
    {
      problems.append([.init(path: "labels[\"\(KumaKey.origin)\"]", kind: .unknownOrigin(ExactString(origin)))])
    }
    return problems
  }

  private func networkingProblems(
    of dataplane: Dataplane, knowing outbounds: KnownOutbounds
  ) -> [ValidationProblem] {
    let networking = dataplane.networking
    var problems: [ValidationProblem] = []
    if isAdminPortChecked, let port = networking.adminPort, dataplane.asksItself(at: port) {
      problems.append(.init(path: "networking.admin.port", kind: .adminPortInUse(port)))
    }
    if let gateway = networking.gateway { problems += gatewayProblems(of: gateway.tags) }
    let isEmpty = networking.inbound.isEmpty && networking.gateway == nil
    if isEmpty, rules.validation.service == .always { problems.append(.init(path: "networking", kind: .noInbound)) }
    if rules.validation.addressCheck == .present, ["0.0.0.0", "::"].contains(networking.address) {
      problems.append(.init(path: "networking.address", kind: .unspecifiedAddress(ExactString(networking.address))))
    }
    for (index, inbound) in networking.inbound.enumerated() {
      problems += self.problems(of: inbound, at: "networking.inbound[\(index)]")
    }
    for (index, outbound) in networking.outbound.enumerated() where outbounds != .areAllowed {
      problems += outbound.problems(at: "networking.outbound[\(index)]")
    }
    if rules.validation.reachableBackendsCheck == .present {
      for (index, backend) in (networking.transparentProxying?.reachableBackends ?? []).enumerated() {
        // The misspelling is the validator's own.
        problems += backend.problems(at: "networking.transparentProxing.reachableBackends.refs[\(index)]")
      }
    }
    return problems
  }

  /// Whether the administration port is held against the inbounds (VALID-8).
  private var isAdminPortChecked: Bool {
    switch rules.validation.adminPortCheck {
    case .always: true
    case .withLocalhostInbounds: settings.localhostInboundClusters == .enabled
    case .never: false
    }
  }

  private func problems(of inbound: Dataplane.Inbound, at path: @autoclosure () -> String) -> [ValidationProblem] {
    var problems: [ValidationProblem] = []
    if !(1...65535).contains(inbound.port) { problems.append(.init(path: "\(path()).port", kind: .port(inbound.port))) }
    let isTagged = rules.tags.inboundTags == .present
    if isTagged, let tag = inbound.tags[KumaKey.protocolTag], let problem = protocolProblem(tag) {
      problems.append(.init(path: "\(path()).tags[\"\(KumaKey.protocolTag)\"]", kind: problem))
    }
    if isTagged { problems += tagProblems(of: inbound.tags, at: "\(path()).tags") }
    if !inbound.appProtocol.isEmpty, let problem = protocolProblem(inbound.appProtocol) {
      problems.append(.init(path: "\(path()).protocol", kind: problem))
    }
    let isServiceNeeded = rules.validation.service == .always || !inbound.tags.isEmpty
    if isTagged, isServiceNeeded, inbound.tags[KumaKey.serviceTag] == nil {
      problems.append(.init(path: "\(path()).tags[\"\(KumaKey.serviceTag)\"]", kind: .missingService))
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
    var problems: [ValidationProblem] = []
    if let tag = tags[KumaKey.protocolTag], !tag.hasSameBytes(as: AppProtocol.tcp) {
      problems.append(.init(path: "\(path)[\"\(KumaKey.protocolTag)\"]", kind: .gatewayProtocol(ExactString(tag))))
    }
    problems += tagProblems(of: tags, at: path)
    let isServiceNeeded = rules.validation.gatewayService == .always || !tags.isEmpty
    guard isServiceNeeded, tags[KumaKey.serviceTag] == nil else { return problems }
    switch rules.validation.gatewayServicePlace {
    case .tag: problems.append(.init(path: "\(path)[\"\(KumaKey.serviceTag)\"]", kind: .missingService))
    case .tags: problems.append(.init(path: path, kind: .missingService))
    }
    return problems
  }

  private func tagProblems(of tags: Tags, at path: @autoclosure () -> String) -> [ValidationProblem] {
    // Hardly any tag has a problem.
    if tags.areAllowed { return [] }
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
