import KubernetesObjects
import MeshMapping

/// The Pod is refused at its creation.
enum PodRefused: SharedPodCheck {
  static let kind = FindingKind.podRefused

  static func findings(on pod: PodSubject) -> [Finding] {
    switch pod.report.admission.decision {
    // A Namespace that is not in the input is no refusal: nobody knows.
    case .reject(.namespaceNotFound), .inject, .skip, .unknown: return []
    case .reject(let reason):
      let field =
        field(of: reason, on: pod) ?? reason.evidence.map(pod.field(of:)) ?? pod.whole
      return [
        Finding(
          kind, statement: reason.statement, at: field, reason.message(for: pod.workload),
          remedies: remedies(for: reason, on: pod))
      ]
    }
  }

  /// The field of a container that the reason is about; nil for one that is about something else.
  private static func field(of reason: InjectionDecision.RejectReason, on pod: PodSubject) -> ObjectField? {
    switch reason {
    case .sidecarUserInUse(let containers, _):
      containers.first.flatMap { pod.field(ofContainer: $0, ["securityContext", "runAsUser"]) }
    case .probePortInUse(let evidence, let kind, _):
      pod.field(ofContainer: ExactString(evidence.value), [.key(ExactString("\(kind.rawValue)Probe"))])
    default: nil
    }
  }

  /// What takes the reason away, where an edit of the Pod or its Namespace does.
  private static func remedies(for reason: InjectionDecision.RejectReason, on pod: PodSubject) -> [Remedy] {
    switch reason {
    case .unreadableSwitch(let evidence), .unreadableAnnotation(let evidence, .onOrOff):
      writing(pod.controlPlane.rules.switchWords.word(meantBy: evidence.value), for: evidence, on: pod)
    case .unreadableAnnotation(let evidence, .trueOrFalse):
      writing(
        pod.controlPlane.rules.switchWords.word(meantBy: evidence.value).map { $0 == "enabled" ? "true" : "false" },
        for: evidence, on: pod)
    case .unreadableGateway(let evidence): writing("enabled", for: evidence, on: pod)
    case .reservedWorkloadLabel(let evidence):
      [Remedy("take the label \(evidence.key) away", [pod.removing(.labels, evidence.key)])]
    case .virtualProbesOfGateway(let evidence), .probeProxyOfGateway(let evidence):
      [Remedy("take the annotation \(evidence.key) away", [pod.removing(.annotations, evidence.key)])]
    case .meshNotFound(let name, let evidence?): naming(nearestTo: name.string, for: evidence, on: pod)
    case .probePortInUse:
      [pod.redirectingProbes(by: pod.probeProxyPort == nil ? KumaKey.virtualProbesPort : KumaKey.probeProxyPort)]
    default: []
    }
  }

  /// What names the mesh that somebody meant who mistyped it.
  private static func naming(nearestTo name: String, for evidence: Evidence, on pod: PodSubject) -> [Remedy] {
    let meshes = pod.cluster.meshes.names.sorted { $0.precedesInBytes($1) }
    guard let nearest = NearestName.of(name, among: meshes) else { return [] }
    return writing(nearest, for: evidence, on: pod)
  }

  private static func writing(_ word: String?, for evidence: Evidence, on pod: PodSubject) -> [Remedy] {
    guard let word, let edit = pod.setting(evidence, to: word) else { return [] }
    return [Remedy("write \(evidence.key)=\(word)", [edit])]
  }
}

extension FindingKind {
  /// The Pod is refused at its creation.
  public static let podRefused = FindingKind(
    "pod-refused", .error, .refusalOrder,
    summary: "The API server refuses the Pod, since the injector or the validator of the control plane does.",
    reason: "There is no Pod: its ReplicaSet or Job tries again and again, and what it should run does not run.",
    remedy: "Fix what the message names; it is what the control plane answers to the API server."
  )
}
