import KubernetesObjects

/// The Pods of a namespace, found through what events are about: labels, identifiers, owners, Nodes.
struct PodIndex: Sendable {
  private var pods = SlotMap<PreparedPod>()
  private var byLabel = PairIndex()
  /// Owners as pairs of kind and name.
  private var byOwner = PairIndex()
  /// Identifiers are unique in a cluster, but manifests have none.
  private var byIdentifier: [ExactString: SlotList] = [:]
  private var byNode: [ExactString: SlotList] = [:]
  /// The Pod that was added last: those of a template mostly come one after the other.
  private var latest: PreparedPod?

  /// How many Pods there are.
  var count: Int { pods.count }

  /// Whether there are none.
  var isEmpty: Bool { pods.count == 0 }

  /// The Pod of a name.
  subscript(name: String) -> PreparedPod? { pods[name] }

  /// The names of all Pods, in no order.
  var names: [String] { pods.names }

  /// All Pods, in no order.
  var all: some Sequence<PreparedPod> { pods.all }

  /// Adds a Pod, or replaces the one of its name.
  mutating func insert(_ pod: Pod, under controlPlane: ControlPlane) {
    // What it replaces is mostly nearly the same.
    let sibling = pods[pod.metadata.name] ?? latest
    remove(pod.metadata.name)
    let prepared = PreparedPod(pod, like: sibling, under: controlPlane)
    latest = prepared
    let slot = pods.insert(prepared, named: pod.metadata.name)
    for label in pod.metadata.labels.entries { byLabel.insert(slot, under: label) }
    for owner in pod.metadata.ownerReferences {
      byOwner.insert(slot, under: StringMap.Entry(key: owner.kind, value: owner.name))
    }
    byIdentifier.insert(slot, under: ExactString(pod.metadata.uid))
    if !pod.spec.nodeName.isEmpty { byNode.insert(slot, under: ExactString(pod.spec.nodeName)) }
  }

  /// Takes a Pod away.
  mutating func remove(_ name: String) {
    guard let slot = pods.slot(of: name), let prepared = pods[slot] else { return }
    if latest === prepared { latest = nil }
    let pod = prepared.pod
    for label in pod.metadata.labels.entries { byLabel.remove(slot, under: label) }
    for owner in pod.metadata.ownerReferences {
      byOwner.remove(slot, under: StringMap.Entry(key: owner.kind, value: owner.name))
    }
    byIdentifier.remove(slot, under: ExactString(pod.metadata.uid))
    byNode.remove(slot, under: ExactString(pod.spec.nodeName))
    pods.remove(name)
  }

  /// Prepares all Pods anew that another control plane would prepare otherwise. O(*n*) for *n* Pods.
  mutating func prepare(under controlPlane: ControlPlane) {
    // All were prepared under the same control plane.
    if pods.all.first(where: { _ in true })?.isPrepared(under: controlPlane) ?? true { return }
    latest = nil
    var sibling: PreparedPod?
    pods.mapObjects { old in
      let new = PreparedPod(old.pod, like: sibling, under: controlPlane)
      sibling = new
      return new
    }
  }

  /// The Pods whose labels contain a selector; an empty one selects all. O(*m*) for *m* Pods with the rarest pair of the selector.
  func pods(selectedBy selector: StringMap) -> [PreparedPod] {
    guard let rarest = selector.entries.min(by: { byLabel.count(of: $0) < byLabel.count(of: $1) }) else { return Array(all) }
    return byLabel[rarest.key, rarest.value].compactMap { pods[$0] }.filter { $0.pod.metadata.labels.contains(selector) }
  }

  /// The Pods that name an object as an owner.
  func pods(ownedBy kind: String, _ name: String) -> [PreparedPod] {
    byOwner[kind, name].compactMap { pods[$0] }
  }

  /// What owns Pods, as pairs of kind and name, each once. O(*n*).
  var owners: [StringMap.Entry] { byOwner.pairs }

  /// The Pods of an identifier.
  func pods(identifiedBy uid: String) -> [PreparedPod] {
    byIdentifier[ExactString(uid)]?.slots.compactMap { pods[$0] } ?? []
  }

  /// The Pods on a Node.
  func pods(on node: String) -> [PreparedPod] {
    byNode[ExactString(node)]?.slots.compactMap { pods[$0] } ?? []
  }
}
