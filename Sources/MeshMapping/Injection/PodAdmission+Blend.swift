import KubernetesObjects

extension PodAdmission {
  /// What two admissions of Pods have in common that differ in what only running Pods have: values in which they differ are patterns, and a
  /// decision that is not the same is unknown.
  func blended(with other: PodAdmission) -> PodAdmission {
    if self == other { return self }
    guard let blend = decision.blended(with: other.decision) else {
      return PodAdmission(webhook: webhook.blended(with: other.webhook), decision: .unknown(needs: [.pods]))
    }
    return PodAdmission(webhook: webhook.blended(with: other.webhook), decision: blend)
  }
}

extension InjectionDecision {
  /// A decision that stands for two which differ in what only running Pods have; nil where they are not alike.
  func blended(with other: InjectionDecision) -> InjectionDecision? {
    if self == other { return self }
    return switch (self, other) {
    case (.inject(.requested(let evidence)), .inject(.requested(let counterpart))):
      evidence.blended(with: counterpart).map { .inject(.requested(by: $0)) }
    case (.skip(let reason), .skip(let counterpart)): reason.blended(with: counterpart).map { .skip($0) }
    default: nil
    }
  }
}

extension InjectionDecision.SkipReason {
  fileprivate func blended(with other: Self) -> Self? {
    switch (self, other) {
    case (.webhookNotCalled(let misses), .webhookNotCalled(let counterparts)):
      misses.blended(with: counterparts).map { .webhookNotCalled($0) }
    // A label that is an exception whatever its value is.
    case (.excepted(let evidence), .excepted(let counterpart)):
      evidence.place == counterpart.place && evidence.key.hasSameBytes(as: counterpart.key)
        ? .excepted(Evidence(evidence.place, key: evidence.key, value: "*")) : nil
    default: nil
    }
  }
}

extension WebhookCall {
  fileprivate func blended(with other: WebhookCall) -> WebhookCall {
    if self == other { return self }
    if case .notCalled(let misses) = self, case .notCalled(let counterparts) = other,
      let blend = misses.blended(with: counterparts)
    {
      return .notCalled(blend)
    }
    return .unknown(needs: [.pods])
  }
}

extension [WebhookCall.Miss] {
  /// The misses of the same webhooks, the values of labels patterns where they differ; nil where they are not of the same ones.
  fileprivate func blended(with others: [WebhookCall.Miss]) -> [WebhookCall.Miss]? {
    guard count == others.count else { return nil }
    let blends = zip(self, others).compactMap { mine, theirs -> WebhookCall.Miss? in
      if mine == theirs { return mine }
      guard mine.webhook.hasSameBytes(as: theirs.webhook), case .podLabels(let requirement, let found?) = mine.reason,
        case .podLabels(let other, let counterpart?) = theirs.reason, requirement == other
      else { return nil }
      return WebhookCall.Miss(
        webhook: mine.webhook, reason: .podLabels(requirement, found: found.blended(with: counterpart)))
    }
    return blends.count == count ? blends : nil
  }
}
