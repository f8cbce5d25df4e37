extension MetadataPlace {
  /// The places of a Pod that are read, its label before its annotation.
  ///
  /// Written out, so that they are constants: they are asked for at every Pod.
  static func ofPod(labels: Reading, annotations: Reading) -> [MetadataPlace] {
    switch (labels, annotations) {
    case (.read, .read): [.podLabel, .podAnnotation]
    case (.read, .notRead): [.podLabel]
    case (.notRead, .read): [.podAnnotation]
    case (.notRead, .notRead): []
    }
  }

  /// The places of a Namespace that are read, its label before its annotation.
  static func ofNamespace(labels: Reading, annotations: Reading) -> [MetadataPlace] {
    switch (labels, annotations) {
    case (.read, .read): [.namespaceLabel, .namespaceAnnotation]
    case (.read, .notRead): [.namespaceLabel]
    case (.notRead, .read): [.namespaceAnnotation]
    case (.notRead, .notRead): []
    }
  }
}
