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
    case .reject(let reason): reason.code
    case .unknown: "incompleteInput"
    }
  }

  /// What the decision rests on; nil where it rests on something being absent.
  public var evidence: Evidence? {
    switch self {
    case .inject(.requested(let evidence)), .skip(.excepted(let evidence)), .skip(.alreadyInjected(let evidence)),
      .skip(.optedOut(let evidence)):
      evidence
    case .reject(let reason): reason.evidence
    case .skip(.webhookNotCalled(let misses)): misses.lazy.compactMap(\.evidence).first
    case .skip(.notRequested), .unknown: nil
    }
  }

  /// The decision as a sentence, safe to print. ``PodReport/injectionMessage`` knows the Pod too.
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
    case .reject(let reason): reason.message
    case .unknown(let needs): "Whether a sidecar is added is unknown; add \(Completeness.list(of: needs)) to the input."
    }
  }
}
