import KubernetesObjects
public import MeshMapping

/// What happens from one release to another, without stops between, as far as somebody has to know it before.
public struct UpgradeStep: Sendable, Hashable {
  /// The release before.
  public let old: KumaRelease
  /// The release after.
  public let new: KumaRelease
  /// What needs attention, first what begins first and matters most. What is gone again before the release after only concerns those
  /// who stop on the way.
  public internal(set) var troubles: [Trouble]
  /// What needs attention only once the fixes of troubles are made: what the trouble hid before.
  public internal(set) var followUps: [Trouble] = []
  /// How many workloads are looked at: a step of none cannot be told.
  public let workloads: Int
  /// How many workloads change in a way that needs no attention, and in no other.
  public let harmless: Int
  /// How many workloads lose all tags of their inbounds, as every Dataplane does: a matter of the whole cluster, which needs no attention
  /// but where somebody selects by them.
  public let losingTags: Int
  /// The upgrade notes that concern objects of the input and that no difference of a Pod tells (``UpgradeNote``), in their order.
  public internal(set) var notes: [NoteOnObject] = []
  /// What does away with notes, in their order, where edits of the objects that they are on do.
  public internal(set) var noteFixes: [NoteFix] = []
  /// The workloads of which something that may need attention rests on what the input lacks, by namespace and name.
  public let undecided: [UndecidedWorkload]
  /// What the input lacks of their Pods.
  let deciding: [Incompleteness]
  /// What the input lacks that needs no attention whatever it is, and of how many Pods.
  private(set) var harmlessUnknowns: [Incompleteness]

  /// What may be there besides what is looked at: Pods, what makes them, and meshes that could not be read, and policies that a note may refuse.
  var unread: [Incompleteness] = []
  /// What could not be read, or was left out by a list.
  var unreadable: Set<ObjectReference> = []

  /// What the input lacks, and of how many Pods something rests on it that may need attention.
  public var incomplete: [Incompleteness] {
    let known = workloads == 0 ? [Incompleteness(needs: .pods, pods: 0)] : deciding
    return Incompleteness.all(known, naming: unreadable, besides: unread)
  }

  /// What needs attention in the release after.
  ///
  /// - Complexity: O(*n*) for *n* troubles.
  public var lasting: [Trouble] { troubles.filter { $0.gone == nil } }

  /// What needs attention in releases on the way only.
  ///
  /// - Complexity: O(*n*) for *n* troubles.
  public var passing: [Trouble] { troubles.filter { $0.gone != nil } }

  /// Whether the step can be made.
  ///
  /// - Complexity: O(*n*) for *n* workloads.
  public var verdict: Verdict {
    let troubled = lasting.subjects
    let objects = Set(blockingNotes.map(\.object))
    if !troubled.isEmpty || !objects.isEmpty { return .notReady(workloads: troubled.count, objects: objects.count) }
    return incomplete.isEmpty ? .ready : .cannotTell(needs: incomplete.map(\.needs))
  }

  /// Adds what of a cluster could not be read, and may be what needs attention.
  mutating func addUnread(of cluster: Cluster) {
    unreadable = cluster.completeness.unreadable
    guard !unreadable.isEmpty else { return }
    harmlessUnknowns = harmlessUnknowns.map { $0.naming(unreadable) }
    let notes = UpgradeNote.all.filter { $0.check != nil && $0.isPassed(from: old, to: new) && mayBlock($0) }
    let refusable = unreadable.filter { object in
      object.kind.isEmpty
        || notes.contains { $0.kinds.isEmpty || $0.kinds.contains { $0.hasSameBytes(as: object.kind) } }
    }
    unread = Incompleteness.ofUnread(unreadable, of: [.meshes, .pods]) + Incompleteness.ofUnread(refusable, of: [.policies])
  }
}

extension UpgradeStep {
  /// The notes for which the step cannot be made: an object around Pods, a Mesh or a policy say, is refused, or in another major
  /// release silently does something else than what is written in it. What Pods and Services are judged by is mapped; Dataplanes that are there are not.
  ///
  /// - Complexity: O(*n*) for *n* notes.
  public var blockingNotes: [NoteOnObject] {
    notes.filter { note in
      let isMapped = ["Pod", "Service", "Namespace"].contains(note.object.kind) || note.workload != nil
      return !isMapped && note.seen != .nothing && mayBlock(note.note)
    }
  }

  /// The notes on objects that the verdict does not decide, each once, in their order: something may no longer work, which no object
  /// shows (UPG-5).
  ///
  /// - Complexity: O(*n*) for *n* notes.
  public var notesToRead: [UpgradeNote] {
    let decided = Set(blockingNotes)
    var seen: Set<UpgradeNote> = []
    return notes.filter { $0.note.bearing == .toRead && !decided.contains($0) }.map(\.note).filter {
      seen.insert($0).inserted
    }
  }

  /// The notes on objects that no trouble tells.
  ///
  /// - Complexity: O(*n*) for *n* notes.
  public var notesBesideTroubles: [NoteOnObject] {
    let told = Set(troubles.compactMap(\.note))
    return notes.filter { !told.contains($0.note) }
  }

  /// Whether the step cannot be made where a note concerns an object around Pods.
  private func mayBlock(_ note: UpgradeNote) -> Bool {
    guard note.bearing != .none else { return false }
    return note.effect == .refused || note.effect == .silent && new.major > old.major
  }
}

extension [Trouble] {
  /// The workloads that any of these is done to.
  package var subjects: Set<UpgradeSubject> { Set(lazy.flatMap(\.workloads).map(\.subject)) }
}
