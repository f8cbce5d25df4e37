import KubernetesObjects
import MeshDiagnostics

/// The fields that edits which are made together are about.
struct EditedFields {
  private var changes: [ObjectField: Edit.Change] = [:]
  /// The fields above them.
  private var above: Set<ObjectField> = []

  /// What other edits have to do with those.
  enum Relation {
    /// They are made already.
    case made
    /// They are of other fields.
    case apart
    /// One is of a field that is edited, or of one in it or around it.
    case overlapping
  }

  /// What other edits have to do with those.
  func relation(to edits: [Edit]) -> Relation {
    if edits.allSatisfy({ changes[$0.field] == $0.change }) { return .made }
    let isApart = edits.allSatisfy { edit in
      changes[edit.field] == nil && !above.contains(edit.field)
        && Self.fields(above: edit.field).allSatisfy { changes[$0] == nil }
    }
    return isApart ? .apart : .overlapping
  }

  /// Adds edits.
  mutating func add(_ edits: [Edit]) {
    for edit in edits {
      changes[edit.field] = edit.change
      above.formUnion(Self.fields(above: edit.field))
    }
  }

  private static func fields(above field: ObjectField) -> [ObjectField] {
    let steps = field.path.steps
    return steps.indices.map { ObjectField(field.object, DocumentPath(Array(steps[..<$0]))) }
  }
}
