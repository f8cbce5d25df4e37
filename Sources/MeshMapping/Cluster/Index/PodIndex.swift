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

  /// Adds a Pod, or replaces the one of its name: then only what differs is filed anew, whatever else has the same labels.
  mutating func insert(_ pod: Pod, under controlPlane: ControlPlane) {
    let old = pods[pod.metadata.name]
    // What it replaces is mostly nearly the same.
    let prepared = PreparedPod(pod, like: old ?? latest, under: controlPlane)
    latest = prepared
    let slot = pods.insert(prepared, named: pod.metadata.name)
    refile(slot, from: old?.pod, to: pod)
  }

  /// Takes a Pod away.
  mutating func remove(_ name: String) {
    guard let slot = pods.slot(of: name), let prepared = pods[slot] else { return }
    if latest === prepared { latest = nil }
    refile(slot, from: prepared.pod, to: nil)
    pods.remove(name)
  }

  /// Files the slot of a Pod under what is now found through it, and no longer under what was before.
  private mutating func refile(_ slot: Int32, from old: Pod?, to new: Pod?) {
    refileLabels(slot, from: old?.metadata.labels ?? [:], to: new?.metadata.labels ?? [:])
    refileOwners(slot, from: old?.metadata.ownerReferences ?? [], to: new?.metadata.ownerReferences ?? [])
    Self.refile(slot, from: old.map(Self.identifier), to: new.map(Self.identifier), in: &byIdentifier)
    Self.refile(slot, from: old.flatMap(Self.node), to: new.flatMap(Self.node), in: &byNode)
  }

  private mutating func refileLabels(_ slot: Int32, from old: StringMap, to new: StringMap) {
    if old.isEmpty {
      for label in new.entries { byLabel.insert(slot, under: label) }
    } else if old != new {
      for label in old.entries where !Self.has(label, among: new) { byLabel.remove(slot, under: label) }
      for label in new.entries where !Self.has(label, among: old) { byLabel.insert(slot, under: label) }
    }
  }

  private static func has(_ label: StringMap.Entry, among labels: StringMap) -> Bool {
    labels[label.key]?.hasSameBytes(as: label.value) ?? false
  }

  private mutating func refileOwners(_ slot: Int32, from old: [OwnerReference], to new: [OwnerReference]) {
    if old == new { return }
    for owner in old { byOwner.remove(slot, under: StringMap.Entry(key: owner.kind, value: owner.name)) }
    for owner in new { byOwner.insert(slot, under: StringMap.Entry(key: owner.kind, value: owner.name)) }
  }

  private static func refile(
    _ slot: Int32,
    from old: ExactString?,
    to new: ExactString?,
    in index: inout [ExactString: SlotList]
  ) {
    if old == new { return }
    if let old { index.remove(slot, under: old) }
    if let new { index.insert(slot, under: new) }
  }

  private static func identifier(of pod: Pod) -> ExactString { ExactString(pod.metadata.uid) }

  /// The Node that a Pod is bound to; nil where it is bound to none.
  private static func node(of pod: Pod) -> ExactString? {
    pod.spec.nodeName.isEmpty ? nil : ExactString(pod.spec.nodeName)
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

  /// The Pods whose labels contain a selector; an empty one selects all. O(*m* log *m*) for *m* Pods with the rarest pair of the selector.
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
