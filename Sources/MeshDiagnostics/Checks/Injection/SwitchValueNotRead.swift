import KubernetesObjects
import MeshMapping

/// The switch of the injection has a value that says neither on nor off.
enum SwitchValueNotRead: SharedPodCheck, NamespaceCheck {
  static let kind = FindingKind.switchValueNotRead

  static func findings(on subject: NamespaceSubject) -> [Finding] {
    let (rules, metadata) = (subject.controlPlane.rules, subject.namespace.metadata)
    let places: [KeyPlace.Map] = [
      rules.injection.switchLabels == .read ? .labels : nil, rules.injection.switchAnnotations == .read ? .annotations : nil,
    ].compactMap(\.self)
    return places.compactMap { map in
      let value = (map == .labels ? metadata.labels : metadata.annotations)[KumaKey.sidecarInjection]
      guard let value, rules.switchWords.setting(of: value) == .unreadable else { return nil }
      let field = subject.field(map.steps(to: KumaKey.sidecarInjection))
      let phrase = "Namespace \(map.noun) \(KumaKey.sidecarInjection)=\(value.quotedSafely)"
      let remedies = rules.switchWords.word(meantBy: value).map { remedy(writing: $0, at: field) }
      return Finding(kind, at: field, message(phrase), remedies: [remedies].compactMap(\.self))
    }
  }

  static func findings(on pod: PodSubject) -> [Finding] {
    let rules = pod.controlPlane.rules
    guard rules.injection.switchLabels == .read, pod.pod.sidecarEvidence == nil,
      let value = pod.pod.metadata.labels[KumaKey.sidecarInjection], rules.switchWords.setting(of: value) == .unreadable
    else { return [] }
    // Where the injector is asked, it refuses the Pod, which is told by itself.
    if case .reject(.unreadableSwitch) = pod.report.admission.decision { return [] }
    let key = KumaKey.sidecarInjection
    let (phrase, field) = ("Pod label \(key)=\(value.quotedSafely)", pod.label(key))
    guard let word = rules.switchWords.word(meantBy: value) else { return [Finding(kind, at: field, message(phrase))] }
    let edit = pod.setting(.labels, key, to: word)
    guard word == "enabled", pod.reachOfSwitch(at: .podLabel) == .needsNamespaceLabel else {
      return [Finding(kind, at: field, message(phrase), remedies: [Remedy("write \(word)", [edit])])]
    }
    let namespace = "label Namespace \(pod.report.name.namespace.printedSafely) \(key)=disabled"
    let remedy = Remedy("write enabled, and \(namespace)", [edit, pod.settingOfNamespace(key, to: "disabled")])
    return [
      Finding(
        kind, at: field,
        "\(phrase) says neither on nor off to this release; write enabled, in lower case, and \(namespace), which injects no other Pod.",
        remedies: [remedy])
    ]
  }

  private static func message(_ phrase: String) -> String {
    "\(phrase) says neither on nor off to this release; write enabled or disabled, in lower case."
  }

  private static func remedy(writing word: String, at field: ObjectField) -> Remedy {
    Remedy("write \(word)", [Edit(field, .string(ExactString(word)))])
  }
}

extension FindingKind {
  /// The switch of the injection has a value that says neither on nor off.
  public static let switchValueNotRead = FindingKind(
    "switch-value-not-read", .warning, .switchWordsRead,
    summary: "The switch of the injection has a value that says neither on nor off to the release.",
    reason:
      "Words are compared as they are, in lower case. Where the API server asks the injector, it refuses every Pod that rests on the switch; where it does not, the Pods are created without a sidecar, and nobody says so.",
    remedy: "Write enabled or disabled."
  )
}
