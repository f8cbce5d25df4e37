import KubernetesObjects
import MeshMapping

/// The switch of the injection stands in an annotation, where the release does not read it.
enum SwitchNotRead: SharedPodCheck {
  static let kind = FindingKind.switchNotRead

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let namespace = pod.namespace else { return [] }
    let places = pod.controlPlane.rules.injection.switchPlaces
    return [MetadataPlace.podAnnotation, .namespaceAnnotation].filter { !places.contains($0) }.compactMap { place in
      place.evidence(of: KumaKey.sidecarInjection, pod: pod.pod, namespace: namespace).map { finding($0, on: pod) }
    }
  }

  /// The finding of an annotation, with what a label in its place needs besides.
  private static func finding(_ evidence: Evidence, on pod: PodSubject) -> Finding {
    let field = pod.field(of: evidence)
    let state = "\(evidence.phrase) is not read by this release"
    let isOn = pod.controlPlane.rules.switchWords.setting(of: evidence.value) == .on
    let isOfPod = evidence.place == .podAnnotation
    // The API server is told fewer words than the injector.
    let isWord = evidence.value.hasSameBytes(as: "enabled") || !isOfPod && evidence.value.hasSameBytes(as: "true")
    let label = pod.remedyMakingLabel(of: evidence, saying: isOn && !isWord ? "enabled" : nil)
    let made =
      "make it a label\(isOfPod && pod.workload != nil ? " of \(pod.templatePhrase)" : "")\(isOn && !isWord ? " that says enabled" : "")"
    let name = pod.report.name.namespace.printedSafely
    switch isOn ? pod.reachOfSwitch(at: evidence.place) : .enough {
    case .enough: return Finding(kind, at: field, "\(state); \(made).", remedies: [label])
    case .needsNamespaceLabel:
      let disabled = "label Namespace \(name) \(KumaKey.sidecarInjection)=disabled"
      let remedy = Remedy(
        "\(label.message), and \(disabled)",
        label.edits + [pod.settingOfNamespace(KumaKey.sidecarInjection, to: "disabled")])
      return Finding(kind, at: field, "\(state); \(made), and \(disabled), which injects no other Pod.", remedies: [remedy])
    case .nothing:
      return Finding(
        kind, at: field,
        "\(state), and nothing is injected in namespace \(name); run what is to be in the mesh in another one.")
    }
  }
}

extension PodSubject {
  /// What a label of the switch would need besides.
  enum SwitchReach {
    /// Nothing, as far as it is known.
    case enough
    /// That the Namespace has the label too, whatever it says.
    case needsNamespaceLabel
    /// Nothing would help: the namespace is left out.
    case nothing
  }

  /// What a label of the switch that says `enabled` would need besides.
  func reachOfSwitch(at place: EvidencePlace) -> SwitchReach {
    guard let namespace, controlPlane.rules.injection.switchLabels == .read else { return .enough }
    var labelled = pod
    labelled.metadata.labels[KumaKey.sidecarInjection] = "enabled"
    guard case .notCalled(let misses) = controlPlane.webhookCall(of: labelled, in: namespace) else { return .enough }
    if case .namespaceOutOfScope? = misses.first?.reason { return .nothing }
    let isOfPod = place == .podAnnotation || place == .podLabel
    guard isOfPod, let miss = misses.first(where: { $0.webhook.hasSameBytes(as: "pods-kuma-injector") }),
      case .namespaceLabels(.exists(key: KumaKey.sidecarInjection), _) = miss.reason
    else { return .enough }
    return .needsNamespaceLabel
  }
}

extension FindingKind {
  /// The switch of the injection stands in an annotation that the release does not read.
  public static let switchNotRead = FindingKind(
    "switch-not-read", .warning, .switchPlaces,
    summary: "The switch of the injection is an annotation, which the release does not read.",
    reason: "Whoever wrote it wanted a sidecar, or none, and the control plane does not know.",
    remedy: "Write the label kuma.io/sidecar-injection with the same value, and remove the annotation."
  )
}
