import KubernetesObjects

/// What the answers about a Pod rest on, so that Pods of the same are answered alike: its template, and what is around it.
///
/// What tells the replicas of a workload apart is left out where nothing reads it: names, addresses, identifiers.
struct PodLikeness: Sendable, Hashable {
  private let namespace: ExactString
  /// The Pod without what tells replicas apart.
  private let pod: Pod
  /// How the name is built, which services were named after in old releases.
  private let nameShape: [Int]
  /// The labels of its Node that become tags, with what of their values matters; nil where there is no such Node.
  private let nodeLabels: StringMap?
  /// The Services that name it behind them.
  private let services: [ExactString]
  /// The Dataplane that exists, as far as a new one is made from it.
  private let existing: Dataplane?
  /// Whether it lists services for direct access.
  let listsDirectAccess: Bool

  /// What two clusters tell of a Pod.
  struct Pair: Hashable {
    let key: PodLikeness
    let edited: PodLikeness?
  }
}

extension PodLikeness {
  /// What is around the Pods of a namespace.
  struct Surroundings {
    /// The name of the namespace.
    let namespace: ExactString
    /// The Dataplanes that exist, by name.
    let dataplanes: [ExactString: Dataplane]
    /// The labels that no Service selects by and that tell Pods of a StatefulSet apart.
    let ownLabels: [String]
    /// Whether the names of Pods are read as tags.
    let isNameRead: Bool
    /// The Services whose EndpointSlices name Pods, by the Pod's identifier.
    let services: [ExactString: [ExactString]]
    /// The labels of Nodes that may become tags, by Node.
    let nodes: [ExactString: StringMap]
    /// Those of them that are only copied, so that their values matter to nobody.
    let copiedLabels: [String]
  }

  /// What the answers about a Pod rest on.
  init(of pod: Pod, in surroundings: Surroundings) {
    namespace = surroundings.namespace
    let name = pod.metadata.name
    let annotations = pod.metadata.annotations
    listsDirectAccess = annotations[KumaKey.directAccessServices] != nil
    nameShape = [name.utf8.count, name.utf8.count { $0 == UInt8(ascii: "-") }]
    nodeLabels = surroundings.nodes[ExactString(pod.spec.nodeName)]
    services = surroundings.services[ExactString(pod.metadata.uid)] ?? []
    // Proxies of zones and gateways that Kuma runs are few, and made from what exists of their name.
    let isOwn =
      surroundings.isNameRead || [KumaKey.ingress, KumaKey.egress, KumaKey.gateway].contains { annotations[$0] != nil }
    let dataplane = surroundings.dataplanes[ExactString(name)]
    var pod = pod
    pod.metadata.labels = pod.metadata.labels.without(surroundings.ownLabels)
    pod.metadata.annotations = annotations.ofKuma
    if !isOwn { pod.metadata.name = "" }
    pod.metadata.uid = pod.metadata.uid.isEmpty ? "" : "uid"
    pod.spec.nodeName = pod.spec.nodeName.isEmpty ? "" : "node"
    pod.status.podIP = pod.status.podIP.addressFamily
    if annotations[KumaKey.tokenVolume] == nil { pod.spec.volumeNames = [] }
    self.pod = pod
    existing = isOwn ? dataplane : dataplane?.base(in: surroundings)
  }
}

extension Dataplane {
  /// What a new Dataplane is made from: the labels, annotations and listeners, and the kind of proxy.
  fileprivate func base(in surroundings: PodLikeness.Surroundings) -> Dataplane {
    var base = self
    base.metadata.name = ""
    base.metadata.ownerReferences = []
    base.metadata.labels = metadata.labels.without(surroundings.ownLabels)
      .withoutPlainValues(of: surroundings.copiedLabels)
    // Both say the name of the Pod again.
    if let name = base.metadata.labels[KumaKey.displayName], name.hasSameBytes(as: metadata.name) {
      base.metadata.labels[KumaKey.displayName] = ""
    }
    base.metadata.annotations = metadata.annotations.without([KumaKey.displayName])
    base.networking = Networking(address: "")
    base.networking.gateway = networking.gateway
    base.networking.listeners = networking.listeners
    base.metrics = nil
    base.probes = nil
    return base
  }
}

extension StringMap {
  /// The map without some keys.
  fileprivate func without(_ keys: [String]) -> StringMap {
    var map = self
    for key in keys where map[key] != nil { map[key] = nil }
    return map
  }

  /// The map, in which values of some keys that are allowed for tags and labels are the same one.
  func withoutPlainValues(of keys: [String]) -> StringMap {
    var map = self
    for key in keys {
      guard let value = map[key], !value.isEmpty, TagSyntax.isValue(value), LabelSyntax.isValue(value) else { continue }
      map[key] = "value"
    }
    return map
  }

  /// The entries that Kuma may read: those whose key names it, if by other characters for the dots.
  fileprivate var ofKuma: StringMap { StringMap(entries.lazy.filter { $0.key.namesKuma }) }
}

extension String {
  /// Whether the string names Kuma somewhere.
  var namesKuma: Bool {
    let word: StaticString = "kuma"
    var matched = 0
    for byte in utf8 {
      let expected = unsafe word.utf8Start[matched]
      matched = byte == expected ? matched + 1 : byte == UInt8(ascii: "k") ? 1 : 0
      if matched == word.utf8CodeUnitCount { return true }
    }
    return false
  }

  /// What tells addresses apart that are answered otherwise: none, one that means every address, of IPv4, of IPv6.
  fileprivate var addressFamily: String {
    if isEmpty || ["0.0.0.0", "::"].contains(self) { return self }
    let (digits, letters) = (UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"))
    if utf8.allSatisfy({ digits.contains($0) || $0 == UInt8(ascii: ".") }) { return "IPv4" }
    return utf8.allSatisfy { digits.contains($0) || letters.contains($0) || $0 == UInt8(ascii: ":") } ? "IPv6" : self
  }
}
