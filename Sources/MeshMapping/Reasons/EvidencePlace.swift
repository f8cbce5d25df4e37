/// Where evidence is found.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum EvidencePlace: String, Sendable, Hashable, Codable, CaseIterable {
  case podLabel
  case podAnnotation
  case namespaceLabel
  case namespaceAnnotation
  case serviceLabel
  case serviceAnnotation
  /// A container of the Pod, by its name.
  case podContainer
  /// An init container of the Pod, by its name.
  case podInitContainer
}
