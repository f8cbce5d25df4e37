public import KubernetesObjects

/// A place in the metadata of a Pod or its Namespace that a rule may read.
public enum MetadataPlace: Sendable, Hashable {
  case podLabel
  case podAnnotation
  case namespaceLabel
  case namespaceAnnotation

  /// The places of a Pod and then of its Namespace that are read, each object's label before its annotation.
  ///
  /// Written out, so that they are constants: they are asked for at every Pod.
  static func places(labels: RuleReading, annotations: RuleReading) -> [MetadataPlace] {
    switch (labels, annotations) {
    case (.read, .read): [.podLabel, .podAnnotation, .namespaceLabel, .namespaceAnnotation]
    case (.read, .notRead): [.podLabel, .namespaceLabel]
    case (.notRead, .read): [.podAnnotation, .namespaceAnnotation]
    case (.notRead, .notRead): []
    }
  }

  /// The places of a Pod that are read, its label before its annotation.
  static func podPlaces(labels: RuleReading, annotations: RuleReading) -> [MetadataPlace] {
    switch (labels, annotations) {
    case (.read, .read): [.podLabel, .podAnnotation]
    case (.read, .notRead): [.podLabel]
    case (.notRead, .read): [.podAnnotation]
    case (.notRead, .notRead): []
    }
  }

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
