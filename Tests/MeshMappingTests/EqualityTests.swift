import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What the mapping tells is equal where all its bytes are: strings that merely look the same are different.
@Suite("Equality of what is told")
struct EqualityTests {
  static let reasons: [Exactness] = [
    Exactness("Evidence.key") { Evidence(.podLabel, key: $0, value: "") },
    Exactness("Evidence.value") { Evidence(.podLabel, key: "", value: $0) },
    Exactness("Unknown.path") { Unknown(path: $0, needs: .nodes) },
    Exactness("MeshChoice.name") { MeshChoice(name: $0, evidence: nil) },
    Exactness("ServiceName.name") { ServiceName(name: $0, namespace: "") },
    Exactness("ServiceName.namespace") { ServiceName(name: "", namespace: $0) },
    Exactness("ServiceNameError.marker") { ServiceNameError.marker(ExactString($0)) },
    Exactness("ServiceNameError.name") { ServiceNameError.name(ExactString($0)) },
    Exactness("ServiceNameError.namespace") { ServiceNameError.namespace(ExactString($0)) },
    Exactness("ServiceNameError.port") { ServiceNameError.port(ExactString($0)) },
    Exactness("KumaReleaseError.malformed") { KumaReleaseError.malformed(ExactString($0)) },
    Exactness("KumaReleaseError.unknown") { KumaReleaseError.unknown(ExactString($0)) },
    Exactness("KumaTag.key") { KumaTag(key: $0, value: "", origin: .podLabel) },
    Exactness("KumaTag.value") { KumaTag(key: "", value: $0, origin: .podLabel) },
    Exactness("Tags, a key") { Tags([KumaTag(key: $0, value: "", origin: .podLabel)]) },
    Exactness("Tags, a value") { Tags([KumaTag(key: "", value: $0, origin: .podLabel)]) },
    Exactness("DirectAccess.services") { DirectAccess(entries: [$0]) },
    Exactness("DirectAccess.everyService") { DirectAccess(entries: ["*", $0]) },
    Exactness("WorkloadName, of the Pod") { WorkloadName(pod: $0) },
    Exactness("WorkloadName, of the owner") { WorkloadName(owner: $0, kind: "") },
    Exactness("WorkloadName.kind") { WorkloadName(owner: "", kind: $0) },
    Exactness("DroppedLabel.key") { DroppedLabel(key: $0, value: "", reason: .empty) },
    Exactness("DroppedLabel.value") { DroppedLabel(key: "", value: $0, reason: .empty) },
    Exactness("PortResolution.declared, the name") {
      PortResolution.declared(port: 1, name: ExactString($0), container: "")
    },
    Exactness("PortResolution.declared, the container") {
      PortResolution.declared(port: 1, name: "", container: ExactString($0))
    },
    Exactness("PortResolution.unresolved") { PortResolution.unresolved(name: ExactString($0)) },
  ]

  static let failures: [Exactness] = [
    failure("namespaceNotFound") { .namespaceNotFound($0) }, failure("meshNotFound") { .meshNotFound($0) },
    failure("nodeNotFound") { .nodeNotFound($0) },
    failure("ownerNotFound, the kind") { .ownerNotFound(kind: $0, name: ObjectName(namespace: "", name: "")) },
    failure("ownerNotFound, the name") { .ownerNotFound(kind: "", name: ObjectName(namespace: "", name: $0.string)) },
    failure("missingRedirectPort") { .missingRedirectPort(key: $0) },
    failure("noMatchingContainerPort") { .noMatchingContainerPort(services: ["a", $0]) },
    failure("zoneProxyOutsideSystemNamespace") {
      .zoneProxyOutsideSystemNamespace(Evidence(.podLabel, key: "", value: ""), systemNamespace: $0)
    },
    failure("invalidZoneProxyType") { .invalidZoneProxyType(service: $0, Evidence(.podLabel, key: "", value: "")) },
    failure("zoneProxyServices, the kind") { .zoneProxyServices(kind: $0, []) },
    failure("zoneProxyServices, a Service") { .zoneProxyServices(kind: "", [$0]) },
    failure("zoneProxyPorts") { .zoneProxyPorts(service: $0, []) },
    failure("missingPublicPlace") { .missingPublicPlace(key: $0) }, failure("noNodeAddress") { .noNodeAddress(node: $0) },
    failure("missingGatewayTags") { .missingGatewayTags(key: $0) },
    failure("conflictingListeners") { .conflictingListeners(port: 1, service: $0) },
    failure("missingMetricsPort") { .missingMetricsPort(key: $0) },
    failure("missingProbesPort") { .missingProbesPort(key: $0) },
    failure("notVirtualProbe") { .notVirtualProbe(container: $0, HTTPProbe(.liveness, port: 1), .otherPort) },
    failure("endpointWithoutTarget") { .controlPlaneCrash(.endpointWithoutTarget(slice: $0)) },
    Exactness("RejectReason.namespaceNotFound") { InjectionDecision.reject(.namespaceNotFound(ExactString($0))) },
    Exactness("RejectReason.meshNotFound") { InjectionDecision.reject(.meshNotFound(ExactString($0), namedBy: nil)) },
    Exactness("RejectReason.sidecarUserInUse") {
      InjectionDecision.reject(.sidecarUserInUse(containers: [ExactString($0)], user: 1))
    },
    Exactness("WebhookCall.called") { WebhookCall.called(webhook: ExactString($0)) },
    Exactness("WebhookCall.Miss") { WebhookCall.Miss(webhook: $0, reason: .namespaceOutOfScope("")) },
    Exactness("WebhookCall.Reason.namespaceOutOfScope") { WebhookCall.Reason.namespaceOutOfScope(ExactString($0)) },
    Exactness("WebhookCall.Reason.namespaceLabels") {
      WebhookCall.Reason.namespaceLabels(.exists(key: ""), found: ExactString($0))
    },
    Exactness("WebhookCall.Reason.podLabels") { WebhookCall.Reason.podLabels(.exists(key: ""), found: ExactString($0)) },
  ]

  private static func failure(
    _ name: String,
    _ failure: @escaping @Sendable (ExactString) -> MappingFailure
  ) -> Exactness {
    Exactness("MappingFailure.\(name)") { failure(ExactString($0)) }
  }

  static let differences: [Exactness] = [
    Exactness("InboundKey.service") { InboundKey(service: $0, port: 1) },
    Exactness("FieldPath.label") { FieldPath.label(ExactString($0)) },
    Exactness("FieldPath.inbound") { FieldPath.inbound(InboundKey(service: $0, port: 1)) },
    Exactness("FieldPath.inboundTag") { FieldPath.inboundTag(InboundKey(service: "", port: 1), ExactString($0)) },
    Exactness("FieldPath.gatewayTag") { FieldPath.gatewayTag(ExactString($0)) },
    Exactness("OutboundKey.service") { OutboundKey(service: $0, address: "10.0.0.1", port: 80) },
    Exactness("OutboundKey.address") { OutboundKey(service: "web", address: $0, port: 80) },
    Exactness("FieldPath.metrics") { FieldPath.metrics(ExactString($0)) },
    Exactness("FieldPath.probes") { FieldPath.probes(ExactString($0)) },
    Exactness("FieldPath.other") { FieldPath.other(ExactString($0)) },
    Exactness("Dataplane.OtherField.value") { Dataplane.OtherField(path: DocumentPath([]), value: $0) },
    Exactness("FieldDifference.old") { FieldDifference(path: .mesh, old: $0, new: nil) },
    Exactness("FieldDifference.new") { FieldDifference(path: .mesh, old: nil, new: $0) },
    Exactness("PodDifference.serviceRenamed, the old name") { PodDifference.serviceRenamed(old: ExactString($0), new: "") },
    Exactness("PodDifference.serviceRenamed, the new name") { PodDifference.serviceRenamed(old: "", new: ExactString($0)) },
    Exactness("PodDifference.inboundMerged, the service") {
      PodDifference.inboundMerged(service: ExactString($0), port: 1, into: "")
    },
    Exactness("PodDifference.inboundMerged, the other") {
      PodDifference.inboundMerged(service: "", port: 1, into: ExactString($0))
    },
    Exactness("PodDifference.directAccess, the entry") { PodDifference.directAccess(entry: ExactString($0), renamed: "") },
    Exactness("PodDifference.directAccess, the name") { PodDifference.directAccess(entry: "", renamed: ExactString($0)) },
    Exactness("ServiceExplanation.name") { ServiceExplanation(name: $0, verdict: .noSelector) },
    labelDiffers("the key") { .labelDiffers(key: $0, wanted: "", found: nil) },
    labelDiffers("what is wanted") { .labelDiffers(key: "", wanted: $0, found: nil) },
    labelDiffers("what is found") { .labelDiffers(key: "", wanted: "", found: $0) },
    Exactness("ValidationProblem.path") { ValidationProblem(path: $0, kind: .noInbound) },
    problem("tagName") { .tagName($0) }, problem("tagValue") { .tagValue($0) },
    problem("unknownProtocol") { .unknownProtocol($0, known: []) },
    problem("unknownProtocol, the known ones") { .unknownProtocol("", known: [$0]) },
    problem("urlPath") { .urlPath($0) }, problem("unspecifiedAddress") { .unspecifiedAddress($0) },
    problem("gatewayProtocol") { .gatewayProtocol($0) }, problem("address") { .address($0) },
  ]

  private static func labelDiffers(
    _ name: String,
    _ verdict: @escaping @Sendable (ExactString) -> ServiceExplanation.Verdict
  ) -> Exactness {
    Exactness("ServiceExplanation.Verdict.labelDiffers, \(name)") { verdict(ExactString($0)) }
  }

  private static func problem(
    _ name: String,
    _ kind: @escaping @Sendable (ExactString) -> ValidationProblem.Kind
  ) -> Exactness {
    Exactness("ValidationProblem.\(name)") { ValidationProblem(path: "", kind: kind(ExactString($0))) }
  }

  static let settings: [Exactness] = [
    Exactness("ControlPlaneSettings.zone") { ControlPlaneSettings(zone: $0) },
    Exactness("ControlPlaneSettings.systemNamespace") { ControlPlaneSettings(systemNamespace: $0) },
    Exactness("ControlPlaneSettings.exceptionLabels") { ControlPlaneSettings(exceptionLabels: ["a": $0]) },
    Exactness("ControlPlaneSettings.nodeLabels") { ControlPlaneSettings(nodeLabels: [$0]) },
    Exactness("ControlPlaneSettings.ignoredSelectorLabels") { ControlPlaneSettings(ignoredSelectorLabels: [$0]) },
    Exactness("ControlPlaneSettings.namespaceAllowList") { ControlPlaneSettings(namespaceAllowList: [$0]) },
    Exactness("InjectorSettings.transparentProxyConfigMap") { InjectorSettings(transparentProxyConfigMap: $0) },
    Exactness("SettingNote.invalidZone") { SettingNote.invalidZone(ExactString($0)) },
    Exactness("WebhookCall.Reason.namespaceNotAllowed") { WebhookCall.Reason.namespaceNotAllowed(ExactString($0)) },
    Exactness("ControlPlaneSettings.workloadLabels") { ControlPlaneSettings(workloadLabels: [$0]) },
  ]

  @Test(arguments: reasons + failures + differences + settings)
  func stringsThatOnlyLookTheSameAreDifferent(_ value: Exactness) {
    #expect(value.isExact())
  }

  @Test func theOriginIsNoPartOfATag() {
    let (label, service) = (
      KumaTag(key: "a", value: "b", origin: .podLabel), KumaTag(key: "a", value: "b", origin: .service)
    )
    #expect(label == service)
    #expect(label.hashValue == service.hashValue)
  }
}
