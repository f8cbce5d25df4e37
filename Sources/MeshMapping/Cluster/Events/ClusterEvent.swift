public import KubernetesObjects

/// Something that happens to an object of a cluster.
public enum ClusterEvent: Sendable, Hashable {
  /// The object is new.
  case added(ClusterObject)
  /// The object of this kind and name is now this.
  case modified(ClusterObject)
  /// The object of this kind and name is gone. Its name is enough, so that an object can be removed that cannot be read any more.
  case deleted(ObjectReference)

  /// The object that the event is about.
  public var reference: ObjectReference {
    switch self {
    case .added(let object), .modified(let object): object.reference
    case .deleted(let reference): reference
    }
  }
}
