import KubernetesObjects
import MeshMapping

/// Which workload each Pod of a cluster of representatives is of, and how many Pods it stands for.
struct WorkloadsOfPods {
  private let representatives: Representatives
  private let workloads: [ObjectName: [WorkloadReference]]
  /// How many workloads there are; a Pod that nothing makes is one.
  let count: Int
  /// How many Pods there are; of those that a workload has yet to make, one.
  let pods: Int
  private let running: Set<ObjectName>

  /// The workloads of the Pods that are of interest.
  private let chosenWorkloads: Set<WorkloadReference>
  /// The Pods that the filters leave; those of which they leave one that is like it are among them.
  private let chosen: Set<ObjectName>

  /// The workloads of the Pods that are of interest.
  init(_ representatives: Representatives, where isChosen: (ObjectName) -> Bool) {
    self.representatives = representatives
    let cluster = representatives.cluster
    let running = Set(cluster.podNames)
    let chosen = Set(cluster.previewNames.filter { representatives.pods(like: $0).contains(where: isChosen) })
    var workloads: [ObjectName: [WorkloadReference]] = [:]
    for group in cluster.workloadGroups {
      for name in group.names where chosen.contains(name) { workloads[name, default: []].append(group.workload) }
    }
    self.workloads = workloads
    self.running = running
    self.chosen = chosen
    pods = chosen.reduce(0) { $0 + (running.contains($1) ? representatives.count(like: $1) : 1) }
    let alone = chosen.filter { workloads[$0] == nil }
    chosenWorkloads = Set(workloads.values.joined())
    count = chosenWorkloads.count + alone.reduce(0) { $0 + representatives.count(like: $1) }
  }

  /// How many Pods some of the representatives stand for; those that a workload has yet to make count as one.
  func count(of names: Set<ObjectName>) -> Int {
    names.intersection(chosen).reduce(0) { $0 + (running.contains($1) ? representatives.count(like: $1) : 1) }
  }

  /// What a Pod is judged as part of; nothing where it is of no interest. Where nothing makes it, those that are like it are judged with it.
  func subjects(of pod: ObjectName) -> [UpgradeSubject] {
    guard chosen.contains(pod) else { return [] }
    if let workloads = workloads[pod] { return workloads.map(UpgradeSubject.workload) }
    return representatives.pods(like: pod).map(UpgradeSubject.pod)
  }

  /// What a note on a Pod, or on what makes Pods, is of; nothing where it is on another object.
  func subjects(of note: NoteOnObject) -> [UpgradeSubject] {
    if let workload = note.workload { return [.workload(workload)] }
    return note.object.kind == Pod.kind ? subjects(of: note.object.objectName) : []
  }

  /// Whether a note is on an object of interest: on a Pod or a workload that the filters leave, or on any other.
  func contains(_ note: NoteOnObject) -> Bool {
    if note.object.kind == Pod.kind { return contains(note.object.objectName) }
    return note.workload.map(chosenWorkloads.contains) ?? true
  }

  /// Whether a Pod is of interest.
  func contains(_ pod: ObjectName) -> Bool { chosen.contains(pod) }

  /// How many Pods that run one stands for, within each of its subjects.
  func podsPerSubject(of pod: ObjectName) -> Int {
    guard running.contains(pod) else { return 0 }
    return workloads[pod] == nil ? 1 : representatives.count(like: pod)
  }
}
