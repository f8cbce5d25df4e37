import KubernetesObjects
import MeshMapping
import Testing

/// Names and values are anybody's: no message sends a terminal what it obeys, and each shows the value all the same.
@Suite("Safe messages")
struct SafeMessageTests {
  /// A value that would colour a terminal, break its lines and turn its text round.
  private static let hostile = "x\u{1B}[31m\u{2028}\u{2029}\u{202E}\u{7F}\n"
  private static let text = ExactString(hostile)
  private static let evidence = Evidence(.podAnnotation, key: "kuma.io/mesh", value: hostile)
  /// What is shown instead.
  private static let shown = #"x\u{1b}[31m\u{2028}\u{2029}\u{202e}\u{7f}\n"#

  /// What must not come through as it is.
  private static let unsafe: Set<Unicode.Scalar> = ["\u{1B}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{7F}", "\n"]

  private static func check(_ message: String, _ comment: Comment? = nil) {
    #expect(unsafe.isDisjoint(with: message.unicodeScalars), comment)
    #expect(message.contains(shown), comment)
  }

  static let failures: [MappingFailure] = [
    .namespaceNotFound(text), .meshNotFound(text), .nodeNotFound(text),
    .ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: "demo", name: hostile)),
    .ownerNotFound(kind: "ReplicaSet", name: ObjectName(namespace: hostile, name: "web")),
    .unreadableSwitch(evidence), .unreadableNumber(evidence), .invalidIPFamilyMode(evidence), .invalidGatewayType(evidence),
    .noMatchingContainerPort(services: ["web", text]), .zoneProxyOutsideSystemNamespace(evidence, systemNamespace: "a"),
    .zoneProxyOutsideSystemNamespace(Evidence(.podAnnotation, key: "a", value: "b"), systemNamespace: text),
    .zoneProxyServices(kind: "ZoneIngress", ["web", text]), .zoneProxyPorts(service: text, [1, 2]),
    .noNodeAddress(node: text), .unreadableGatewayTags(evidence), .invalidZoneProxyType(service: text, evidence),
    .invalidZoneProxyType(service: "a", evidence), .conflictingListeners(port: 1, service: text),
    .notVirtualProbe(container: text, HTTPProbe(.liveness, port: 1), .otherPort),
    .notVirtualProbe(container: "app", HTTPProbe(.liveness, port: .name(text)), .otherPort),
    .notVirtualProbe(container: text, HTTPProbe(.liveness, port: 1), .noPortInPath),
    .notVirtualProbe(container: "app", HTTPProbe(.readiness, port: 1, path: hostile), .noPortInPath),
    .controlPlaneCrash(.endpointWithoutTarget(slice: text)),
    .dataplaneRefused(.unmetRequirements(mesh: text, path: "a", tags: [:])),
    .dataplaneRefused(.unmetRequirements(mesh: "a", path: "b", tags: [hostile: "c"])),
    .dataplaneRefused(.unmetRequirements(mesh: "a", path: "b", tags: ["c": hostile])),
    .dataplaneRefused(.restricted(mesh: text, path: "a", tags: [:], restriction: [:])),
    .dataplaneRefused(.invalidLabel(key: text, value: "a")), .dataplaneRefused(.invalidLabel(key: "a", value: text)),
  ]

  @Test(arguments: failures)
  func ofAFailure(_ failure: MappingFailure) {
    Self.check(failure.message, "\(failure.code)")
  }

  static let refusals: [InjectionDecision.RejectReason] = [
    .unreadableSwitch(evidence), .namespaceNotFound(text), .meshNotFound(text, namedBy: evidence),
    .sidecarUserInUse(containers: ["app", text], user: 5678), .unreadableAdminPort(evidence),
    .unreadableAnnotation(evidence, .number), .unreadableGateway(evidence), .virtualProbesOfGateway(evidence),
    .probeProxyOfGateway(evidence), .probePortInUse(evidence, .liveness, port: 9000),
    .missingContainerPatches(ofControlPlane: [], ofPod: [text], namedBy: evidence),
    .missingContainerPatches(ofControlPlane: [text], ofPod: [], namedBy: nil),
    .missingTokenVolume(evidence), .reservedWorkloadLabel(evidence),
    .secondMesh(text, namedBy: evidence, existing: "a"), .secondMesh("a", namedBy: nil, existing: text),
    .meshNameNotALabel(evidence),
    .missingProxyConfigMap(text),
  ]

  @Test(arguments: refusals)
  func ofARefusal(_ reason: InjectionDecision.RejectReason) {
    Self.check(reason.message, "\(reason.code)")
  }

  /// A name that is empty is shown as such, and not left out.
  @Test func ofAMeshWithoutAName() {
    #expect(InjectionDecision.RejectReason.meshNotFound("", namedBy: nil).message.contains(#"mesh "" does not exist"#))
    #expect(MappingFailure.meshNotFound("").message.hasPrefix(#"Mesh "" does not exist"#))
  }

  static let problems: [ValidationProblem.Kind] = [
    .tagName(text), .tagValue(text), .unknownProtocol(text, known: []), .unspecifiedAddress(text), .gatewayProtocol(text),
    .address(text),
    .meshName(text), .unknownOrigin(text), .backendKind(text), .backendName(text), .urlPath(text), .listenerNameInUse(text),
    .objectName(text),
  ]

  /// Kuma's own words do not tell every value; none is printed as it came.
  @Test(arguments: problems)
  func ofAProblem(_ kind: ValidationProblem.Kind) {
    let refusal = DataplaneRefusal.invalid([ValidationProblem(path: "mesh", kind: kind)])
    #expect(Self.unsafe.isDisjoint(with: refusal.message.unicodeScalars), "\(refusal.message.quotedSafely)")
    #expect(Self.unsafe.isDisjoint(with: (refusal.answer ?? "").unicodeScalars), "\(refusal.message.quotedSafely)")
  }

  @Test(arguments: ["\(hostile)_demo_svc_80", "web_\(hostile)_svc_80", "web_demo_\(hostile)_80", "web_demo_svc_\(hostile)"])
  func ofTheNameOfAService(_ name: String) throws {
    // Whitespace is told by its place.
    let name = name.filter { $0 != "\n" }
    let error = #expect(throws: ServiceNameError.self) { try ServiceName(parsing: name) }
    #expect("\(try #require(error))".contains(#"x\u{1b}[31m\u{2028}\u{2029}\u{202e}\u{7f}"#))
    #expect(Self.unsafe.isDisjoint(with: "\(try #require(error))".unicodeScalars))
  }

  static let paths: [FieldPath] = [
    .label(text), .annotation(text), .inbound(InboundKey(service: hostile, port: 80)), .gatewayTag(text),
    .inboundTag(InboundKey(service: "web", port: 80), text), .inboundTag(InboundKey(service: hostile, port: 80), "a"),
    .outbound(OutboundKey(service: text.string, address: text.string, port: 80)), .metrics(text), .probes(text),
  ]

  @Test(arguments: paths)
  func ofTheFieldThatDiffers(_ path: FieldPath) {
    Self.check("\(path)")
    Self.check(FieldDifference(path: path, old: "a", new: nil).message)
    Self.check(FieldDifference(path: .mesh, old: Self.hostile, new: nil).message)
  }

  static let differences: [PodDifference] = [
    .serviceRenamed(old: text, new: "a"), .serviceRenamed(old: "a", new: text),
    .inboundMerged(service: text, port: 80, into: "a"), .inboundMerged(service: "a", port: 80, into: text),
    .directAccess(entry: text, renamed: "a"), .directAccess(entry: "a", renamed: text),
    .gainsSidecar(.inject(.requested(by: evidence))), .losesSidecar(.skip(.optedOut(evidence))),
  ]

  @Test(arguments: differences)
  func ofADifference(_ difference: PodDifference) {
    Self.check(difference.message)
  }
}
