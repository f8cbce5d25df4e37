/// The rules of which Services belong to a Pod.
package struct ServiceRules: Sendable, Hashable {
  /// In which order the Services give inbounds.
  package var order: Order
  /// Whether the annotation that leaves a Service out is read (SVC-3).
  package var ignoreAnnotation: Reading
  /// How it is read (SVC-3).
  package var ignoreForm: SwitchForm
  /// Whether the setting of labels that are taken out of selectors before matching is read (SVC-4).
  package var ignoredSelectorLabels: Reading
  /// Whether the EndpointSlices of a Service without a selector are read (SVC-5).
  package var endpointSlices: Reading
  /// What an endpoint that names no object does (SVC-5).
  package var endpointWithoutTarget: EndpointWithoutTarget

  /// In which order Services come.
  package enum Order: Sendable, Hashable {
    /// As the API server lists them.
    case asListed
    case byName
  }

  /// What an endpoint that names no object does.
  package enum EndpointWithoutTarget: Sendable, Hashable {
    /// It crashes the control plane.
    case crashes
    case isPassedOver
  }
}
