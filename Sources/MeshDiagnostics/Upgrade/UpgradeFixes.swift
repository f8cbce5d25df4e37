import KubernetesObjects
import MeshMapping

/// Tries what might do away with the troubles of a step.
struct UpgradeFixes {
  /// The objects, one Pod standing for others.
  let cluster: Cluster
  let old: ControlPlane
  let new: ControlPlane
  let remedies: UpgradeRemedies
  private let ground: UpgradeGround
  /// What the step does to the Pods as they are.
  private let before: UpgradeTrial

  /// Tries what might do away with the troubles of a step.
  ///
  /// - Parameters:
  ///   - cluster: The objects, one Pod standing for others.
  ///   - old: The control plane before.
  ///   - new: The control plane after.
  ///   - ground: What becomes of the Pods under both.
  init(in cluster: Cluster, from old: ControlPlane, to new: ControlPlane, on ground: UpgradeGround) {
    self.cluster = cluster
    self.old = old
    self.new = new
    self.ground = ground
    before = ground.trial
    // Nobody is asked for what the Pods reach.
    remedies = UpgradeRemedies(
      cluster: Cluster(cluster, under: WalkedOutbounds.ignored.controlPlane(old)).preparedForPreviews())
  }

  /// What does away with a trouble, those edits together that do the same.
  func fixes(for trouble: Trouble) -> [UpgradeFix] {
    var groups: [String: [(subject: UpgradeSubject, change: ReleaseComparison.Change, edits: [Edit])]] = [:]
    for workload in trouble.workloads {
      for change in workload.changes {
        guard let remedy = remedies.remedy(for: change) else { continue }
        groups[remedy.message, default: []].append((workload.subject, change, remedy.edits))
      }
    }
    return groups.keys.sorted { $0.precedesInBytes($1) }.compactMap { message in
      let group = groups[message] ?? []
      var seen: Set<Edit> = []
      let edits = group.flatMap(\.edits).filter { seen.insert($0).inserted }
      return tried(message, edits, for: group.map { ($0.subject, $0.change) })
    }
  }

  /// Some edits with what they do; nil where they help nobody.
  private func tried(
    _ message: String,
    _ edits: [Edit],
    for troubled: [(subject: UpgradeSubject, change: ReleaseComparison.Change)]
  ) -> UpgradeFix? {
    guard let edited = cluster.applying(edits) else { return nil }
    let isOfAllPods = troubled.contains { if case .directAccess = $0.change.difference { true } else { false } }
    let touched = pods(touchedBy: edits)
    // Where outbounds are written, other Pods may reach something else.
    let reached = old.writesOutbounds && isOfAllPods ? nil : touched
    guard let trial = trial(of: edits, in: edited, touching: touched, changing: reached) else { return nil }
    let helped = troubled.filter { workload in
      let effect = TroubleEffect(of: workload.change.difference)
      let left = trial.after.attention[workload.change.pod] ?? []
      return !left.contains { TroubleEffect(of: $0) == effect } && !trial.after.undecided.contains(workload.change.pod)
    }
    guard !helped.isEmpty else { return nil }
    let fix = Fix(message, edits, pods: trial.pods, restarts: restarts(after: edits, helping: helped.map(\.subject)))
    return UpgradeFix(
      fix, workloads: Set(helped.map(\.subject)).sorted(), changesNow: trial.changesNow,
      cost: cost(of: edits, in: edited, for: helped.map(\.change.pod)))
  }

  /// What it costs that Pods reach every service directly that reached some, or none: the listeners, and that nothing of the mesh holds for
  /// that traffic; nil where they do not.
  private func cost(of edits: [Edit], in edited: Cluster, for pods: [ObjectName]) -> String? {
    guard edits.contains(where: \.isDirectAccessToAll) else { return nil }
    let widened = Set(pods)
    let overview = Cluster(edited, under: WalkedOutbounds.ignored.controlPlane(old)).directAccess()
    let counts = overview.pods.filter { widened.contains($0.pod) }.map(\.listenerCount)
    let listeners = counts.max().map { "up to \(Trouble.count($0, "listener"))" } ?? "listeners"
    return
      "Each proxy gets \(listeners), reaches every Pod of its mesh directly, and policies for its outgoing traffic do not apply to that. Where the Pods need not reach others past the mesh, remove the annotation instead."
  }

  /// What edits did where they were tried.
  struct EditTrial {
    /// What the upgrade does after them.
    let after: UpgradeTrial
    /// The Pods that become others under the release before, in order.
    let pods: [ObjectName]
    /// What they change under the release before, each once.
    let changesNow: [String]
  }

  /// Tries some edits; nil where something comes by them that needs attention.
  func trial(of edits: [Edit], in edited: Cluster) -> EditTrial? {
    let touched = pods(touchedBy: edits)
    return trial(of: edits, in: edited, touching: touched, changing: touched)
  }

  private func trial(
    of edits: [Edit], in edited: Cluster, touching touched: Set<ObjectName>, changing reached: Set<ObjectName>?
  ) -> EditTrial? {
    var made = MadePods()
    guard let untouched = cluster.applying(edits.map { unchanged($0, knowing: &made) }) else { return nil }
    let after = ground.looking(at: touched).trial(in: edited, touching: touched)
    // What would come instead is no help.
    let isAnyWorse = after.attention.contains { pod, differences in
      let known = Set((before.attention[pod] ?? []).map(TroubleEffect.init(of:)))
      return differences.contains { !known.contains(TroubleEffect(of: $0)) }
    }
    guard !isAnyWorse else { return nil }
    let now = UpgradeTrial(from: untouched, under: old, to: edited, under: old, only: reached)
    let summaries = Set(now.differences.values.joined().map(\.summary)).sorted { $0.precedesInBytes($1) }
    return EditTrial(after: after, pods: now.differences.keys.sorted(), changesNow: summaries)
  }

  /// An edit that leaves its field as it is, so that what it does can be told from what making Pods anew does.
  private func unchanged(_ edit: Edit, knowing made: inout MadePods) -> Edit {
    Edit(edit.field, cluster.value(of: edit.field, knowing: &made).map { .string(ExactString($0)) } ?? .removed)
  }

  /// The Pods of the namespaces of some edits.
  private func pods(touchedBy edits: [Edit]) -> Set<ObjectName> {
    let namespaces = edits.namespaces
    return Set(cluster.previewNames.filter { namespaces.contains(ExactString($0.namespace)) })
  }

  /// The workloads whose Pods have to be made anew: what is written on a Namespace counts when a Pod is created, what is written on a
  /// template makes its Pods anew.
  private func restarts(after edits: [Edit], helping subjects: [UpgradeSubject]) -> [WorkloadReference] {
    guard
      edits.contains(where: {
        $0.field.object.kind == Namespace.kind && $0.field.path.steps.contains(.key(ExactString(KumaKey.mesh)))
      })
    else { return [] }
    return Set(subjects).sorted().compactMap { if case .workload(let workload) = $0 { workload } else { nil } }
  }
}

extension UpgradeStep {
  /// The step with what does away with its troubles.
  func withFixes(
    in cluster: Cluster, from old: ControlPlane, to new: ControlPlane, on ground: @autoclosure () -> UpgradeGround
  ) -> UpgradeStep {
    let indices = troubles.indices.filter { troubles[$0].gone == nil && troubles[$0].mayBeHelped }
    guard !indices.isEmpty else { return self }
    let fixes = UpgradeFixes(in: cluster, from: old, to: new, on: ground())
    var step = self
    for index in indices { step.troubles[index].fixes = fixes.fixes(for: troubles[index]) }
    return step
  }
}

extension Trouble {
  /// Whether it is one of those that something which can be written into an object may do away with.
  fileprivate var mayBeHelped: Bool { workloads.contains { $0.changes.contains(where: UpgradeRemedies.mayHelp) } }
}

extension Cluster {
  /// The label or annotation that an edit is about, as it is; nil where it is absent.
  fileprivate func value(of field: ObjectField, knowing made: inout MadePods) -> String? {
    guard let last = field.path.steps.last, case .key(let key) = last else { return nil }
    let isLabel = field.path.steps.contains("labels")
    let object = field.object
    let metadata: (labels: StringMap, annotations: StringMap)?
    switch object.kind {
    case Namespace.kind: metadata = namespace(object.name).map { ($0.metadata.labels, $0.metadata.annotations) }
    case Service.kind:
      guard let service = service(object.objectName) else { return nil }
      if case .index(let index)? = field.path.steps.dropLast().last, service.ports.indices.contains(index) {
        return service.ports[index].appProtocol
      }
      metadata = (service.metadata.labels, service.metadata.annotations)
    case Pod.kind: metadata = pod(object.objectName).map { ($0.metadata.labels, $0.metadata.annotations) }
    default:
      let reference = WorkloadReference(kind: object.kind, namespace: object.namespace, name: object.name)
      let template = workload(reference)?.podTemplate.map { ($0.labels, $0.annotations) }
      let first = template == nil ? made.names(madeBy: reference, in: self).first.flatMap(pod) : nil
      metadata = template ?? first.map { ($0.metadata.labels, $0.metadata.annotations) }
    }
    return isLabel ? metadata?.labels[key.string] : metadata?.annotations[key.string]
  }
}

extension Edit {
  /// Whether it has Pods reach every service directly.
  fileprivate var isDirectAccessToAll: Bool {
    field.path.steps.last == .key(ExactString(KumaKey.directAccessServices))
      && change == .string(ExactString(DirectAccess.wildcard))
  }
}
