import KubernetesObjects

/// What the workloads of a namespace will make, in order and by the name of the Pods.
struct PlannedIndex: Sendable {
  /// By the name of the Pods, and then by kind and group.
  let sorted: [PlannedEntry]
  private let byName: [ExactString: [PlannedEntry]]

  /// An index of some entries, which are in order.
  init(_ entries: [PlannedEntry]) {
    sorted = entries
    byName = Dictionary(grouping: entries) { ExactString($0.pods.name.description) }
  }

  /// What workloads will make under a name.
  subscript(name: String) -> [PlannedEntry] { byName[ExactString(name)] ?? [] }
}
