public import MeshMapping

/// What is said of an upgrade (UPG-1).
public enum Verdict: Sendable, Hashable {
  /// Nothing needs attention, and everything that decides is known.
  case ready
  /// Something needs attention of so many workloads, a Pod that nothing makes being one, and of so many objects around them.
  case notReady(workloads: Int, objects: Int = 0)
  /// Nothing that is known needs attention, but something may that rests on objects of these kinds, which the input lacks.
  case cannotTell(needs: [Completeness.Kind])
}

extension Verdict {
  /// The verdict in capitals, as a heading has it.
  public var heading: String {
    switch self {
    case .ready: "READY"
    case .notReady: "NOT READY"
    case .cannotTell: "CANNOT TELL"
    }
  }

  /// The name of the verdict, which never changes its meaning.
  public var code: String {
    switch self {
    case .ready: "ready"
    case .notReady: "not-ready"
    case .cannotTell: "cannot-tell"
    }
  }
}
