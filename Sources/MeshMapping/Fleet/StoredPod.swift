import KubernetesObjects

/// A Pod as a fleet keeps it.
///
/// A class, though nothing of it ever changes: it is handed from the index to the mapping and on to the report, and a value with
/// so many fields costs as many counted references each time.
final class StoredPod: Sendable {
  let pod: Pod

  /// The given Pod.
  init(_ pod: Pod) {
    self.pod = pod
  }
}

/// Equal are stored Pods of the same content.
extension StoredPod: Hashable {
  /// Whether both are the same Pod, field by field.
  static func == (left: StoredPod, right: StoredPod) -> Bool {
    left === right || left.pod == right.pod
  }

  /// Feeds the Pod to a hasher.
  func hash(into hasher: inout Hasher) {
    hasher.combine(pod)
  }
}
