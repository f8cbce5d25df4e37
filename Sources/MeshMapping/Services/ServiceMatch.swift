public import KubernetesObjects

/// A Service that belongs to a Pod, and how.
public struct ServiceMatch: Sendable, Hashable {
  /// The Service. In a preview its absent target ports are filled in, as the API server does on creation (PORT-5).
  public let service: Service
  /// How it belongs to the Pod.
  public let relation: Relation
  /// The positions, among the Service's ports, of those whose target port was filled in.
  public let filledInTargetPorts: [Int]

  /// A match of the given Service and relation.
  public init(service: Service, relation: Relation, filledInTargetPorts: [Int] = []) {
    self.service = service
    self.relation = relation
    self.filledInTargetPorts = filledInTargetPorts
  }

  /// How a Service belongs to a Pod.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Relation: Sendable, Hashable {
    /// The Pod's labels contain the selector.
    case selector
    /// They contain what is left of the selector without the ignored labels.
    case selectorWithoutIgnoredLabels
    /// An EndpointSlice of the Service names the Pod.
    case endpointSlice
  }
}
