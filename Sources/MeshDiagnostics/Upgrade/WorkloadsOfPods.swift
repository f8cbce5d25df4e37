import KubernetesObjects
import MeshMapping

/// Which workload each Pod of a cluster of representatives is of, and how many Pods it stands for.
struct WorkloadsOfPods {
  private let representatives: Representatives
  private let workloads: [ObjectName: [WorkloadReference]]
  /// How many workloads there are; a Pod that nothing makes is one.
  let count: Int
  /// How many Pods there are that run.
  let pods: Int
  private let running: Set<ObjectName>

  init(_ representatives: Representatives) {
    self.representatives = representatives
    var workloads: [ObjectName: [WorkloadReference]] = [:]
    for group in representatives.cluster.workloadGroups {
      for name in group.names { workloads[name, default: []].append(group.workload) }
    }
    self.workloads = workloads
    let names = representatives.cluster.podNames
    running = Set(names)
    pods = names.reduce(0) { $0 + representatives.count(like: $1) }
    let alone = names.filter { workloads[$0] == nil }
    count = Set(workloads.values.joined()).count + alone.reduce(0) { $0 + representatives.count(like: $1) }
  }

  /// What a Pod is judged as part of. Where nothing makes it, those that are like it are judged with it.
  func subjects(of pod: ObjectName) -> [UpgradeSubject] {
    if let workloads = workloads[pod] { return workloads.map(UpgradeSubject.workload) }
    return representatives.pods(like: pod).map(UpgradeSubject.pod)
  }

  /// How many Pods that run one stands for, within each of its subjects.
  func podsPerSubject(of pod: ObjectName) -> Int {
    guard running.contains(pod) else { return 0 }
    return workloads[pod] == nil ? 1 : representatives.count(like: pod)
  }
}
