package import KubernetesObjects

extension Cluster {
  /// Whether a Pod of a namespace has an identifier.
  package func hasPod(identifiedBy uid: String, in namespace: String) -> Bool {
    namespaces[ExactString(namespace)]?.pods.pods(identifiedBy: uid).isEmpty == false
  }

  /// Whether there is any Pod in a namespace.
  package func hasPods(in namespace: String) -> Bool {
    namespaces[ExactString(namespace)]?.pods.isEmpty == false
  }

  /// Whether a Pod of a namespace has the labels of a selector.
  package func hasPod(in namespace: String, selectedBy selector: StringMap) -> Bool {
    namespaces[ExactString(namespace)]?.pods.pods(selectedBy: selector).isEmpty == false
  }
}
