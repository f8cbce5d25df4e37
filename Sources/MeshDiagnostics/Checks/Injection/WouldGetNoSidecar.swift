import KubernetesObjects
import MeshMapping

/// The Pod runs with a sidecar that it would not get if it were created now.
enum WouldGetNoSidecar: SharedPodCheck {
  static let kind = FindingKind.wouldGetNoSidecar

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.pod.sidecarEvidence != nil, case .skip(.alreadyInjected) = pod.report.admission.decision,
      pod.pod.status.phase == "Running"
    else { return [] }
    let anew = pod.admissionsAnew.admission(of: pod.pod).decision
    switch anew {
    // What fails now says why already.
    case .reject where pod.report.outcome.verdict.action == .fail: return []
    // Nobody knows what the input lacks.
    case .reject(.namespaceNotFound), .reject(.meshNotFound): return []
    case .skip, .reject:
      let field = anew.evidence.map(pod.field(of:)) ?? pod.whole
      return [Finding(kind, at: field, message(anew, pod.workload), remedies: remedies(for: anew, pod))]
    case .inject, .unknown: return []
    }
  }

  /// What asks for the sidecar: in the Pod alone where that is enough, with its Namespace where the API server asks nobody about it
  /// elsewhere, and in the Namespace for all of its Pods.
  private static func remedies(for decision: InjectionDecision, _ pod: PodSubject) -> [Remedy] {
    let places = pod.controlPlane.rules.injection.switchPlaces
    guard case .skip(let reason) = decision, places.contains(.podLabel), places.contains(.namespaceLabel) else { return [] }
    let key = DocumentPath.Step.key(ExactString(KumaKey.sidecarInjection))
    let ofPod = Edit(pod.template.editable(["metadata", "labels", key]), .string("enabled"))
    let ofNamespace = pod.namespaceField(["metadata", "labels", key])
    let namespace = "Namespace \(pod.report.name.namespace.printedSafely)"
    let (label, what) = (
      "\(KumaKey.sidecarInjection): enabled",
      pod.workload == nil ? pod.whole.object.description : pod.templatePhrase
    )
    let isDisabled = pod.namespace?.metadata.labels[KumaKey.sidecarInjection]?.hasSameBytes(as: "disabled") ?? false
    let both =
      isDisabled
      ? []
      : [
        Remedy(
          "label \(what) \(label), and \(namespace) disabled, which is enough for it",
          [Edit(ofNamespace, .string("disabled")), ofPod])
      ]
    switch reason {
    case .notRequested:
      return [Remedy("label \(what) \(label)", [ofPod])] + both
        + [Remedy("label \(namespace) \(label), for all of its Pods", [Edit(ofNamespace, .string("enabled"))])]
    case .optedOut(let evidence) where evidence.place == .podLabel: return [Remedy("label \(what) \(label)", [ofPod])]
    case .webhookNotCalled: return [Remedy("label \(what) \(label)", [ofPod])] + both
    default: return []
    }
  }

  private static func message(_ decision: InjectionDecision, _ workload: WorkloadReference?) -> String {
    let anew = "The Pod has a sidecar; recreated\(workload.map { " by \($0.phrase)" } ?? "")"
    switch decision {
    case .skip(.notRequested): return "\(anew) it would have none, since nothing asks for it."
    case .skip(.optedOut(let evidence)): return "\(anew) it would have none, since \(evidence.phrase) says so."
    case .skip(.excepted(let evidence)): return "\(anew) it would have none, since \(evidence.phrase) is an exception."
    case .skip(.webhookNotCalled(let misses)):
      let reasons = misses.map(\.phrase).joined(separator: "; ")
      return "\(anew) it would have none, since the API server does not ask the injector: \(reasons)."
    case .reject(let reason): return "\(anew) it would be refused. \(reason.message(for: workload))"
    case .inject, .skip, .unknown: return "\(anew) it would have none."
    }
  }
}

extension FindingKind {
  /// The Pod runs with a sidecar that it would not get if it were created now.
  public static let wouldGetNoSidecar = FindingKind(
    "would-get-no-sidecar", .warning, .runningPods,
    summary: "The Pod has a sidecar, and would get none if it were created now.",
    reason: "With the next restart the Pod leaves the mesh, without an error anywhere.",
    remedy: "Label the Namespace or the template so that the Pod is injected, or restart it where it is to leave the mesh."
  )
}
