public import KubernetesObjects
public import MeshMapping

/// A note that concerns an object, with the field that shows it.
public struct NoteOnObject: Sendable, Hashable {
  /// The note.
  public let note: UpgradeNote
  /// The object. Where Pods of one workload show the same, it is the first of them; of Pods that there are not yet, the workload.
  public let object: ObjectReference
  /// The path to the field, e.g. `spec.targetRef.kind`.
  public let path: DocumentPath
  /// What stands there.
  public let seen: Seen
  /// What makes the Pod; nil for other objects, and where nothing does.
  public let workload: WorkloadReference?
  /// How many objects show the same: Pods of one workload, 1 for others.
  public let count: Int

  /// A note with the given values.
  public init(
    note: UpgradeNote,
    object: ObjectReference,
    path: DocumentPath,
    seen: Seen,
    workload: WorkloadReference? = nil,
    count: Int = 1
  ) {
    self.note = note
    self.object = object
    self.path = path
    self.seen = seen
    self.workload = workload
    self.count = count
  }

  /// What stands in a field.
  public enum Seen: Sendable, Hashable {
    /// A value.
    case value(ExactString)
    /// Anything.
    case something
    /// Nothing.
    case nothing
  }
}

extension NoteOnObject {
  /// What stands in the field and what changes about it, in sentences, e.g. `spec.targetRef.kind is "MeshSubset". A policy …`.
  public var message: String { "\(phrase). \(note.summary)" }

  /// What to do, a sentence.
  public var remedy: String { note.remedy }

  /// What stands in the field, a part of a sentence.
  public var phrase: String {
    switch seen {
    case .value(let value): "\(path) is \(value.string.quotedSafely)"
    case .something: "\(path) is set"
    case .nothing: "\(path) is not set"
    }
  }
}

extension NoteOnObject: CustomStringConvertible {
  /// The object, what stands in the field, what changes, and what to do.
  public var description: String { "\(object): \(message) \(remedy)" }
}
