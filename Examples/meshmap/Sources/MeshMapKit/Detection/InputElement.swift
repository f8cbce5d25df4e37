import KubernetesObjects
import MeshMapping

/// An object of the input, with what it shows of the control plane that runs there.
struct InputElement: ListElement {
  let object: ClusterObject
  let sighting: ControlPlaneSighting?

  init(from decoder: any Decoder, as type: ObjectType) throws {
    object = try ClusterObject(from: decoder, as: type)
    sighting = ControlPlaneSighting(of: object, type, at: decoder)
  }

  var reference: ObjectReference { object.reference }
}
