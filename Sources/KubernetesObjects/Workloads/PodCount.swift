/// How many Pods a workload wants at a time.
public enum PodCount: Sendable, Hashable {
  /// As many as this; none where the workload is suspended, has ended, or is scaled to zero.
  case exactly(Int)
  /// What decides is not in the object: the Nodes of the cluster, or whoever scales it.
  case unknown

  /// The number; nil where it is unknown.
  public var number: Int? {
    switch self {
    case .exactly(let number): number
    case .unknown: nil
    }
  }

  /// As many as an object says, of which fewer than none is none.
  static func replicas(_ number: Int) -> PodCount { .exactly(max(0, number)) }
}
