/// What a Node gives the tags of its Pods (TAG-10).
struct NodeTags: Sendable, Hashable {
  /// The tags in order.
  let tags: [KumaTag]
  /// Whether none of the keys can be one that a Service's port gives: those are all reserved. It does not matter then which of
  /// the two lies over the other.
  let isApartFromPorts: Bool

  /// Of no Node, or of one without any of the labels.
  static let none = NodeTags([])

  /// Tags that are known to be in order.
  init(_ tags: [KumaTag]) {
    self.tags = tags
    isApartFromPorts = !tags.contains { ReservedKey.isReserved($0.key) }
  }
}
