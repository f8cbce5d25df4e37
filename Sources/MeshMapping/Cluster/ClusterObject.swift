public import KubernetesObjects

/// An object of a cluster as the mapping reads it: one of Kubernetes', or one of Kuma's.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum ClusterObject: Sendable, Hashable {
  /// An object of Kubernetes', or one of a kind that nothing here reads.
  case kubernetes(KubernetesObject)
  /// A Mesh.
  case mesh(Mesh)
  /// A Dataplane.
  case dataplane(Dataplane)
  /// A ZoneIngress.
  case zoneIngress(ZoneIngress)
  /// A ZoneEgress.
  case zoneEgress(ZoneEgress)
  /// A ContainerPatch.
  case containerPatch(ContainerPatch)
  /// Any other object of Kuma's, and what else is reported without being needed for the mapping.
  case resource(MeshResource)
}

extension ClusterObject: ListElement {
  /// Decodes an object of a type. Unknown kinds are kept as unsupported, not refused; what has no kind may be what `kumactl` prints.
  public init(from decoder: any Decoder, as type: ObjectType) throws {
    if type.kind.isEmpty, let form = UniversalForm(at: decoder) {
      self = try form.object(from: decoder)
      return
    }
    switch (type.apiVersion, type.kind) {
    case (Dataplane.apiVersion, "Mesh"): self = .mesh(try Mesh(from: decoder))
    case (Dataplane.apiVersion, Dataplane.kind): self = .dataplane(try Dataplane(from: decoder))
    case (Dataplane.apiVersion, ZoneIngress.kind): self = .zoneIngress(try ZoneIngress(from: decoder))
    case (Dataplane.apiVersion, ZoneEgress.kind): self = .zoneEgress(try ZoneEgress(from: decoder))
    case (Dataplane.apiVersion, Kind.containerPatch.rawValue): self = .containerPatch(try ContainerPatch(from: decoder))
    case _ where MeshResource.reads(type) && !Kind.isNamed(by: type):
      self = .resource(try MeshResource(type: type, from: decoder))
    default: self = .kubernetes(try KubernetesObject(from: decoder, as: type))
    }
  }
}
