public import KubernetesObjects

/// A place in the metadata of a Pod or its Namespace that a rule may read.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum MetadataPlace: Sendable, Hashable {
  /// The labels of the Pod.
  case podLabel
  /// The annotations of the Pod.
  case podAnnotation
  /// The labels of the Namespace.
  case namespaceLabel
  /// The annotations of the Namespace.
  case namespaceAnnotation

  /// Whether the place is one of the Namespace.
  var isOfNamespace: Bool {
    switch self {
    case .podLabel, .podAnnotation: false
    case .namespaceLabel, .namespaceAnnotation: true
    }
  }

  /// What stands under a key at this place, or nil where the key is absent.
  public func evidence(of key: String, pod: Pod, namespace: Namespace) -> Evidence? {
    switch self {
    case .podLabel, .podAnnotation: evidence(of: key, in: pod.metadata)
    case .namespaceLabel, .namespaceAnnotation: evidence(of: key, in: namespace.metadata)
    }
  }

  /// What stands under a key in the metadata of the object whose place this is.
  func evidence(of key: String, in metadata: ObjectMeta) -> Evidence? {
    let value =
      switch self {
      case .podLabel, .namespaceLabel: metadata.labels[key]
      case .podAnnotation, .namespaceAnnotation: metadata.annotations[key]
      }
    return value.map { Evidence(evidencePlace, key: key, value: $0) }
  }

  /// The place as evidence names it.
  package var evidencePlace: EvidencePlace {
    switch self {
    case .podLabel: .podLabel
    case .podAnnotation: .podAnnotation
    case .namespaceLabel: .namespaceLabel
    case .namespaceAnnotation: .namespaceAnnotation
    }
  }
}
