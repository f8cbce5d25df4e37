import KubernetesObjects

/// Something that will make Pods.
enum PlannedEntry: Sendable {
  /// Pods of a template that is known.
  case pods(WorkloadPods)
  /// Pods of a template that is in an object which is not there; the Pods as if it were empty.
  case withoutTemplate(WorkloadPods)

  /// The Pods.
  var pods: WorkloadPods {
    switch self {
    case .pods(let pods), .withoutTemplate(let pods): pods
    }
  }
}

extension NamespaceObjects {
  /// What workloads will make: those that own no Pod of the namespace, are themselves owned by none of its workloads, and want at least
  /// one (WORK-3). By the name of the Pods, and then by what makes them. O(*n* log *n*) for *n* ReplicaSets, Jobs and workloads.
  var plannedEntries: [PlannedEntry] {
    if let planned { return planned.sorted }
    let candidates = wantingPods
    guard !candidates.isEmpty else { return [] }
    let owning = OwnersOfPods(in: self, workloads: allWorkloads)
    // The name of Pods that there are not yet is put together each time that it is asked for.
    let entries = candidates.filter { !owning.contains($0.workload.reference) }.map {
      (name: $0.entry.pods.name.description, entry: $0.entry)
    }
    return entries.sorted { left, right in
      left.name.hasSameBytes(as: right.name)
        ? left.entry.pods.workload < right.entry.pods.workload : left.name.precedesInBytes(right.name)
    }
    .map(\.entry)
  }

  /// The same by name, label and workload, put together here where it was not before.
  var plannedIndex: PlannedIndex { planned ?? PlannedIndex(plannedEntries) }

  /// A workload that wants Pods.
  struct Candidate {
    let workload: any Workload
    let entry: PlannedEntry
  }

  private var allWorkloads: [any Workload] {
    unnamedPods.map { $0 as any Workload } + workloadsAndWhatTheyMake
  }

  /// The workloads, and the ReplicaSets and Jobs that some of them make. O(*n*).
  var workloadsAndWhatTheyMake: [any Workload] {
    workloads.all.compactMap(\.workload) + replicaSets.all.map { $0 as any Workload } + jobs.all.map { $0 as any Workload }
  }

  /// The workloads that want Pods and are not owned by another one.
  private var wantingPods: [Candidate] {
    let all = allWorkloads
    let names = Set(all.map { OwnersOfPods.Key(kind: $0.reference.kind, name: $0.reference.name) })
    return all.compactMap { workload in
      let owner = workload.metadata.ownerReferences.first { $0.controller == true }
      if let owner, names.contains(.init(kind: owner.kind, name: owner.name)) { return nil }
      return entry(of: workload).map { Candidate(workload: workload, entry: $0) }
    }
  }

  /// The Pods of workloads that want none now, as they would be: of those that own no Pod of the namespace and that nothing else makes
  /// (WORK-3). By what makes them. O(*n* log *n*) for *n* ReplicaSets, Jobs and workloads.
  var idleEntries: [WorkloadPods] {
    let all = allWorkloads
    let names = Set(all.map { OwnersOfPods.Key(kind: $0.reference.kind, name: $0.reference.name) })
    let idle = all.filter { workload in
      let owner = workload.metadata.ownerReferences.first { $0.controller == true }
      // An old ReplicaSet wants none because a new one has them, whether what makes both is here or not.
      let isMade = owner.map { names.contains(.init(kind: $0.kind, name: $0.name)) || workload.isMadeByOthers } ?? false
      return !isMade && workload.pods(of: PodTemplateSpec()).count == .exactly(0)
    }
    guard !idle.isEmpty else { return [] }
    let owning = OwnersOfPods(in: self, workloads: all)
    return idle.filter { !owning.contains($0.reference) }
      .map { $0.pods ?? $0.pods(of: PodTemplateSpec()) }
      .sorted { $0.workload < $1.workload }
  }

  /// Takes note in what is known of what workloads will make that one of them is another. Where more than the Pods of that one depend on
  /// it, nothing is known afterwards.
  func update(_ known: inout PlannedIndex?, replacing old: (any Workload)?, with new: (any Workload)?) {
    // A Rollout may take the template of another workload.
    guard let old, let new, workloads.rollouts(takingTemplateOf: new.reference).isEmpty,
      old.metadata.ownerReferences == new.metadata.ownerReferences, let entry = entry(of: new)
    else {
      known = nil
      return
    }
    if known?.contains(new.reference) ?? false {
      if known?.replace(new.reference, with: entry) != true { known = nil }
    } else if self.entry(of: old) == nil {
      known = nil
    }
    // What makes Pods that are there makes them before and after.
  }

  /// The Pods that a workload wants; nil where it wants none.
  private func entry(of workload: any Workload) -> PlannedEntry? {
    if let pods = workload.pods { return pods.count == .exactly(0) ? nil : .pods(pods) }
    guard let rollout = workload as? Rollout, let source = rollout.templateSource, rollout.replicas > 0 else { return nil }
    return template(of: source).map { .pods(rollout.pods(of: $0)) } ?? .withoutTemplate(rollout.pods(of: PodTemplateSpec()))
  }

  /// The template of an object that another one refers to.
  private func template(of source: ObjectReference) -> PodTemplateSpec? {
    switch workloads[source] {
    case .podTemplate(let template): template.template
    case let object?: object.workload?.template
    case nil: source.knownKind == .replicaSet ? replicaSets[source.objectName]?.template : nil
    }
  }
}

extension Workload {
  /// Whether objects of the kind are made by others as a rule, where they are owned.
  fileprivate var isMadeByOthers: Bool { [ReplicaSet.kind, Job.kind].contains(reference.kind) }
}
