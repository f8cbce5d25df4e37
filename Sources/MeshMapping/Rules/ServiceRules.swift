/// The rules of which Services belong to a Pod.
public struct ServiceRules: Sendable, Hashable {
  /// In which order the Services give inbounds.
  public var order: Order
  /// Whether the annotation that leaves a Service out is read (SVC-3).
  public var ignoreAnnotation: RuleReading
  /// How it is read (SVC-3).
  public var ignoreForm: IgnoreForm
  /// Whether the configured labels are taken out of selectors before matching.
  public var ignoredSelectorLabels: IgnoredSelectorLabels
  /// Whether the EndpointSlices of a Service without a selector are read (SVC-5).
  public var endpointSlices: RuleReading
  /// What an endpoint that names no object does (SVC-5).
  public var endpointWithoutTarget: EndpointWithoutTarget

  /// In which order Services come.
  public enum Order: Sendable, Hashable {
    /// As the API server lists them.
    case asListed
    case byName
  }

  /// How `kuma.io/ignore` is read.
  public enum IgnoreForm: Sendable, Hashable {
    /// As Go's `strconv.ParseBool` reads.
    case asGoBool
    case asSwitch
  }

  /// Whether the setting of ignored selector labels is known.
  public enum IgnoredSelectorLabels: Sendable, Hashable {
    case notKnown
    case removed
  }

  /// What an endpoint that names no object does.
  public enum EndpointWithoutTarget: Sendable, Hashable {
    /// It crashes the control plane.
    case crashes
    case isPassedOver
  }
}
