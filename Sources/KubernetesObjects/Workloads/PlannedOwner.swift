/// An object that will own Pods, or the objects that own them; mostly there is none of it yet.
public struct PlannedOwner: Sendable, Hashable {
  /// The API version under which its controller knows it.
  @ByteExact public private(set) var apiVersion: String
  /// The kind, e.g. `ReplicaSet`.
  @ByteExact public private(set) var kind: String
  /// The name, as far as it is known.
  public let name: RunTimeString

  /// An owner with the given values.
  init(_ apiVersion: String, _ kind: String, named name: RunTimeString) {
    self.apiVersion = apiVersion
    self.kind = kind
    self.name = name
  }

  /// The reference to the owner, whose identifier is not known yet.
  func reference(named name: String) -> OwnerReference {
    OwnerReference(apiVersion: apiVersion, kind: kind, name: name, controller: true, blockOwnerDeletion: true)
  }
}
