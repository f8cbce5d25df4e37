extension StringMap: RandomAccessCollection {
  /// The position of the first entry.
  public var startIndex: Int { entries.startIndex }
  /// The position behind the last entry.
  public var endIndex: Int { entries.endIndex }

  /// The entry at a position.
  public subscript(position: Int) -> Entry { entries[position] }
  /// The entries at some positions.
  public subscript(bounds: Range<Int>) -> ArraySlice<Entry> { entries[bounds] }
}

extension StringMap: ExpressibleByDictionaryLiteral {
  /// A map of the entries of a literal; where a key is repeated, the last one holds.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { Entry(key: $0.0, value: $0.1) })
  }
}

extension StringMap: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The entries as a dictionary prints them, in the order of their keys.
  public var description: String {
    isEmpty ? "[:]" : "[\(entries.map(\.description).joined(separator: ", "))]"
  }

  /// The entries as a dictionary prints them, in the order of their keys.
  public var debugDescription: String { description }

  /// The entries, for debuggers.
  public var customMirror: Mirror {
    Mirror(self, unlabeledChildren: entries, displayStyle: .collection)
  }
}
