public import KubernetesObjects

/// An object of a cluster as the mapping reads it: one of Kubernetes', or one of Kuma's.
public enum ClusterObject: Sendable, Hashable {
  case kubernetes(KubernetesObject)
  case mesh(Mesh)
  case dataplane(Dataplane)
}

extension ClusterObject: ListElement {
  /// Decodes the object that `apiVersion` and `kind` name. Unknown kinds are kept as unsupported, not refused.
  public init(from decoder: any Decoder) throws {
    let type = try ObjectType(from: decoder)
    switch (type.apiVersion, type.kind) {
    case (Dataplane.apiVersion, "Mesh"): self = .mesh(try Mesh(from: decoder))
    case (Dataplane.apiVersion, Dataplane.kind): self = .dataplane(try Dataplane(from: decoder))
    default: self = .kubernetes(try KubernetesObject(from: decoder))
    }
  }
}
