public import KubernetesObjects

/// What somebody wants to become of a Pod.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum EditGoal: Sendable, Hashable {
  /// It gets a sidecar when it is created.
  case injected
  /// It gets none.
  case notInjected
  /// It is injected and offers the service of this name, such as `web_demo_svc_80`.
  case service(ExactString)
}

extension EditGoal {
  /// The goal as the end of a sentence that begins with the Pod, safe to print.
  public var phrase: String {
    switch self {
    case .injected: "gets a sidecar"
    case .notInjected: "gets no sidecar"
    case .service(let name): "offers service \(name.string.printedSafely)"
    }
  }
}
