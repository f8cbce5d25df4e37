import KubernetesObjects

extension PodReport {
  /// The injection decision as a sentence that knows the Pod and what makes it, so that its advice names what to change; safe to
  /// print.
  public var injectionMessage: String {
    switch admission.decision {
    case .skip(.webhookNotCalled(let misses)): notCalledMessage(misses)
    case .skip(.notRequested) where isOfSystem: "No sidecar is added, since nothing asks for it; \(nothingToDo)"
    case .skip(.notRequested):
      "No sidecar is added, since nothing asks for it; \(prepared.isSwitchLabel ? "label" : "annotate") the Namespace or \(subject) \(Self.enabled)."
    case .inject where !patches.isEmpty:
      "\(admission.decision.message.dropLast()); \(patches.count == 1 ? "ContainerPatch" : "ContainerPatches") \(patches.joined(separator: ", ")) \(patches.count == 1 ? "is" : "are") taken to apply to it."
    case .reject(let reason): reason.message(for: workload)
    case .unknown(let needs) where needs.contains(.namespaces):
      "Whether a sidecar is added is unknown, since \(missingNamespace)"
    case .inject, .skip, .unknown: admission.decision.message
    }
  }

  /// What happens to the Dataplane as a sentence that knows the Pod; safe to print, nil where the Dataplane is applied.
  public var outcomeMessage: String? {
    if outcome.verdict == .leave(.willNotBeInjected), admission.decision.verdict == .reject {
      return "There is no Dataplane, since the Pod is refused."
    }
    guard outcome.verdict.needs.contains(.namespaces) else { return outcome.verdict.message }
    return "What happens to the Dataplane is unknown, since \(missingNamespace)"
  }

  private var missingNamespace: String {
    let trouble = isNamespaceUnreadable ? "could not be read; fix it" : "is not in the input; add it"
    return "Namespace \(name.namespace.printedSafely) \(trouble)."
  }

  /// Whether the Pod is in a namespace of Kubernetes or Kuma themselves.
  private var isOfSystem: Bool { name.namespace == "kube-system" || prepared.isOfControlPlane }

  private var nothingToDo: String {
    let whose = prepared.isOfControlPlane ? "the control plane's" : "Kubernetes'"
    return "there is nothing to do, since \(whose) own Pods need none."
  }

  /// The ContainerPatches of every Pod and those that this one lists, where the release reads that, safe to print; empty for none.
  private var patches: [String] {
    guard let common = prepared.commonPatches else { return [] }
    let own = (pod.metadata.annotations[KumaKey.containerPatches] ?? "").utf8.split(separator: UInt8(ascii: ","))
    return (common + own.map { String(Substring($0)) }).map(\.printedSafely)
  }

  private static let enabled = "\(KumaKey.sidecarInjection)=enabled"

  /// What to change where the Pod is to change: itself, or the template that it is made from.
  private var subject: String { workload.map { "the template of \($0.phrase)" } ?? "the Pod" }

  /// Why nobody asks the injector, with what to do about it where somebody wants a sidecar.
  private func notCalledMessage(_ misses: [WebhookCall.Miss]) -> String {
    let reason = misses.map(\.phrase).joined(separator: "; ")
    let message = "No sidecar is added, since the API server does not ask the injector: \(reason)"
    let own = pod.metadata.labels[KumaKey.sidecarInjection]
    if isOutOfScope(misses) { return "\(message); there is nothing to do: no application is injected in this namespace." }
    if isOfSystem, own == nil { return "\(message); \(nothingToDo)" }
    if outcome.dataplane?.networking.gateway?.type == .builtin {
      return "\(message); there is nothing to do, since the Pod of a builtin gateway is the proxy itself."
    }
    if case .namespaceNotAllowed = misses.first?.reason {
      return
        "\(message); add it to namespaceAllowList of the Helm chart, and have the Namespace labelled \(Self.enabled), if you want one."
    }
    guard let own else {
      return "\(message); label \(Self.isOptedOut(misses) ? subject : "the Namespace") \(Self.enabled) if you want one."
    }
    let needsNamespace = misses.contains { miss in
      if case .namespaceLabels(.exists(key: KumaKey.sidecarInjection), _) = miss.reason { true } else { false }
    }
    switch SwitchWords.enabledTrueOrYes.setting(of: own) {
    case .off: return "\(message), and the Pod opts out itself."
    case .unreadable:
      let namespace = needsNamespace ? ", and label the Namespace \(KumaKey.sidecarInjection)=disabled" : ""
      return "\(message); write \(Self.enabled) on \(subject), in lower case\(namespace), if you want one."
    case .on where own == "enabled" && needsNamespace:
      return
        "\(message); label the Namespace \(KumaKey.sidecarInjection)=disabled if you want one: the Pod asks for it itself, and no other Pod is injected by that."
    // The API server asks about Pods of one word only; their own label is enough, and injects no other.
    case .on where own != "enabled" && needsNamespace:
      return
        "\(message); write \(Self.enabled) on \(subject), and label the Namespace \(KumaKey.sidecarInjection)=disabled, if you want one."
    case .on where own != "enabled" && Self.isPodAsked(misses):
      return "\(message); write \(Self.enabled) on \(subject) if you want one."
    case .on: return "\(message); label the Namespace \(Self.enabled) if you want one."
    }
  }

  /// Whether no label would help: the first webhook leaves the namespace out by its name.
  private func isOutOfScope(_ misses: [WebhookCall.Miss]) -> Bool {
    if case .namespaceOutOfScope = misses.first?.reason { true } else { false }
  }

  /// Whether the Namespace opts its Pods out, so that a Pod's own label is enough, and the wish of the Namespace's owner still holds
  /// for the others.
  private static func isOptedOut(_ misses: [WebhookCall.Miss]) -> Bool {
    let isNamespaceOff = misses.contains { miss in
      guard case .namespaceLabels(let unmet, let found?) = miss.reason, unmet.key == KumaKey.sidecarInjection else {
        return false
      }
      return SwitchWords.enabledTrueOrYes.setting(of: found.string) == .off
    }
    return isNamespaceOff && isPodAsked(misses)
  }

  /// Whether a webhook would have been called, were the Pod labelled otherwise.
  private static func isPodAsked(_ misses: [WebhookCall.Miss]) -> Bool {
    misses.contains { miss in
      if case .podLabels(let unmet, _) = miss.reason { unmet.key == KumaKey.sidecarInjection } else { false }
    }
  }
}
