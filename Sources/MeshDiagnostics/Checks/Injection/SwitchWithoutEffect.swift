import KubernetesObjects
import MeshMapping

/// The switch of the injection is on, and the API server does not ask the injector.
enum SwitchWithoutEffect: SharedPodCheck, NamespaceCheck {
  static let kind = FindingKind.switchWithoutEffect

  static func findings(on subject: NamespaceSubject) -> [Finding] {
    let (controlPlane, namespace) = (subject.controlPlane, subject.namespace)
    guard controlPlane.rules.injection.switchLabels == .read,
      let value = namespace.metadata.labels[KumaKey.sidecarInjection],
      controlPlane.rules.switchWords.setting(of: value) == .on,
      case .notCalled(let misses) = controlPlane.webhookCall(of: Pod(metadata: ObjectMeta(name: "any")), in: namespace),
      let miss = misses.first
    else { return [] }
    let field = subject.field(KeyPlace.Map.labels.steps(to: KumaKey.sidecarInjection))
    let label = "Namespace label \(KumaKey.sidecarInjection)=\(value)"
    switch miss.reason {
    case .namespaceOutOfScope, .namespaceNotAllowed:
      return [Finding(kind, statement: statement(of: miss), at: field, message(label, miss, namespace.metadata.name))]
    default:
      let message =
        "\(label) injects nothing, since the API server asks the injector only where it is enabled or true; write enabled."
      return [
        Finding(kind, at: field, message, remedies: [Remedy("write enabled", [Edit(field, .string("enabled"))])])
      ]
    }
  }

  static func findings(on pod: PodSubject) -> [Finding] {
    guard case .skip(.webhookNotCalled(let misses)) = pod.report.admission.decision,
      pod.controlPlane.rules.injection.switchLabels == .read,
      let value = pod.pod.metadata.labels[KumaKey.sidecarInjection],
      pod.controlPlane.rules.switchWords.setting(of: value) == .on,
      let miss = misses.first(where: { $0.webhook.hasSameBytes(as: "pods-kuma-injector") })
    else { return [] }
    let field = pod.label(KumaKey.sidecarInjection)
    let label = "Pod label \(KumaKey.sidecarInjection)=\(value)"
    let name = pod.report.name.namespace
    switch miss.reason {
    case .namespaceOutOfScope, .namespaceNotAllowed:
      return [Finding(kind, statement: statement(of: miss), at: field, message(label, miss, name))]
    case .namespaceLabels:
      let key = KumaKey.sidecarInjection
      // The API server is told the word, and the injector more than that.
      let isWord = value.hasSameBytes(as: "enabled")
      let word = isWord ? "" : "write enabled on \(pod.templatePhrase), and "
      let advice = "\(word)label Namespace \(name.printedSafely) \(key)=disabled"
      let message =
        "\(label) is not enough, since this release asks the injector only in namespaces that have the label, whatever it says\(isWord ? "" : ", about Pods that are labelled enabled"); \(advice), which injects no other Pod."
      let edits =
        [pod.settingOfNamespace(key, to: "disabled")] + (isWord ? [] : [pod.setting(.labels, key, to: "enabled")])
      let remedy = Remedy("\(advice), which is enough for this Pod", edits)
      return [
        Finding(
          kind, statement: .webhookNamespaceLabel, at: field, message,
          related: [RelatedField(pod.namespaceField(["metadata", "labels"]), "the labels of its Namespace")],
          remedies: [remedy])
      ]
    default:
      let message =
        "\(label) injects nothing, since the API server asks the injector only about Pods that are labelled enabled; write enabled on \(pod.templatePhrase)."
      let edit = pod.setting(.labels, KumaKey.sidecarInjection, to: "enabled")
      return [Finding(kind, at: field, message, remedies: [Remedy("write enabled", [edit])])]
    }
  }

  private static func message(_ label: String, _ miss: WebhookCall.Miss, _ namespace: String) -> String {
    if case .namespaceOutOfScope = miss.reason {
      return
        "\(label) injects nothing, since nothing is injected in namespace \(namespace.printedSafely); run what is to be in the mesh in another one."
    }
    return
      "\(label) injects nothing, since the control plane is held to a list of namespaces (namespaceAllowList) that \(namespace.printedSafely) is not on; add it."
  }

  private static func statement(of miss: WebhookCall.Miss) -> Statement {
    switch miss.reason {
    case .namespaceNotAllowed: .webhookAllowList
    default: .webhookKubeSystem
    }
  }
}

extension FindingKind {
  /// The switch of the injection is on, and the API server does not ask the injector.
  public static let switchWithoutEffect = FindingKind(
    "switch-without-effect", .warning, .webhookLabels,
    summary: "The switch of the injection is on, and the API server does not ask the injector.",
    reason:
      "The webhooks select by labels of their own, which are narrower than what the injector reads. The Pods are created without a sidecar, and nobody says so.",
    remedy:
      "Write enabled. From 2.11 the Namespace has to have the label too, where only some of its Pods are to be injected: with the value disabled."
  )
}
