/// What the controller makes of a Pod: its Dataplane, or why there is none.
public struct DataplaneMapping: Sendable, Hashable {
  /// The mesh that the Pod belongs to, and why.
  public let mesh: MeshChoice
  /// The Services that belong to the Pod, in the order in which they give inbounds.
  public let services: [ServiceMatch]
  /// The Dataplane, or why the control plane gives up.
  public let result: Result<Dataplane, MappingFailure>

  /// A mapping with the given values.
  public init(mesh: MeshChoice, services: [ServiceMatch], result: Result<Dataplane, MappingFailure>) {
    self.mesh = mesh
    self.services = services
    self.result = result
  }

  /// The Dataplane; nil where there is none.
  public var dataplane: Dataplane? {
    guard case .success(let dataplane) = result else { return nil }
    return dataplane
  }

  /// Why there is no Dataplane; nil where there is one.
  public var failure: MappingFailure? {
    guard case .failure(let failure) = result else { return nil }
    return failure
  }
}
