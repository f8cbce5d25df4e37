/// The injector's error about a Pod that it is to inject.
struct InjectorRefusal: Error {
  /// Why the Pod is refused.
  let reason: InjectionDecision.RejectReason

  init(_ reason: InjectionDecision.RejectReason) {
    self.reason = reason
  }
}
