import KubernetesObjects
import MeshMapping

/// An object of the input, with what it shows of the control plane that runs there.
struct InputElement: ListElement {
  let object: ClusterObject
  let sighting: ControlPlaneSighting?
  /// Whether it is a patch by what it says, and no object of its own.
  let isPatch: Bool

  private struct NamePart: Decodable {
    struct Metadata: Decodable {
      let name: String?
      let namespace: String?
    }

    let metadata: Metadata?
  }

  init(from decoder: any Decoder, as type: ObjectType) throws {
    isPatch = PatchMark.isIn(decoder)
    guard !isPatch else {
      let metadata = (try? NamePart(from: decoder))?.metadata
      let patch = UnsupportedObject(type: type, namespace: metadata?.namespace, name: metadata?.name ?? "")
      (object, sighting) = (.kubernetes(.unsupported(patch)), nil)
      return
    }
    object = try ClusterObject(from: decoder, as: type)
    sighting = try ControlPlaneSighting(of: object, type, at: decoder)
  }

  var reference: ObjectReference { object.reference }
}
