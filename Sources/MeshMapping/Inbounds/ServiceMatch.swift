public import KubernetesObjects

/// A Service that belongs to a Pod, and how.
public struct ServiceMatch: Sendable, Hashable {
  /// The Service.
  public let service: Service
  /// How it belongs to the Pod.
  public let relation: Relation

  /// A match of the given Service and relation.
  public init(service: Service, relation: Relation) {
    self.service = service
    self.relation = relation
  }

  /// How a Service belongs to a Pod.
  public enum Relation: Sendable, Hashable {
    /// The Pod's labels contain the selector.
    case selector
    /// They contain what is left of the selector without the ignored labels.
    case selectorWithoutIgnoredLabels
    /// An EndpointSlice of the Service names the Pod.
    case endpointSlice
  }
}
