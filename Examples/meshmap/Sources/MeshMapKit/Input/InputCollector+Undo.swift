import KubernetesObjects
import MeshMapping

extension InputCollector {
  /// Something that cannot be used.
  enum Mistake {
    case problem(InputProblem)
    /// A source or a document that cannot be read, so that nobody knows which objects it holds.
    case document(InputProblem)
    case object(ObjectFailure, InputPlace)
    /// An object that is a patch of another one, or of none that is there.
    case patch(ObjectFailure, InputPlace)

    /// The document that nobody knows the objects of by it; nil where what cannot be used names itself, or is no object.
    var unknownDocument: ObjectReference? {
      switch self {
      case .problem: nil
      case .document(let problem): ObjectReference(document: problem.place)
      case .object(let failure, let place):
        failure.reference == nil ? ObjectReference(document: place.description) : nil
      case .patch(_, let place): place.source.unapplied
      }
    }
  }

  /// What has to be known to take back what a document gave.
  struct Undo {
    let objects: Int
    let failures: Int
    let cutNotes: Int
    let mistakes: Int
    let repeated: Int
    let replaced: Int
    let partial: Int
    let skipped: SkippedDocuments
    let failureCount: Int
  }

  /// What an object was before another one of its name came.
  struct Replaced {
    let index: Int
    let object: ClusterObject
    let place: InputPlace
    let isRemoved: Bool
  }

  /// What may be taken back as one.
  enum Part: Int {
    case source
    case document
  }
}
