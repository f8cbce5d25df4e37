/// The rules of which mesh a Pod belongs to.
public struct MeshRules: Sendable, Hashable {
  /// How the injector works the mesh out.
  public var injector: MeshLookup
  /// How the controller works it out.
  public var controller: MeshLookup
  /// Whether the controller needs the Mesh to exist.
  public var existence: Existence

  /// Whether the controller needs the Mesh to exist.
  public enum Existence: Sendable, Hashable {
    case notChecked
    case required
  }
}

/// Where the mesh is read and what an empty value there means. Where nothing is found it is `default`.
public struct MeshLookup: Sendable, Hashable {
  /// The places in order; the first that counts decides.
  public var places: [MetadataPlace]
  /// What an empty value means.
  public var emptyValue: EmptyValue

  /// A look-up at the given places.
  public init(_ places: [MetadataPlace], emptyValue: EmptyValue = .passedOver) {
    self.places = places
    self.emptyValue = emptyValue
  }

  /// What an empty value means.
  public enum EmptyValue: Sendable, Hashable {
    /// The next place is read.
    case passedOver
    /// It is the mesh's name, of a mesh that cannot exist.
    case decides
  }
}
