public import KubernetesObjects

/// A Service that belongs to a Pod, and how.
public struct ServiceMatch: Sendable {
  /// The Service with what is worked out of it.
  let prepared: PreparedService
  /// How it belongs to the Pod.
  public let relation: Relation

  /// A match of the given Service and relation.
  public init(service: Service, relation: Relation) {
    self.init(PreparedService(service), relation: relation)
  }

  init(_ prepared: PreparedService, relation: Relation) {
    self.prepared = prepared
    self.relation = relation
  }

  /// The Service.
  public var service: Service { prepared.service }

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

extension ServiceMatch: Hashable {
  /// Whether both are of the same Service in the same relation.
  public static func == (left: ServiceMatch, right: ServiceMatch) -> Bool {
    left.relation == right.relation && left.service == right.service
  }

  /// Feeds the Service and the relation to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(service)
    hasher.combine(relation)
  }
}
