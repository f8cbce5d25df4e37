import KubernetesObjects

extension DataplaneWebhooks.Reason {
  /// Why the webhooks are not asked, as the end of a sentence that is safe to print.
  public var phrase: String {
    switch self {
    case .namespaceOutOfScope(let name): "since its webhooks leave namespace \(name.string.printedSafely) out"
    case .namespaceNotAllowed(let name):
      "since namespace \(name.string.printedSafely) is not among those that its webhooks are held to"
    case .namespaceWithoutLabel(let key): "since the Namespace lacks the label \(key)"
    case .leftOut: "since the webhooks are left out here"
    }
  }
}
