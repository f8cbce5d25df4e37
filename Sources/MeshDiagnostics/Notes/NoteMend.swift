import KubernetesObjects
import MeshMapping

/// Edits of the object that shows a note, after which it shows it no more.
struct NoteMend: Sendable {
  /// What they do, as an imperative that is safe to print and has no full stop.
  let message: String
  /// What becomes of which fields, by all that one object shows; paths of a Pod are those in the Pod, wherever it is written.
  let changes: @Sendable ([NoteSight]) -> [Change]

  /// What becomes of a field.
  struct Change: Sendable, Hashable {
    let path: DocumentPath
    let change: Edit.Change

    init(_ path: DocumentPath, _ change: Edit.Change) {
      self.path = path
      self.change = change
    }

    /// An annotation that is written.
    static func annotation(_ key: String, _ value: String) -> Change {
      Change(DocumentPath(["metadata", "annotations", .key(ExactString(key))]), .string(ExactString(value)))
    }

    /// A label that is written.
    static func label(_ key: String, _ value: String) -> Change {
      Change(DocumentPath(["metadata", "labels", .key(ExactString(key))]), .string(ExactString(value)))
    }
  }

  /// Whatever shows the note is removed.
  static func removing(_ message: String) -> NoteMend {
    NoteMend(message: message) { sights in sights.map { Change($0.path, .removed) } }
  }

  /// Whatever shows the note is given a value.
  static func writing(_ value: String, _ message: String) -> NoteMend {
    NoteMend(message: message) { sights in sights.map { Change($0.path, .string(ExactString(value))) } }
  }

  /// Annotations that are written under another key too, so that older releases still read them.
  static func copying(_ keys: [String: String], _ message: String) -> NoteMend {
    NoteMend(message: message) { sights in
      sights.compactMap { sight in sight.key.flatMap { keys[$0] }.map { .annotation($0, sight.text) } }
    }
  }
}

extension NoteSight {
  /// The key that the path ends with; nil where it ends otherwise.
  var key: String? {
    guard case .key(let key)? = path.steps.last else { return nil }
    return key.string
  }
}
