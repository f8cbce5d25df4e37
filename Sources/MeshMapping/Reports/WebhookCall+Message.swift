import KubernetesObjects

extension WebhookCall {
  /// Whether the injector is asked, as a sentence that is safe to print.
  public var phrase: String {
    switch self {
    case .called(let webhook): "Yes, by the webhook \(webhook)."
    case .notCalled(let misses): "No: \(misses.map(\.phrase).joined(separator: "; "))."
    case .assumed: "It is taken to be: the selectors of the webhooks are not looked at."
    case .unknown(let needs): "Unknown: that rests on \(Completeness.list(of: needs)), which the input lacks."
    }
  }
}

extension WebhookCall.Miss {
  /// The label that keeps the webhook from being called; nil where it is absent, or where the namespace is left out by its name.
  public var evidence: Evidence? {
    switch reason {
    case .namespaceOutOfScope, .namespaceNotAllowed: nil
    case .namespaceLabels(let unmet, let found): found.map { Evidence(.namespaceLabel, key: unmet.key, value: $0.string) }
    case .podLabels(let unmet, let found): found.map { Evidence(.podLabel, key: unmet.key, value: $0.string) }
    }
  }

  /// Why the webhook is not called, as a phrase that is safe to print.
  public var phrase: String {
    switch reason {
    case .namespaceOutOfScope(let name): "\(webhook) leaves out namespace \(name.printedSafely)"
    case .namespaceNotAllowed(let name):
      "\(webhook) is held to other namespaces than \(name.printedSafely)"
    case .namespaceLabels(let unmet, let found): "\(webhook) needs namespace label \(unmet)\(Self.remark(on: found))"
    case .podLabels(let unmet, let found): "\(webhook) needs pod label \(unmet)\(Self.remark(on: found))"
    }
  }

  private static func remark(on found: ExactString?) -> String {
    found.map { ", which is \($0.quotedSafely)" } ?? ", which is absent"
  }
}
