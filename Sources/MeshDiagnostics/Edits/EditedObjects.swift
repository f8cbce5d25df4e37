import KubernetesObjects
import MeshMapping

/// The objects that edits made others, one for one.
struct EditedObjects {
  /// As they were; an object that several edits changed as each of them found it.
  var before: [ClusterObject] = []
  /// As they are then.
  var after: [ClusterObject] = []
  /// Whether every edit could be made.
  var isComplete = true

  /// Adds an object that takes the place of another one.
  mutating func add(_ object: KubernetesObject, insteadOf old: KubernetesObject) {
    before.append(.kubernetes(old))
    after.append(.kubernetes(object))
  }
}
