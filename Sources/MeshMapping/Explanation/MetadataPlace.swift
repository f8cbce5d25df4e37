public import KubernetesObjects

/// A place in the metadata of a Pod or its Namespace that a rule may read.
public enum MetadataPlace: Sendable, Hashable {
  case podLabel
  case podAnnotation
  case namespaceLabel
  case namespaceAnnotation

  /// What stands under a key at this place, or nil where the key is absent.
  public func evidence(of key: String, pod: Pod, namespace: Namespace) -> Evidence? {
    let map =
      switch self {
      case .podLabel: pod.metadata.labels
      case .podAnnotation: pod.metadata.annotations
      case .namespaceLabel: namespace.metadata.labels
      case .namespaceAnnotation: namespace.metadata.annotations
      }
    return map[key].map { Evidence(evidencePlace, key: key, value: $0) }
  }

  /// The place as evidence names it.
  var evidencePlace: EvidencePlace {
    switch self {
    case .podLabel: .podLabel
    case .podAnnotation: .podAnnotation
    case .namespaceLabel: .namespaceLabel
    case .namespaceAnnotation: .namespaceAnnotation
    }
  }
}
