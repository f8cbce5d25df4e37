import KubernetesObjects

/// The tags of an inbound or a gateway: sorted by the bytes of their keys, each key once, each with its origin.
///
/// Kept in layers, so that the inbounds of a Pod share what they have in common, and those of a Service's port what all Pods
/// behind it have.
public struct Tags: Sendable {
  /// The lowest layer, in order; a key of a layer over it hides the same key here.
  let base: [KumaTag]
  /// What lies over the base, in order.
  let middle: [KumaTag]
  /// What lies over both, in order.
  let top: [KumaTag]

  /// No tags.
  public init() {
    self.init(inOrder: [])
  }

  /// The given tags; where a key is repeated, the last one holds. O(*n* log *n*).
  public init(_ tags: some Sequence<KumaTag>) {
    var sorted: [KumaTag] = []
    for tag in tags.enumerated().sorted(by: Self.areInOrder).map(\.element) {
      if let last = sorted.last, last.key.hasSameBytes(as: tag.key) { sorted.removeLast() }
      sorted.append(tag)
    }
    self.init(inOrder: sorted)
  }

  /// Tags that are known to be in order, each key once.
  init(inOrder sorted: [KumaTag]) {
    self.init(base: sorted, middle: [], top: [])
  }

  private init(base: [KumaTag], middle: [KumaTag], top: [KumaTag]) {
    self.base = base
    self.middle = middle
    self.top = top
  }

  private static func areInOrder(_ left: (offset: Int, element: KumaTag), _ right: (offset: Int, element: KumaTag)) -> Bool {
    if left.element.key.hasSameBytes(as: right.element.key) { return left.offset < right.offset }
    return left.element.key.precedesInBytes(right.element.key)
  }

  /// Whether there are none.
  public var isEmpty: Bool { base.isEmpty && middle.isEmpty && top.isEmpty }

  /// The tags in order, the layers put together. O(*n*).
  package var sorted: [KumaTag] {
    Self.merged(Self.merged(base, under: middle), under: top)
  }

  /// Two layers as one.
  private static func merged(_ lower: [KumaTag], under upper: [KumaTag]) -> [KumaTag] {
    if upper.isEmpty { return lower }
    if lower.isEmpty { return upper }
    var merged: [KumaTag] = []
    merged.reserveCapacity(lower.count + upper.count)
    var index = 0
    for tag in upper {
      while index < lower.count, lower[index].key.precedesInBytes(tag.key) {
        merged.append(lower[index])
        index += 1
      }
      if index < lower.count, lower[index].key.hasSameBytes(as: tag.key) { index += 1 }
      merged.append(tag)
    }
    merged.append(contentsOf: lower[index...])
    return merged
  }

  /// Whether a condition holds for all tags, those that others lie over included; where it does not, one of ``sorted`` may be the
  /// reason or not. O(*n*), without putting the layers together.
  package func allLayersSatisfy(_ condition: (KumaTag) -> Bool) -> Bool {
    base.allSatisfy(condition) && middle.allSatisfy(condition) && top.allSatisfy(condition)
  }

  /// Whether all tags, those that others lie over included, are such as Kuma allows (VALID-1, VALID-2). O(*n*), without
  /// looking at a byte.
  var areAllowed: Bool {
    // By index, so that no tag is copied: every inbound of every Pod is looked at.
    base.indices.allSatisfy { base[$0].isAllowed } && middle.indices.allSatisfy { middle[$0].isAllowed }
      && top.indices.allSatisfy { top[$0].isAllowed }
  }

  /// The value of the tag of a name. O(log *n*).
  public subscript(key: String) -> String? { tag(key)?.value }

  /// Where the tag of a name comes from. O(log *n*).
  public func origin(of key: String) -> TagOrigin? { tag(key)?.origin }

  /// These tags with others laid over them: where both have a key, the other's tag holds. O(*m*), and O(*n* + *m*) where there are
  /// three layers already.
  public func overlaid(with others: Tags) -> Tags {
    overlaid(with: others.sorted)
  }

  /// These tags with others, which are in order, laid over them: where both have a key, the other's tag holds. O(1) for the first
  /// layers, O(*n*) where there are three already.
  func overlaid(with layer: [KumaTag]) -> Tags {
    if layer.isEmpty { return self }
    if base.isEmpty { return Tags(inOrder: layer) }
    if top.isEmpty { return Tags(base: base, middle: [], top: layer) }
    return Tags(base: middle.isEmpty ? base : Self.merged(base, under: middle), middle: top, top: layer)
  }

  private func tag(_ key: String) -> KumaTag? {
    Self.tag(key, in: top) ?? Self.tag(key, in: middle) ?? Self.tag(key, in: base)
  }

  /// So many tags are looked through faster than searched by halves.
  private static let few = 16

  private static func tag(_ key: String, in sorted: [KumaTag]) -> KumaTag? {
    if sorted.count <= few {
      // Few keys are as long as the one that is looked for.
      let length = key.utf8.count
      for index in sorted.indices where sorted[index].key.utf8.count == length {
        if sorted[index].key.hasSameBytes(as: key) { return sorted[index] }
      }
      return nil
    }
    let index = sorted.partition { !$0.key.precedesInBytes(key) }
    guard index < sorted.count, sorted[index].key.hasSameBytes(as: key) else { return nil }
    return sorted[index]
  }
}

/// Equal are tags of the same names and values, whatever their layers and origins.
extension Tags: Hashable {
  /// Whether both have the same names and values, byte by byte.
  public static func == (left: Tags, right: Tags) -> Bool {
    // Mostly the layers are the same, which saves putting them together.
    if left.base == right.base, left.middle == right.middle, left.top == right.top { return true }
    return left.sorted == right.sorted
  }

  /// Feeds the names and values to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(sorted)
  }
}

extension Tags: Decodable {
  /// Decodes a JSON object of strings; the origin of every tag is the resource.
  public init(from decoder: any Decoder) throws {
    let map = try StringMap(from: decoder)
    self.init(inOrder: map.entries.map { KumaTag(key: $0.key, value: $0.value, origin: .resource) })
  }
}
