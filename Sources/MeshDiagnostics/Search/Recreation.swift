public import KubernetesObjects
public import MeshMapping

/// What has to be recreated, since sidecars are added when a Pod is created.
public enum Recreation: Sendable, Hashable {
  /// The Pods that a workload makes.
  case workload(WorkloadReference)
  /// A Pod that nothing makes.
  case pod(ObjectName)
}

extension Recreation {
  /// What is recreated, e.g. `Deployment web`, safe to print.
  public var phrase: String {
    switch self {
    case .workload(let workload): workload.phrase
    case .pod(let name): "Pod \(name.name.printedSafely)"
    }
  }

  /// The workload whose Pods are recreated; nil where it is a Pod that nothing makes.
  public var workload: WorkloadReference? { if case .workload(let workload) = self { workload } else { nil } }
}
