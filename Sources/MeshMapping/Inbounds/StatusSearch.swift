import KubernetesObjects

/// Finds whether containers of one Pod are ready, one after the other, in time linear in their number.
struct StatusSearch {
  private var statuses = GrowingIndex<ExactString, Bool>()

  /// Whether a container is ready, by the first status of its name; nil where nothing is known of it.
  mutating func readiness(ofContainer index: Int, of pod: Pod) -> Bool? {
    let name = pod.spec.containers[index].name
    return statuses.find(
      ExactString(name),
      looking: { pod.status.containerStatuses.first { $0.name.hasSameBytes(as: name) }?.isReady },
      all: { pod.status.containerStatuses.map { (ExactString($0.name), $0.isReady) } })
  }
}
