import KubernetesObjects
import MeshMapping

extension UpgradeStep {
  /// What happens in a step of a walk.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - workloads: The workloads that are of interest.
  ///   - found: The notes on objects.
  init(_ step: UpgradeWalk.Step, of workloads: WorkloadsOfPods, noting found: FoundNotes = FoundNotes()) {
    let notes = found.notes.filter(workloads.contains)
    let policiesWithoutFrom = Set(notes.filter { Self.notesOfFrom.contains($0.note.id) }.map(\.object))
    let events = step.events.compactMap { $0.ignoringFrom(of: policiesWithoutFrom) }
    let troubles = (Self.troubles(events, of: workloads) + Self.troubles(notes, of: workloads))
      .sorted { $0.order < $1.order }
    let troubled = troubles.subjects
    let changing = Set(step.podsWithHarmlessChanges.flatMap(workloads.subjects))
    var needs: [UpgradeSubject: Set<Completeness.Kind>] = [:]
    let undecided = step.undecided.joined(with: found.undecided).filter { workloads.contains($0.pod) }
    let deciding = Self.lacks(of: undecided.filter(\.mayNeedAttention), of: workloads)
    for pod in undecided where pod.mayNeedAttention {
      for subject in workloads.subjects(of: pod.pod) { needs[subject, default: []].formUnion(pod.needs) }
    }
    self.init(
      old: step.old,
      new: step.new,
      troubles: troubles,
      workloads: workloads.count,
      harmless: changing.subtracting(troubled).count,
      losingTags: Set(step.podsLosingTags.flatMap(workloads.subjects)).count,
      undecided: needs.map { UndecidedWorkload(subject: $0, needs: Completeness.Kind.allCases.filter($1.contains)) }
        .sorted { $0.subject < $1.subject },
      deciding: deciding,
      harmlessUnknowns: Self.lacks(of: undecided.filter { !$0.mayNeedAttention }, of: workloads)
        .filter { lack in !deciding.contains { $0.needs == lack.needs } }
    )
    self.notes = notes
  }

  /// The notes that say of a policy that its field from has no effect any more, whatever it selects.
  private static let notesOfFrom = ["from-gone", "permission-from-gone"]

  /// What the input lacks of some Pods, with how many Pods these stand for.
  private static func lacks(
    of undecided: [ReleaseComparison.Undecided], of workloads: WorkloadsOfPods
  ) -> [Incompleteness] {
    Completeness.Kind.allCases.compactMap { kind in
      let concerned = undecided.filter { $0.needs.contains(kind) }
      let pods = Set(concerned.map(\.pod))
      return pods.isEmpty
        ? nil : Incompleteness(needs: kind, pods: workloads.count(of: pods), missing: concerned.flatMap(\.missing))
    }
  }

  /// What tells one trouble from another.
  private struct Key: Hashable {
    let effect: TroubleEffect
    let causes: [ReleaseChange]
    let otherCauses: Set<ReleaseComparison.OtherCause>
    let first: KumaRelease
    let gone: KumaRelease?
  }

  /// What is done to one workload, taken in Pod by Pod.
  private struct Share {
    private var pods = 0
    private var latest: ObjectName?
    private var changes: [ReleaseComparison.Change] = []

    /// Adds a change of a Pod, which stands for some.
    mutating func add(_ change: ReleaseComparison.Change, ofPods count: Int) {
      if latest != change.pod { pods += count }
      latest = change.pod
      // One Pod shows what changes.
      if changes.first?.pod ?? change.pod == change.pod { changes.append(change) }
    }

    func workload(_ subject: UpgradeSubject) -> TroubledWorkload {
      TroubledWorkload(subject: subject, pods: pods, changes: changes)
    }
  }

  /// The events, those together that the same causes do alike.
  private static func troubles(_ events: [UpgradeWalk.Event], of workloads: WorkloadsOfPods) -> [Trouble] {
    var found: [Key: [UpgradeSubject: Share]] = [:]
    // In the order of Pods, so that the first one shows what changes.
    for event in events {
      let change = event.change
      let key = Key(
        effect: TroubleEffect(of: change), causes: change.causes, otherCauses: change.otherCauses, first: event.first,
        gone: event.gone)
      for subject in workloads.subjects(of: change.pod) {
        found[key, default: [:]][subject, default: Share()].add(change, ofPods: workloads.podsPerSubject(of: change.pod))
      }
    }
    let troubles = found.map { key, workloads in
      Trouble(
        key.effect, causes: key.causes, otherCauses: key.otherCauses, first: key.first, gone: key.gone,
        workloads: workloads.map { $1.workload($0) }.sorted { $0.subject < $1.subject })
    }
    return troubles
  }

  /// What notes say of Pods that no longer works for certain.
  private static func troubles(_ notes: [NoteOnObject], of workloads: WorkloadsOfPods) -> [Trouble] {
    Dictionary(grouping: notes, by: \.note).compactMap { note, notes in
      guard case .breaks(let effect) = note.bearing else { return nil }
      var found: [UpgradeSubject: TroubledWorkload] = [:]
      for note in notes {
        for subject in workloads.subjects(of: note) {
          let pods = note.object.kind != Pod.kind ? 0 : note.workload == nil ? 1 : note.count
          found[subject, default: TroubledWorkload(subject: subject, pods: 0, changes: [])].add(note, ofPods: pods)
        }
      }
      return Trouble(
        effect, note: note, first: note.release, workloads: found.values.sorted { $0.subject < $1.subject })
    }
  }
}

extension Trouble {
  /// What comes first: what begins first, then what matters most, then the order of the history.
  fileprivate var order: (KumaRelease, TroubleEffect, String) {
    (first, effect, (causes.map(\.id) + [note?.id ?? "", gone?.description ?? ""]).joined(separator: " "))
  }
}

extension UpgradeWalk.Event {
  /// The event without who selects by what changes in a field that has no effect any more; nil where nobody else minds.
  fileprivate func ignoringFrom(of policies: Set<ObjectReference>) -> UpgradeWalk.Event? {
    guard !policies.isEmpty, !change.selectedBy.isEmpty else { return self }
    var change = change
    change.ignorePolicies { selecting in
      policies.contains(selecting.policy) && selecting.selection.path.steps.prefix(2).contains("from")
    }
    guard change.needsAttention else { return nil }
    var event = UpgradeWalk.Event(change: change, first: first)
    event.gone = gone
    return event
  }
}

extension TroubledWorkload {
  /// Adds a note on some of the Pods.
  fileprivate mutating func add(_ note: NoteOnObject, ofPods count: Int) {
    // Pods that show two things are the same ones.
    pods = max(pods, count)
    notes.append(note)
  }
}
