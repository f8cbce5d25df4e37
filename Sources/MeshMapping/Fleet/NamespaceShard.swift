import KubernetesObjects

/// The objects of one namespace, with an index from labels to the Services that may select a Pod.
struct NamespaceShard: Sendable, Hashable {
  /// The Namespace; nil where only objects in it are known.
  var namespace: Namespace?
  /// The Pods by name.
  var pods: [ExactString: Pod] = [:]
  /// The Services by name.
  var services: [ExactString: Service] = [:]
  /// The Services in the order in which they come.
  private(set) var listedServices: [Service] = []
  /// For each `key=value`, the Services that have it as the rarest pair of their selector, by their place in the list.
  private var candidates: [StringMap.Entry: [Int]] = [:]
  /// The Services that labels alone do not lead to: without a selector, or with one that is emptied.
  private var unindexed: [Int] = []

  /// Builds the index: each Service is filed under the rarest pair of its selector, so that few are looked at in vain.
  mutating func buildIndex(under controlPlane: ControlPlane) {
    listedServices = services.values.sorted { $0.metadata.name.precedesInBytes($1.metadata.name) }
    candidates = [:]
    unindexed = []
    let selectors = listedServices.map { controlPlane.effectiveSelector(of: $0) }
    var frequency: [StringMap.Entry: Int] = [:]
    for selector in selectors { for entry in selector.entries { frequency[entry, default: 0] += 1 } }
    for (index, selector) in selectors.enumerated() {
      let rarest = selector.entries.min { frequency[$0, default: 0] < frequency[$1, default: 0] }
      if let rarest { candidates[rarest, default: []].append(index) } else { unindexed.append(index) }
    }
  }

  /// The Services that may belong to a Pod of the given labels, in order; each has yet to be verified.
  func candidates(for labels: StringMap) -> [Service] {
    var found = unindexed
    for label in labels.entries { found += candidates[label] ?? [] }
    return found.sorted().map { listedServices[$0] }
  }
}
