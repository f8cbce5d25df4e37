/// A map of strings, as Kubernetes writes labels, annotations and selectors.
///
/// A collection of its entries, sorted by the bytes of their keys, so that everything derived from them has a defined order. Keys
/// and values are compared as bytes. Looking a key up takes O(log *n*) comparisons; where there are few entries, all are looked
/// through.
///
/// ```swift
/// let labels: StringMap = ["app": "web", "version": "v1"]
/// labels["app"]                // "web"
/// labels.map(\.key)            // ["app", "version"]
/// StringMap(["app": "web"])    // of a dictionary
/// ```
public struct StringMap: Sendable, Hashable {
  /// All entries, sorted by the bytes of their keys, each key once.
  public private(set) var entries: [Entry]
  /// A bit for each length that a key has, modulo 64. Most keys that are asked for are not there, and the lengths tell.
  private(set) var lengths: UInt64

  /// An empty map.
  public init() {
    self.init(ascending: [], lengths: 0)
  }

  /// A map of the given entries; where a key is repeated, the last one holds. O(*n* log *n*), and O(*n*) where they are in the order
  /// of their keys.
  public init(_ entries: some Sequence<Entry>) {
    let entries = Self.ascending(Array(entries))
    self.init(ascending: entries, lengths: entries.reduce(0) { $0 | Self.bit(ofLengthOf: $1.key) })
  }

  /// A map of the given keys and values. Of keys that look the same and differ in bytes, a dictionary has only one.
  /// O(*n* log *n*).
  public init(_ dictionary: [String: String]) {
    self.init(dictionary.map { Entry(key: $0.key, value: $0.value) })
  }

  /// A map of entries that are in the order of their keys, each key once.
  init(ascending entries: [Entry], lengths: UInt64) {
    self.entries = entries
    self.lengths = lengths
  }

  /// The value of a key, or nil where the key is absent. Setting nil removes the key. O(log *n*) to look a key up, and to replace its
  /// value; O(*n*) to insert one before others or to remove it.
  public subscript(key: String) -> String? {
    get {
      guard lengths & Self.bit(ofLengthOf: key) != 0 else { return nil }
      guard entries.count > Self.fewEntries else { return valueAmongFew(of: key) }
      let (index, isPresent) = position(of: key)
      return isPresent ? entries[index].value : nil
    }
    set {
      if newValue == nil, lengths & Self.bit(ofLengthOf: key) == 0 { return }
      let (index, isPresent) = position(of: key)
      switch (newValue, isPresent) {
      case (let value?, true): entries[index] = Entry(key: key, value: value)
      case (let value?, false):
        entries.insert(Entry(key: key, value: value), at: index)
        lengths |= Self.bit(ofLengthOf: key)
      case (nil, true):
        entries.remove(at: index)
        lengths = entries.reduce(0) { $0 | Self.bit(ofLengthOf: $1.key) }
      case (nil, false): break
      }
    }
  }

  /// Whether every entry of another map is in this one, as a Service's selector is in the labels of a Pod it selects.
  ///
  /// An empty map is contained in every map. O(*m* log *n*) for *m* entries of the other map.
  public func contains(_ other: StringMap) -> Bool {
    other.entries.indices.allSatisfy { index in
      self[other.entries[index].key]?.hasSameBytes(as: other.entries[index].value) ?? false
    }
  }

  /// Whether another map has the same keys, and the same values but for those of keys with certain beginnings. O(*n*).
  package func isSame(as other: StringMap, exceptUnder prefixes: [String]) -> Bool {
    guard entries.count == other.entries.count, lengths == other.lengths else { return false }
    let (mine, others) = (entries.span, other.entries.span)
    for index in mine.indices {
      guard mine[index].key.hasSameBytes(as: others[index].key) else { return false }
      if mine[index].value.hasSameBytes(as: others[index].value) { continue }
      guard prefixes.contains(where: { mine[index].key.hasPrefix($0) }) else { return false }
    }
    return true
  }

  /// The entries whose keys do not sort before a key. O(log *n*).
  package func entries(from key: String) -> ArraySlice<Entry> {
    guard let last = entries.last, !last.key.precedesInBytes(key) else { return [] }
    return entries[entries.partition { !$0.key.precedesInBytes(key) }...]
  }

  static func bit(ofLengthOf key: String) -> UInt64 { 1 << UInt64(key.utf8.count & 63) }
}

extension StringMap {
  /// Up to how many entries are looked through one by one.
  private static let fewEntries = 24

  /// The value of a key, found by looking at every entry: hardly two keys have the same length, so that bytes are compared once.
  private func valueAmongFew(of key: String) -> String? {
    unsafe entries.withUnsafeBufferPointer { entries in
      let length = key.utf8.count
      for index in entries.indices where unsafe entries[index].key.utf8.count == length {
        if unsafe entries[index].key.hasSameBytes(as: key) { return unsafe entries[index].value }
      }
      return nil
    }
  }

  /// The position of a key, or where it would be inserted, and whether it is there.
  private func position(of key: String) -> (index: Int, isPresent: Bool) {
    // Entries mostly come in order, behind the last one.
    if let last = entries.last, last.key.precedesInBytes(key) { return (entries.count, false) }
    let index = entries.partition { !$0.key.precedesInBytes(key) }
    return (index, index < entries.count && entries[index].key.hasSameBytes(as: key))
  }

  /// Entries in the order of their keys, of those with the same key the last one.
  private static func ascending(_ entries: [Entry]) -> [Entry] {
    let isAscending = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].key.precedesInBytes(entries[$0].key) }
    if isAscending { return entries }
    let order = entries.indices.sorted { left, right in
      let order = entries[left].key.byteOrder(to: entries[right].key)
      return order == 0 ? left < right : order < 0
    }
    var ascending: [Entry] = []
    ascending.reserveCapacity(entries.count)
    for index in order {
      if let last = ascending.last, last.key.hasSameBytes(as: entries[index].key) { ascending.removeLast() }
      ascending.append(entries[index])
    }
    return ascending
  }
}
