import KubernetesObjects
import MeshMapping
import Testing

/// The codes of reasons are a contract: they stand in JSON, and people search for them and suppress by them.
@Suite("Codes of reasons")
struct ReasonCodeTests {
  private static let evidence = Evidence(.podLabel, key: "a", value: "b")
  private static let key = ExactString("a")

  static let failures: [(MappingFailure, String)] = [
    (.namespaceNotFound(key), "namespaceNotFound"), (.meshNotFound(key), "meshNotFound"),
    (.nodeNotFound(key), "nodeNotFound"),
    (.ownerNotFound(kind: key, name: ObjectName(namespace: "a", name: "b")), "ownerNotFound"),
    (.unreadableSwitch(evidence), "unreadableSwitch"), (.unreadableNumber(evidence), "unreadableNumber"),
    (.missingRedirectPort(key: key), "missingRedirectPort"), (.invalidIPFamilyMode(evidence), "invalidIPFamilyMode"),
    (.invalidGatewayType(evidence), "invalidGatewayType"),
    (.noMatchingContainerPort(services: []), "noMatchingContainerPort"),
    (.zoneProxyOutsideSystemNamespace(evidence, systemNamespace: key), "zoneProxyOutsideSystemNamespace"),
    (.zoneProxyServices(kind: key, []), "zoneProxyServices"), (.zoneProxyPorts(service: key, []), "zoneProxyPorts"),
    (.missingPublicPlace(key: key), "missingPublicPlace"), (.noNodeAddress(node: nil), "noNodeAddress"),
    (.missingGatewayTags(key: key), "missingGatewayTags"), (.unreadableGatewayTags(evidence), "unreadableGatewayTags"),
    (.invalidZoneProxyType(service: key, evidence), "invalidZoneProxyType"),
    (.conflictingListeners(port: 1, service: key), "conflictingListeners"),
    (.unreadableReachableBackends(evidence), "unreadableReachableBackends"),
    (.missingMetricsPort(key: key), "missingMetricsPort"), (.missingProbesPort(key: key), "missingProbesPort"),
    (.notVirtualProbe(container: key, HTTPProbe(.liveness, port: 1), .otherPort), "notVirtualProbe"),
    (.dataplaneRefused(.invalid([])), "dataplaneRefused"), (.controlPlaneCrash(.nullGatewayTags), "controlPlaneCrash"),
  ]

  @Test(arguments: failures)
  func ofAFailure(_ failure: MappingFailure, _ code: String) {
    #expect(failure.code == code)
    #expect(DataplaneVerdict.fail(failure).code == code)
  }

  static let refusals: [(InjectionDecision.RejectReason, String)] = [
    (.unreadableSwitch(evidence), "unreadableSwitch"), (.namespaceNotFound(key), "namespaceNotFound"),
    (.meshNotFound(key, namedBy: nil), "meshNotFound"), (.sidecarUserInUse(containers: [], user: 1), "sidecarUserInUse"),
    (.unreadableAdminPort(evidence), "unreadableAdminPort"),
    (.unreadableAnnotation(evidence, .number), "unreadableAnnotation"), (.unreadableGateway(evidence), "unreadableGateway"),
    (.virtualProbesOfGateway(evidence), "virtualProbesOfGateway"), (.probeProxyOfGateway(evidence), "probeProxyOfGateway"),
    (.probePortInUse(evidence, .liveness, port: 1), "probePortInUse"),
    (.missingContainerPatches(ofControlPlane: [], ofPod: [], namedBy: nil), "missingContainerPatches"),
    (.missingTokenVolume(evidence), "missingTokenVolume"), (.reservedWorkloadLabel(evidence), "reservedWorkloadLabel"),
    (.secondMesh(key, namedBy: nil, existing: key), "secondMesh"), (.meshNameNotALabel(evidence), "meshNameNotALabel"),
    (.missingProxyConfigMap(key), "missingProxyConfigMap"),
  ]

  @Test(arguments: refusals)
  func ofARefusal(_ reason: InjectionDecision.RejectReason, _ code: String) {
    #expect(reason.code == code)
    #expect(InjectionDecision.reject(reason).code == code)
  }

  /// What a refusal rests on is part of it, wherever the Pod or its Namespace says it.
  @Test func aRefusalHoldsItsEvidence() {
    let container = { (name: String) in Evidence(.podContainer, key: "name", value: name) }
    let expected: [(InjectionDecision.RejectReason, Evidence?)] = [
      (.meshNotFound(Self.key, namedBy: Self.evidence), Self.evidence), (.meshNotFound(Self.key, namedBy: nil), nil),
      (.sidecarUserInUse(containers: ["b", "a"], user: 1), container("b")),
      (.probePortInUse(container("a"), .liveness, port: 1), container("a")),
      (.missingContainerPatches(ofControlPlane: [], ofPod: [Self.key], namedBy: Self.evidence), Self.evidence),
      (.secondMesh(Self.key, namedBy: Self.evidence, existing: Self.key), Self.evidence),
      (.meshNameNotALabel(Self.evidence), Self.evidence), (.missingProxyConfigMap(Self.key), nil),
    ]
    for (reason, evidence) in expected { #expect(reason.evidence == evidence, "\(reason.code)") }
  }

  static let decisions: [(InjectionDecision, String)] = [
    (.inject(.requested(by: evidence)), "requested"), (.skip(.webhookNotCalled([])), "webhookNotCalled"),
    (.skip(.excepted(evidence)), "excepted"), (.skip(.alreadyInjected(evidence)), "alreadyInjected"),
    (.skip(.optedOut(evidence)), "optedOut"), (.skip(.notRequested), "notRequested"),
    (.unknown(needs: [.namespaces]), "incompleteInput"),
  ]

  @Test(arguments: decisions)
  func ofADecision(_ decision: InjectionDecision, _ code: String) {
    #expect(decision.code == code)
  }

  static let notes: [(SettingNote, String)] = [
    (.noZone, "no-zone"), (.invalidZone(key), "invalid-zone"), (.longZone(key), "long-zone"),
    (.zoneNotALabel(key), "zone-not-a-label"), (.unknownSetting(.outbounds), "unknown-setting"),
    (.unreadConfigMap(key), "unread-config-map"),
  ]

  @Test(arguments: notes)
  func ofANote(_ note: SettingNote, _ code: String) {
    #expect(note.code == code)
  }
}
