public import KubernetesObjects
public import MeshMapping

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
