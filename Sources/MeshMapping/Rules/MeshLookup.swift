/// Where the mesh is read and what an empty value there means.
struct MeshLookup {
  /// The places of the Pod in order; the first that counts decides.
  let pod: [MetadataPlace]
  /// The places of the Namespace in order, where none of the Pod's counts.
  let namespace: [MetadataPlace]
  /// What an empty value means.
  let emptyValue: EmptyValue

  /// What an empty value means.
  enum EmptyValue {
    /// The next place is read.
    case passedOver
    /// It is the mesh's name, of a mesh that cannot exist.
    case decides
  }
}
