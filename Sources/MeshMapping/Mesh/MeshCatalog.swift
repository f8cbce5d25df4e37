import KubernetesObjects

/// Which meshes exist.
public enum MeshCatalog: Sendable, Hashable {
  /// Every mesh does, as far as anybody knows.
  case every
  /// Only these do.
  case only([Mesh])

  /// The catalog of the Mesh objects of an input: where there are none, every mesh exists.
  public init(_ meshes: [Mesh]) {
    self = meshes.isEmpty ? .every : .only(meshes)
  }

  /// Whether a mesh of this name exists. No mesh has the empty name. O(*n*) for *n* meshes, which are few.
  public func contains(_ name: String) -> Bool {
    switch self {
    case .every: !name.isEmpty
    case .only: mesh(name) != nil
    }
  }

  /// The Mesh of a name, where it is known.
  public func mesh(_ name: String) -> Mesh? {
    switch self {
    case .every: nil
    case .only(let meshes): meshes.first { $0.name.hasSameBytes(as: name) }
    }
  }
}
