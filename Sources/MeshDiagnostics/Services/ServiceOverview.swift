import KubernetesObjects

/// The services of a cluster's meshes, by name, and what should lead to one and does not.
public struct ServiceOverview: Sendable, Hashable {
  /// Every service, by mesh and name.
  public let services: [MeshService]
  /// The Services of Kubernetes that lead to no Pod in the mesh, by namespace and name.
  public let strayServices: [StrayService]
  /// The entries of annotations that name no service of their mesh, by Pod.
  public let strayEntries: [StrayEntry]

  /// An overview of the given values.
  public init(services: [MeshService], strayServices: [StrayService], strayEntries: [StrayEntry]) {
    self.services = services
    self.strayServices = strayServices
    self.strayEntries = strayEntries
  }

  /// The services whose name several objects give that have nothing to do with each other. O(*n*).
  public var ambiguousServices: [MeshService] { services.filter(\.isAmbiguous) }
}
