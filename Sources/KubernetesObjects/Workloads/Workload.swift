/// An object that makes Pods of a template.
public protocol Workload: Sendable, Hashable {
  /// What names the object among those of all kinds.
  var reference: ObjectReference { get }
  /// The metadata of the object, which its Pods do not have.
  var metadata: ObjectMeta { get }
  /// What the Pods are made of; nil where the object does not say it.
  var template: PodTemplateSpec? { get }

  /// The Pods that the object makes of a template, its own or that of the object which it refers to.
  func pods(of template: PodTemplateSpec) -> WorkloadPods
}

extension Workload {
  /// The Pods that the object makes; nil where it does not say of what.
  public var pods: WorkloadPods? { template.map(pods) }

  /// Whether nothing is known against the object making at least one Pod.
  public var wantsPods: Bool { pods?.count != .exactly(0) }
}

extension KubernetesObject {
  /// The object as one that makes Pods; nil where it is none.
  public var workload: (any Workload)? {
    switch self {
    case .deployment(let deployment): deployment
    case .replicaSet(let replicaSet): replicaSet
    case .replicationController(let controller): controller
    case .statefulSet(let statefulSet): statefulSet
    case .daemonSet(let daemonSet): daemonSet
    case .job(let job): job
    case .cronJob(let cronJob): cronJob
    case .rollout(let rollout): rollout
    case .customWorkload(let workload): workload
    case .unnamedPod(let pod): pod
    case .pod, .service, .namespace, .node, .endpointSlice, .podTemplate, .unsupported: nil
    }
  }
}
