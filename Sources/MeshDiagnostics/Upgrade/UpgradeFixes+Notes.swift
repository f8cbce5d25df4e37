import KubernetesObjects
import MeshMapping

extension UpgradeFixes {
  /// What does away with a note on the objects that it concerns; nil where no edit does, or one does harm.
  func fix(of note: UpgradeNote, on found: [NoteOnObject]) -> NoteFix? {
    guard let mend = note.mend else { return nil }
    var seen: Set<Edit> = []
    let edits = found.byObject.flatMap { notes in
      mend.changes(notes.map { NoteSight(pathInObject(of: $0), $0.seen) }).compactMap { change in
        field(change.path, of: notes[0]).map { Edit($0, change.change) }
      }
    }
    .filter { seen.insert($0).inserted }
    guard !edits.isEmpty, let edited = cluster.applying(edits), let trial = trial(of: edits, in: edited) else { return nil }
    guard !Cluster(edited, under: old).isConcerned(by: note) else { return nil }
    return NoteFix(of: note, Fix(mend.message, edits, pods: trial.pods, restarts: []), changesNow: trial.changesNow)
  }

  /// The path of what shows a note in its object; of a Pod that there is not yet, in the Pod.
  private func pathInObject(of note: NoteOnObject) -> DocumentPath {
    note.isOfTemplate ? DocumentPath(Array(note.path.steps.dropFirst(note.object.templateSteps.count))) : note.path
  }

  /// A field of the object that a note is on, or of the Pod, where that is edited.
  private func field(_ path: DocumentPath, of note: NoteOnObject) -> ObjectField? {
    if note.isOfTemplate { return ObjectField(note.object, DocumentPath(note.object.templateSteps + path.steps)) }
    guard note.object.kind == Pod.kind else { return ObjectField(note.object, path) }
    return remedies.cluster.previews(of: [note.object.objectName]).first.map {
      EditablePod(of: $0, in: remedies.cluster).editable(path.steps)
    }
  }
}

extension NoteOnObject {
  /// Whether the note is on what Pods will be made of.
  fileprivate var isOfTemplate: Bool { workload != nil && object.kind != Pod.kind }
}

extension [NoteOnObject] {
  /// The notes of each object together, in the order in which the objects come.
  fileprivate var byObject: [[NoteOnObject]] {
    var groups: [[NoteOnObject]] = []
    for note in self {
      if let index = groups.firstIndex(where: { $0[0].object == note.object }) {
        groups[index].append(note)
      } else {
        groups.append([note])
      }
    }
    return groups
  }
}

extension UpgradeStep {
  /// Adds what does away with notes.
  mutating func addNoteFixes(
    in cluster: Cluster, from old: ControlPlane, to new: ControlPlane, on ground: @autoclosure () -> UpgradeGround
  ) {
    let groups = Dictionary(grouping: notes.filter { $0.note.mend != nil }, by: \.note)
    guard !groups.isEmpty else { return }
    let fixes = UpgradeFixes(in: cluster, from: old, to: new, on: ground())
    noteFixes = UpgradeNote.all.compactMap { note in groups[note].flatMap { fixes.fix(of: note, on: $0) } }
    for index in troubles.indices {
      let trouble = troubles[index]
      troubles[index].fixes += noteFixes.filter { $0.note == trouble.note }.map { fix in
        UpgradeFix(fix.fix, workloads: trouble.workloads.map(\.subject), changesNow: fix.changesNow)
      }
    }
  }
}
