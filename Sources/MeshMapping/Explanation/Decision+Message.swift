import KubernetesObjects

extension InjectionDecision {
  /// The decision in one word: `inject`, `skip` or `reject`.
  public var outcome: String {
    switch self {
    case .inject: "inject"
    case .skip: "skip"
    case .reject: "reject"
    }
  }

  /// The reason's name, which never changes its meaning.
  public var reason: String {
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
      .reject(.sidecarUserInUse):
      nil
    }
  }

  /// The decision as a sentence, safe to print.
  public var message: String {
    switch self {
    case .inject(.requested(let evidence)): "A sidecar is added, since \(evidence.sentence) asks for it."
    case .skip(.webhookNotCalled(let misses)):
      "No sidecar is added, since the API server does not ask the injector: \(misses.map(\.phrase).joined(separator: "; ")); label the Namespace kuma.io/sidecar-injection=enabled if you want one."
    case .skip(.excepted(let evidence)): "No sidecar is added, since \(evidence.sentence) is an exception."
    case .skip(.alreadyInjected(let evidence)): "The Pod has its sidecar: \(evidence.sentence)."
    case .skip(.optedOut(let evidence)): "No sidecar is added, since \(evidence.sentence) opts out."
    case .skip(.notRequested):
      "No sidecar is added, since nothing asks for it; label the Namespace or the Pod kuma.io/sidecar-injection=enabled."
    case .reject(.unreadableSwitch(let evidence)):
      "The injector refuses the Pod, since \(evidence.sentence) says neither on nor off; write enabled or disabled, in lower case."
    case .reject(.namespaceNotFound(let name)):
      "Whether a sidecar is added is unknown, since Namespace \(name.printedSafely) is not in the input; add it."
    case .reject(.meshNotFound(let name)):
      "The injector refuses the Pod, since mesh \(name.isEmpty ? "\"\"" : name.printedSafely) does not exist; create it or name another."
    case .reject(.sidecarUserInUse(let containers, let user)):
      "The injector refuses the Pod, since \(containers.map(\.printedSafely).joined(separator: ", ")) runs as user \(user), which is the sidecar's; choose another user."
    case .reject(.unreadableAdminPort(let evidence)):
      "The injector refuses the Pod, since \(evidence.sentence) is not a number."
    }
  }
}

extension WebhookCall.Miss {
  /// The label that keeps the webhook from being called; nil where it is absent, or where the namespace is left out by its name.
  public var evidence: Evidence? {
    switch reason {
    case .namespaceOutOfScope: nil
    case .namespaceLabels(let unmet, let found): found.map { Evidence(.namespaceLabel, key: unmet.key, value: $0) }
    case .podLabels(let unmet, let found): found.map { Evidence(.podLabel, key: unmet.key, value: $0) }
    }
  }

  /// Why the webhook is not called, as a phrase that is safe to print.
  public var phrase: String {
    switch reason {
    case .namespaceOutOfScope(let name): "\(webhook) leaves out namespace \(name.printedSafely)"
    case .namespaceLabels(let unmet, let found): "\(webhook) needs namespace label \(unmet)\(Self.remark(on: found))"
    case .podLabels(let unmet, let found): "\(webhook) needs pod label \(unmet)\(Self.remark(on: found))"
    }
  }

  private static func remark(on found: String?) -> String {
    found.map { ", which is \($0.quotedSafely)" } ?? ", which is absent"
  }
}

extension DataplaneOutcome {
  /// What happens, in one word: `apply`, `delete`, `none`, `pending` or `fail`.
  public var action: String {
    switch self {
    case .apply: "apply"
    case .delete: "delete"
    case .none: "none"
    case .pending: "pending"
    case .fail: "fail"
    }
  }

  /// The reason's name, which never changes its meaning; nil where the Dataplane is applied.
  public var reason: String? {
    switch self {
    case .apply: nil
    case .delete(let reason): reason.rawValue
    case .none(let reason): reason.rawValue
    case .pending(_, let reason): reason.rawValue
    case .fail(let failure): failure.code
    }
  }

  /// The outcome as a sentence, safe to print; nil where the Dataplane is applied.
  public var message: String? {
    switch self {
    case .apply: nil
    case .delete(.podSucceeded): "A Dataplane that exists is deleted, since the Pod has succeeded."
    case .delete(.podHasNoAddress): "A Dataplane that exists is deleted, since the Pod has no address."
    case .delete(.podEvicted): "A Dataplane that exists is deleted, since the Pod was evicted."
    case .none(.notInjected): "The control plane leaves the Pod alone, since the injector has not marked it."
    case .none(.podHasNoAddress): "The control plane leaves the Pod alone, since it has no address."
    case .none(.podFinished): "The control plane leaves the Pod alone, since none of its containers runs."
    case .none(.namespaceTerminating): "The control plane leaves the Pod alone, since its Namespace is being deleted."
    case .none(.zoneIngress): "The Pod gets a ZoneIngress, which is not mapped here."
    case .none(.zoneEgress): "The Pod gets a ZoneEgress, which is not mapped here."
    case .none(.builtinGateway): "The Pod gets the Dataplane of a builtin gateway, which is not mapped here."
    case .none(.willNotBeInjected): "There is no Dataplane, since the Pod gets no sidecar."
    case .pending(_, .podHasNoAddress): "The Dataplane will be this once the Pod has an address."
    case .fail(let failure): failure.message
    }
  }
}
