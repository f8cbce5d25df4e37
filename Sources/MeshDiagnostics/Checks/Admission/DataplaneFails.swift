import KubernetesObjects
import MeshMapping

/// The control plane gives up on the Pod's Dataplane.
enum DataplaneFails: SharedPodCheck {
  static let kind = FindingKind.dataplaneFails

  static func findings(on pod: PodSubject) -> [Finding] {
    guard case .fail(let failure) = pod.report.outcome.verdict else { return [] }
    switch failure {
    // What the webhooks refuse is told in more detail.
    case .namespaceNotFound, .dataplaneRefused: return []
    default:
      return [
        Finding(
          kind, statement: failure.statement, at: pod.field(of: failure), failure.message,
          remedies: remedies(for: failure, on: pod))
      ]
    }
  }

  /// What takes the failure away, where it is known what was meant. The injector reads the annotation of a gateway as a switch, and refuses
  /// `provided`.
  private static func remedies(for failure: MappingFailure, on pod: PodSubject) -> [Remedy] {
    guard case .invalidGatewayType(let evidence) = failure else { return [] }
    switch pod.controlPlane.rules.switchWords.word(meantBy: evidence.value) {
    case "enabled"?:
      return [Remedy("write \(evidence.key)=enabled", [pod.setting(.annotations, evidence.key, to: "enabled")])]
    case "disabled"?: return [Remedy("remove the annotation \(evidence.key)", [pod.removing(.annotations, evidence.key)])]
    default: return []
    }
  }
}

extension PodSubject {
  /// Where what makes the control plane give up stands, as far as it is one field.
  fileprivate func field(of failure: MappingFailure) -> ObjectField {
    switch failure {
    case .unreadableSwitch(let evidence), .unreadableNumber(let evidence), .invalidIPFamilyMode(let evidence),
      .invalidGatewayType(let evidence), .unreadableGatewayTags(let evidence), .unreadableReachableBackends(let evidence):
      return field(of: evidence)
    case .invalidZoneProxyType(let service, let evidence):
      let service = ObjectReference(.service, namespace: report.name.namespace, name: service.string)
      return ObjectField(service, DocumentPath(["metadata", "labels", .key(ExactString(evidence.key))]))
    default: return whole
    }
  }
}

extension FindingKind {
  /// The control plane gives up on the Dataplane of a Pod.
  public static let dataplaneFails = FindingKind(
    "dataplane-fails", .error, .noPortFound,
    summary: "The control plane gives up on the Dataplane of the Pod, and tries again with every change.",
    reason: "The sidecar does not get ready without a Dataplane, or keeps the configuration of the one that there was.",
    remedy: "Fix what the message names; events of the Pod and the log of the control plane say the same."
  )
}
