/// A map of strings, as Kubernetes writes labels, annotations and selectors.
///
/// Entries are kept sorted by the bytes of their key, so that everything derived from them has a defined order. Keys and
/// values are compared as bytes. Looking a key up takes O(log *n*) comparisons; where there are few entries, all are looked through.
public struct StringMap: Sendable, Hashable {
  /// One key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key, e.g. `app.kubernetes.io/name`.
    @ByteExact public private(set) var key: String
    /// The value, which may be empty.
    @ByteExact public private(set) var value: String

    /// An entry of the given key and value.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// All entries, sorted by the bytes of their keys, each key once.
  public private(set) var entries: [Entry]
  /// A bit for each length that a key has, modulo 64. Most keys that are asked for are not there, and the lengths tell.
  private var lengths: UInt64 = 0

  /// A map of the given entries; where a key is repeated, the last one holds. O(*n* log *n*).
  public init(_ entries: some Sequence<Entry>) {
    self.entries = []
    self.entries.reserveCapacity(entries.underestimatedCount)
    for entry in entries { self[entry.key] = entry.value }
  }

  /// An empty map.
  public init() {
    entries = []
  }

  /// Whether there is no entry.
  public var isEmpty: Bool { entries.isEmpty }

  /// The value of a key, or nil where the key is absent. Setting nil removes the key.
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

  /// The entries whose keys do not sort before a key. O(log *n*).
  package func entries(from key: String) -> ArraySlice<Entry> {
    guard let last = entries.last, !last.key.precedesInBytes(key) else { return [] }
    return entries[entries.partition { !$0.key.precedesInBytes(key) }...]
  }

  /// An entry that is added to a map.
  package struct Addition {
    let entry: Entry
    let precedence: Precedence

    /// What becomes of an entry that has the key already.
    enum Precedence {
      case always
      case whereAbsent
    }

    /// An entry that replaces one of its key.
    package static func always(_ key: String, _ value: String) -> Addition {
      Addition(entry: Entry(key: key, value: value), precedence: .always)
    }

    /// An entry that is left out where there is one of its key.
    package static func whereAbsent(_ key: String, _ value: String) -> Addition {
      Addition(entry: Entry(key: key, value: value), precedence: .whereAbsent)
    }
  }

  /// Adds entries that are in the order of their keys, each key once. O(*n* + *m*).
  package mutating func merge(_ additions: [Addition]) {
    var merged: [Entry] = []
    merged.reserveCapacity(entries.count + additions.count)
    var next = 0
    for own in entries {
      var isReplaced = false
      while next < additions.count {
        let order = additions[next].entry.key.byteOrder(to: own.key)
        guard order <= 0 else { break }
        let isLeftOut = order == 0 && additions[next].precedence == .whereAbsent
        if !isLeftOut { merged.append(additions[next].entry) }
        isReplaced = order == 0 && !isLeftOut
        next += 1
      }
      if !isReplaced { merged.append(own) }
    }
    for addition in additions[next...] { merged.append(addition.entry) }
    for addition in additions { lengths |= Self.bit(ofLengthOf: addition.entry.key) }
    entries = merged
  }

  /// Whether every entry of another map is in this one, as a Service's selector is in the labels of a Pod it selects.
  ///
  /// An empty map is contained in every map. O(*m* log *n*) for *m* entries of the other map.
  public func contains(_ other: StringMap) -> Bool {
    other.entries.indices.allSatisfy { index in
      self[other.entries[index].key]?.hasSameBytes(as: other.entries[index].value) ?? false
    }
  }

  /// Up to how many entries are looked through one by one.
  private static let fewEntries = 24

  private static func bit(ofLengthOf key: String) -> UInt64 { 1 << UInt64(key.utf8.count & 63) }

  /// The value of a key, found by looking at every entry: hardly two keys have the same length, so that bytes are compared once.
  private func valueAmongFew(of key: String) -> String? {
    entries.withUnsafeBufferPointer { entries in
      let length = key.utf8.count
      for index in entries.indices where entries[index].key.utf8.count == length {
        if entries[index].key.hasSameBytes(as: key) { return entries[index].value }
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
}

extension StringMap: ExpressibleByDictionaryLiteral {
  /// A map of the entries of a literal; where a key is repeated, the last one holds.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { Entry(key: $0.0, value: $0.1) })
  }
}
