import KubernetesObjects
import MeshMapping

/// An object of the input, with what it shows of the control plane that runs there.
struct InputElement: ListElement {
  let object: ClusterObject
  let sighting: ControlPlaneSighting?
  let mark: Mark

  /// What is to be known of an object whose kind nobody reads.
  enum Mark: Sendable, Hashable {
    case none
    /// It is a patch by what it says, and no object of its own.
    case patch
    /// There are Pods in it, or a template of them, at this path.
    case pods(at: ExactString)
  }

  private struct NamePart: Decodable {
    struct Metadata: Decodable {
      let name: String?
      let namespace: String?
    }

    let metadata: Metadata?
  }

  init(from decoder: any Decoder, as type: ObjectType) throws {
    guard !PatchMark.isIn(decoder) else {
      mark = .patch
      let metadata = (try? NamePart(from: decoder))?.metadata
      let patch = UnsupportedObject(type: type, namespace: metadata?.namespace, name: metadata?.name ?? "")
      (object, sighting) = (.kubernetes(.unsupported(patch)), nil)
      return
    }
    object = try ClusterObject(from: decoder, as: type)
    if case .kubernetes(.unsupported) = object, let path = PodTemplateShape.path(in: decoder, type) {
      mark = .pods(at: ExactString(path))
    } else {
      mark = .none
    }
    sighting = try ControlPlaneSighting(of: object, type, at: decoder)
  }

  var reference: ObjectReference { object.reference }
}
