import KubernetesObjects

/// The Pods that the workloads of a namespace will make, worked out when they are first asked for.
final class PlannedEntries {
  private let objects: NamespaceObjects
  /// The entries by the name of their Pods.
  private lazy var entries = objects.plannedIndex

  /// The Pods of a namespace.
  init(in objects: NamespaceObjects) {
    self.objects = objects
  }

  /// What workloads will make under a name.
  subscript(name: String) -> [PlannedEntry] { entries[name] }
}
