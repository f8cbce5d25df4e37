import KubernetesObjects

/// The tags of an inbound or a gateway: sorted by the bytes of their keys, each key once, each with its origin.
public struct Tags: Sendable, Hashable {
  /// The tags in order.
  public let sorted: [Tag]

  /// No tags.
  public init() {
    sorted = []
  }

  /// The given tags; where a key is repeated, the last one holds. O(*n* log *n*).
  public init(_ tags: some Sequence<Tag>) {
    var sorted: [Tag] = []
    for tag in tags.enumerated().sorted(by: Self.areInOrder).map(\.element) {
      if let last = sorted.last, last.key.hasSameBytes(as: tag.key) { sorted.removeLast() }
      sorted.append(tag)
    }
    self.sorted = sorted
  }

  private static func areInOrder(_ left: (offset: Int, element: Tag), _ right: (offset: Int, element: Tag)) -> Bool {
    if left.element.key.hasSameBytes(as: right.element.key) { return left.offset < right.offset }
    return left.element.key.precedesInBytes(right.element.key)
  }

  /// Tags that are known to be in order, each key once.
  init(inOrder sorted: [Tag]) {
    self.sorted = sorted
  }

  /// Whether there are none.
  public var isEmpty: Bool { sorted.isEmpty }

  /// The value of the tag of a name. O(log *n*).
  public subscript(key: String) -> String? { tag(key)?.value }

  /// Where the tag of a name comes from. O(log *n*).
  public func origin(of key: String) -> TagOrigin? { tag(key)?.origin }

  /// These tags with others laid over them: where both have a key, the other's tag holds. O(*n* + *m*).
  public func overlaid(with others: Tags) -> Tags {
    if others.isEmpty { return self }
    if isEmpty { return others }
    var merged: [Tag] = []
    merged.reserveCapacity(sorted.count + others.sorted.count)
    var rest = sorted[...]
    for other in others.sorted {
      while let tag = rest.first, tag.key.precedesInBytes(other.key) { merged.append(rest.removeFirst()) }
      if let tag = rest.first, tag.key.hasSameBytes(as: other.key) { rest.removeFirst() }
      merged.append(other)
    }
    merged.append(contentsOf: rest)
    return Tags(inOrder: merged)
  }

  private func tag(_ key: String) -> Tag? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = low + (high - low) / 2
      if sorted[middle].key.precedesInBytes(key) { low = middle + 1 } else { high = middle }
    }
    guard low < sorted.count, sorted[low].key.hasSameBytes(as: key) else { return nil }
    return sorted[low]
  }
}

extension Tags: Codable {
  /// Decodes a JSON object of strings; the origin of every tag is the resource.
  public init(from decoder: any Decoder) throws {
    let map = try StringMap(from: decoder)
    self.init(inOrder: map.entries.map { Tag(key: $0.key, value: $0.value, origin: .resource) })
  }

  /// Encodes a JSON object in the order of the keys; origins are not part of the resource.
  public func encode(to encoder: any Encoder) throws {
    try StringMap(sorted.map { StringMap.Entry(key: $0.key, value: $0.value) }).encode(to: encoder)
  }
}
