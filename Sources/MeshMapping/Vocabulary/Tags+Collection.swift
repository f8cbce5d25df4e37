import KubernetesObjects

extension Tags: Collection {
  /// A position among the tags: how many tags of each layer are before it.
  public struct Index: Sendable, Hashable, Comparable {
    var base: Int
    var middle: Int
    var top: Int

    /// Whether the left one comes first.
    public static func < (left: Index, right: Index) -> Bool {
      left.base + left.middle + left.top < right.base + right.middle + right.top
    }
  }

  /// The position of the first tag.
  public var startIndex: Index { Index(base: 0, middle: 0, top: 0) }

  /// The position behind the last tag.
  public var endIndex: Index { Index(base: base.count, middle: middle.count, top: top.count) }

  /// The tag at a position.
  public subscript(position: Index) -> KumaTag {
    var tag: KumaTag?
    for (layer, index) in [(top, position.top), (middle, position.middle), (base, position.base)] where index < layer.count {
      if let upper = tag, !layer[index].key.precedesInBytes(upper.key) { continue }
      tag = layer[index]
    }
    // Behind the last tag there is none, as in an array.
    return tag ?? base[position.base]
  }

  /// The position behind another one.
  public func index(after position: Index) -> Index {
    let key = self[position].key
    func next(_ layer: [KumaTag], _ index: Int) -> Int {
      index < layer.count && layer[index].key.hasSameBytes(as: key) ? index + 1 : index
    }
    return Index(base: next(base, position.base), middle: next(middle, position.middle), top: next(top, position.top))
  }
}

extension Tags: ExpressibleByDictionaryLiteral {
  /// The tags of a literal, as if a resource had them; where a key is repeated, the last one holds.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { KumaTag(key: $0.0, value: $0.1, origin: .resource) })
  }

  /// The tags of a dictionary, as if a resource had them. O(*n* log *n*).
  public init(_ dictionary: [String: String]) {
    self.init(dictionary.map { KumaTag(key: $0.key, value: $0.value, origin: .resource) })
  }
}

extension Tags: CustomStringConvertible, CustomDebugStringConvertible {
  /// The tags as people write them, e.g. `[kuma.io/protocol=http, kuma.io/service=web_demo_svc_80]`, safe to print.
  public var description: String {
    "[\(map { "\($0.key.printedSafely)=\($0.value.printedSafely)" }.joined(separator: ", "))]"
  }

  /// The tags as people write them.
  public var debugDescription: String { description }
}
