/// The rules of which Services belong to a Pod.
public struct ServiceRules: Sendable, Hashable {
  /// In which order the Services give inbounds.
  public var order: Order
  /// How the annotation that leaves a Service out is read.
  public var ignoreAnnotation: IgnoreAnnotation
  /// Whether the configured labels are taken out of selectors before matching.
  public var ignoredSelectorLabels: IgnoredSelectorLabels
  /// When a Service without a selector belongs to a Pod.
  public var withoutSelector: WithoutSelector

  /// In which order Services come.
  public enum Order: Sendable, Hashable {
    /// As the API server lists them.
    case asListed
    case byName
  }

  /// How `kuma.io/ignore` is read.
  public enum IgnoreAnnotation: Sendable, Hashable {
    case notRead
    /// As Go's `strconv.ParseBool` reads.
    case asGoBool
    case asSwitch
  }

  /// Whether the setting of ignored selector labels is known.
  public enum IgnoredSelectorLabels: Sendable, Hashable {
    case notKnown
    case removed
  }

  /// What is done with a Service without a selector.
  public enum WithoutSelector: Sendable, Hashable {
    case neverMatches
    /// It belongs to the Pods that its EndpointSlices name; an endpoint that names none crashes the control plane.
    case matchesEndpointsOrCrashes
    /// It belongs to the Pods that its EndpointSlices name.
    case matchesEndpoints
  }
}
