import KubernetesObjects

/// An object that cannot be read, and where it stands.
struct UnreadObject: Sendable {
  let failure: ObjectFailure
  let place: InputPlace
}
