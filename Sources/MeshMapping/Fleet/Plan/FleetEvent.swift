/// Something that happens to an object of a cluster.
public enum FleetEvent: Sendable, Hashable {
  /// The object is new.
  case added(ClusterObject)
  /// The object of this kind and name is now this.
  case modified(ClusterObject)
  /// The object of this kind and name is gone.
  case deleted(ClusterObject)

  /// The object that the event is about.
  public var object: ClusterObject {
    switch self {
    case .added(let object), .modified(let object), .deleted(let object): object
    }
  }
}
