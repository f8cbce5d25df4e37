import KubernetesObjects
import MeshDiagnostics
import MeshMapping

/// Upgrade notes on objects, each note once with the objects that it concerns.
struct NoteText {
  let style: Style

  /// How many objects are named for one note; JSON has them all.
  static let namedObjects = 5

  /// The notes by what they say, each with the objects that it concerns.
  static func groups(_ notes: [NoteOnObject]) -> [(note: UpgradeNote, on: [NoteOnObject])] {
    var groups: [(note: UpgradeNote, on: [NoteOnObject])] = []
    for note in notes {
      if let last = groups.last, last.note.id == note.note.id {
        groups[groups.count - 1].on.append(note)
      } else {
        groups.append((note.note, [note]))
      }
    }
    return groups
  }

  /// The lines of notes, those first that must be seen to.
  func lines(of step: UpgradeStep) -> [String] {
    let blocking = Set(step.blockingNotes.map(\.note.id))
    let groups = Self.groups(step.notesBesideTroubles)
    return (groups.filter { blocking.contains($0.note.id) } + groups.filter { !blocking.contains($0.note.id) })
      .flatMap { group in
        let head = "from \(group.note.release): \(group.note.summary)"
        let objects = group.on.prefix(Self.namedObjects).map { "  \(Self.name(of: $0)), \($0.phrase)" }
        let more = group.on.count > Self.namedObjects ? ["  and \(group.on.count - Self.namedObjects) more"] : []
        return [blocking.contains(group.note.id) ? style.bad(head) : style.notable(head)] + objects + more
          + doing(group.note, in: step).map { "  \($0)" }
      }
  }

  /// What to do about a note: the edits that were tried, where there are any.
  private func doing(_ note: UpgradeNote, in step: UpgradeStep) -> [String] {
    guard let fix = step.noteFixes.first(where: { $0.note == note }) else { return ["to do: \(note.remedy)"] }
    return [style.good("fix: \(fix.fix.message)")] + TroubleText.commands(of: fix.fix).map { "  \($0)" }
      + ["  \(TroubleText.effectNow(fix.changesNow))"]
  }

  /// The object that a note is on, with how many more of its workload show the same.
  private static func name(of note: NoteOnObject) -> String {
    guard let workload = note.workload, note.count > 1 else { return "\(note.object)" }
    return "\(note.object) and \(note.count - 1) more of \(workload.phrase)"
  }
}
