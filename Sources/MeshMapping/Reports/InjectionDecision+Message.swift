import KubernetesObjects

extension InjectionDecision {
  /// The name of the reason, which never changes its meaning.
  public var code: String {
    switch self {
    case .inject(.requested): "requested"
    case .skip(.webhookNotCalled): "webhookNotCalled"
    case .skip(.excepted): "excepted"
    case .skip(.alreadyInjected): "alreadyInjected"
    case .skip(.optedOut): "optedOut"
    case .skip(.notRequested): "notRequested"
    case .reject(.unreadableSwitch): "unreadableSwitch"
    case .reject(.namespaceNotFound): "namespaceNotFound"
    case .reject(.meshNotFound): "meshNotFound"
    case .reject(.sidecarUserInUse): "sidecarUserInUse"
    case .reject(.unreadableAdminPort): "unreadableAdminPort"
    case .unknown: "incompleteInput"
    }
  }

  /// What the decision rests on; nil where it rests on something being absent.
  public var evidence: Evidence? {
    switch self {
    case .inject(.requested(let evidence)), .skip(.excepted(let evidence)), .skip(.alreadyInjected(let evidence)),
      .skip(.optedOut(let evidence)), .reject(.unreadableSwitch(let evidence)), .reject(.unreadableAdminPort(let evidence)):
      evidence
    case .skip(.webhookNotCalled(let misses)): misses.lazy.compactMap(\.evidence).first
    case .skip(.notRequested), .reject(.namespaceNotFound), .reject(.meshNotFound),
      .reject(.sidecarUserInUse), .unknown:
      nil
    }
  }

  /// The decision as a sentence, safe to print.
  public var message: String {
    switch self {
    case .inject(.requested(let evidence)): "A sidecar is added, since \(evidence.phrase) asks for it."
    case .skip(.webhookNotCalled(let misses)):
      "No sidecar is added, since the API server does not ask the injector: \(misses.map(\.phrase).joined(separator: "; ")); label the Namespace kuma.io/sidecar-injection=enabled if you want one."
    case .skip(.excepted(let evidence)): "No sidecar is added, since \(evidence.phrase) is an exception."
    case .skip(.alreadyInjected(let evidence)): "The Pod has its sidecar: \(evidence.phrase)."
    case .skip(.optedOut(let evidence)): "No sidecar is added, since \(evidence.phrase) opts out."
    case .skip(.notRequested):
      "No sidecar is added, since nothing asks for it; label the Namespace or the Pod kuma.io/sidecar-injection=enabled."
    case .reject(.unreadableSwitch(let evidence)):
      "The injector refuses the Pod, since \(evidence.phrase) says neither on nor off; write enabled or disabled, in lower case."
    case .reject(.namespaceNotFound(let name)):
      "Whether a sidecar is added is unknown, since Namespace \(name.printedSafely) is not in the input; add it."
    case .reject(.meshNotFound(let name)):
      "The injector refuses the Pod, since mesh \(name.string.isEmpty ? "\"\"" : name.printedSafely) does not exist; create it or name another."
    case .reject(.sidecarUserInUse(let containers, let user)):
      "The injector refuses the Pod, since \(containers.map(\.printedSafely).joined(separator: ", ")) runs as user \(user), which is the sidecar's; choose another user."
    case .reject(.unreadableAdminPort(let evidence)):
      "The injector refuses the Pod, since \(evidence.phrase) is not a number."
    case .unknown(let needs): "Whether a sidecar is added is unknown; add \(Completeness.list(of: needs)) to the input."
    }
  }
}
