/// Where evidence is found.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum EvidencePlace: String, Sendable, Hashable, Codable, CaseIterable {
  /// A label of the Pod.
  case podLabel
  /// An annotation of the Pod.
  case podAnnotation
  /// A label of its Namespace.
  case namespaceLabel
  /// An annotation of its Namespace.
  case namespaceAnnotation
  /// A label of a Service.
  case serviceLabel
  /// An annotation of a Service.
  case serviceAnnotation
  /// A container of the Pod, by its name.
  case podContainer
  /// An init container of the Pod, by its name.
  case podInitContainer
}
