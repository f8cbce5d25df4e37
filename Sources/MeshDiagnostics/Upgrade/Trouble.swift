public import KubernetesObjects
public import MeshMapping

/// What needs attention before an upgrade, once for all workloads that the same does it to.
public struct Trouble: Sendable, Hashable {
  /// What it does.
  public let effect: TroubleEffect
  /// The rows of the release history that do it.
  public let causes: [ReleaseChange]
  /// What else has a part in it.
  public let otherCauses: Set<ReleaseComparison.OtherCause>
  /// The first release that does it.
  public let first: KumaRelease
  /// The first later release of the same line that does not; nil where all do.
  public let gone: KumaRelease?
  /// The workloads that it is done to, by namespace and name.
  public internal(set) var workloads: [TroubledWorkload]
  /// What does away with it before the upgrade, tried; empty where nothing does that can be written into an object that is read.
  public internal(set) var fixes: [UpgradeFix] = []

  /// How many Pods there are that it is done to.
  ///
  /// - Complexity: O(*n*) for *n* workloads.
  public var pods: Int { workloads.reduce(0) { $0 + $1.pods } }
}

/// A workload that something is done to.
public struct TroubledWorkload: Sendable, Hashable {
  /// What makes the Pods, or the Pod where nothing does.
  public let subject: UpgradeSubject
  /// How many Pods there are; 0 where they are yet to be made.
  public internal(set) var pods: Int
  /// What changes, as it shows on one of the Pods.
  public internal(set) var changes: [ReleaseComparison.Change]

  /// Who selects by what is gone, each once.
  ///
  /// - Complexity: O(*n*) for *n* changes.
  public var selectedBy: [SelectingPolicy] {
    var seen: Set<SelectingPolicy> = []
    return changes.flatMap(\.selectedBy).filter { seen.insert($0).inserted }
  }
}

/// What an upgrade is judged for: a workload with all of its Pods, or a Pod that nothing makes.
public enum UpgradeSubject: Sendable, Hashable {
  /// A workload.
  case workload(WorkloadReference)
  /// A Pod.
  case pod(ObjectName)
}

extension UpgradeSubject {
  /// The namespace.
  public var namespace: String {
    switch self {
    case .workload(let workload): workload.namespace
    case .pod(let name): name.namespace
    }
  }

  /// The name.
  public var name: String {
    switch self {
    case .workload(let workload): workload.name
    case .pod(let name): name.name
    }
  }

  /// The kind, e.g. `Deployment`.
  public var kind: String {
    switch self {
    case .workload(let workload): workload.kind
    case .pod: Pod.kind
    }
  }
}

extension UpgradeSubject: Comparable {
  /// Whether the left one comes first: by namespace, name and kind.
  public static func < (left: UpgradeSubject, right: UpgradeSubject) -> Bool {
    for (mine, theirs) in [(left.namespace, right.namespace), (left.name, right.name)] where !mine.hasSameBytes(as: theirs) {
      return mine.precedesInBytes(theirs)
    }
    return left.kind.precedesInBytes(right.kind)
  }
}
