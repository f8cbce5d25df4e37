public import KubernetesObjects

/// What makes the Pods of a workload from one template: the object to edit in order to change all of them.
public struct WorkloadReference: Sendable, Hashable {
  /// The kind, e.g. `Deployment`.
  @ByteExact public var kind: String
  /// The namespace, that of the Pods.
  @ByteExact public var namespace: String
  /// The name.
  @ByteExact public var name: String

  /// The workload of a kind, namespace and name.
  public init(kind: String, namespace: String, name: String) {
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }
}

extension WorkloadReference {
  /// Whether `kubectl rollout restart` recreates the Pods of the workload.
  public var canBeRestarted: Bool { ["Deployment", "StatefulSet", "DaemonSet"].contains(kind) }

  /// What makes Pods; nil where that is nothing but the Pod itself.
  init?(of pods: WorkloadPods) {
    if pods.workload.name.isEmpty { return nil }
    self.init(kind: pods.workload.kind, namespace: pods.workload.namespace, name: pods.workload.name)
  }

  /// What controls a Pod, through ReplicaSets and Jobs; nil where nothing does.
  init?(of pod: Pod, among objects: any ObjectLookup) {
    guard let owner = pod.metadata.controller else { return nil }
    let name = ObjectName(namespace: pod.metadata.effectiveNamespace, name: owner.name)
    let behind: OwnerReference? =
      switch owner.kind {
      case ReplicaSet.kind: objects.replicaSet(name).flatMap(\.metadata.controller)
      case Job.kind: objects.job(name).flatMap(\.metadata.controller)
      default: nil
      }
    if let behind {
      self.init(kind: behind.kind, namespace: name.namespace, name: behind.name)
    } else if owner.kind == ReplicaSet.kind, let deployment = pod.deploymentName {
      self.init(kind: "Deployment", namespace: name.namespace, name: deployment)
    } else {
      self.init(kind: owner.kind, namespace: name.namespace, name: owner.name)
    }
  }
}

extension Pod {
  /// The name of the Deployment whose ReplicaSet owns the Pod, where the ReplicaSet is named as a Deployment names it: its own name, and
  /// the hash of the template that it labels the Pods with.
  var deploymentName: String? { nameBehindReplicaSet(byHashIn: "pod-template-hash") }

  /// The name of what owns the ReplicaSet that owns the Pod, where the ReplicaSet is named after it and a hash that labels the Pods.
  func nameBehindReplicaSet(byHashIn label: String) -> String? {
    guard let owner = metadata.controller, owner.kind == ReplicaSet.kind else { return nil }
    guard let hash = metadata.labels[label], !hash.isEmpty else { return nil }
    let ending = "-\(hash)".utf8
    guard owner.name.utf8.count > ending.count, owner.name.utf8.suffix(ending.count).elementsEqual(ending) else {
      return nil
    }
    return String(decoding: owner.name.utf8.dropLast(ending.count), as: UTF8.self)
  }
}

extension ObjectMeta {
  /// The owner that controls the object; where none says that it does, the first one.
  fileprivate var controller: OwnerReference? {
    ownerReferences.first { $0.controller == true } ?? ownerReferences.first
  }
}
