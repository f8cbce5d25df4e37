/// What becomes of a Pod at its creation: both gates.
public struct PodAdmission: Sendable, Hashable {
  /// Whether the API server asks the injector at all.
  public let webhook: WebhookCall
  /// What the injector decides, or why it is not asked.
  public let decision: InjectionDecision

  /// An admission of the given call and decision.
  public init(webhook: WebhookCall, decision: InjectionDecision) {
    self.webhook = webhook
    self.decision = decision
  }
}
