import KubernetesObjects
import KubernetesYAML

extension ReachableBackend {
  /// Why a list of reachable backends is not read.
  enum ListProblem: Error, Sendable, Hashable {
    /// It is no YAML, or not YAML of such a list.
    case unreadable
    /// It is YAML of a kind that is not read here, though Kuma may read it.
    case unsupported
    /// It has an entry that is null.
    case nullEntry
  }

  /// The backends that the annotation lists (REACH-2): YAML with a list `refs`, read as Kuma reads it. That turns YAML into JSON
  /// first, and JSON into the list with Go's library for it: fields that are not known do not count, letters of field names may
  /// be of either case, null leaves a field as it is, and a value of another type than its field's is an error. Where a text is
  /// wanted, numbers and booleans are written out.
  ///
  /// - Returns: The backends; none for a text that lists none or is empty.
  static func list(fromYAML text: String) throws(ListProblem) -> [ReachableBackend] {
    let value: YAMLValue
    do throws(YAMLError) {
      value = try YAMLValue(parsing: text)
    } catch {
      throw error.reason == .unsupported ? .unsupported : .unreadable
    }
    var entries: [ReachableBackend?] = []
    if value != .null {
      for (key, value) in try value.fields() {
        if key.isField("refs") { try read(value, into: &entries) } else { try value.pass() }
      }
    }
    let backends = entries.compactMap(\.self)
    guard backends.count == entries.count else { throw .nullEntry }
    return backends
  }

  /// Reads a list. Where the field is repeated in other letters, its entries are read over those that are there.
  private static func read(_ value: YAMLValue, into entries: inout [ReachableBackend?]) throws(ListProblem) {
    guard value != .null else {
      entries = []
      return
    }
    guard case .sequence(let values) = value else { throw .unreadable }
    entries = Array(entries.prefix(values.count)) + Array(repeating: nil, count: max(0, values.count - entries.count))
    for (index, value) in values.enumerated() {
      guard value != .null else {
        entries[index] = nil
        continue
      }
      var entry = entries[index] ?? ReachableBackend(kind: "")
      for (key, value) in try value.fields() { try entry.read(value, of: key) }
      entries[index] = entry
    }
  }

  private mutating func read(_ value: YAMLValue, of key: String) throws(ListProblem) {
    if key.isField("kind") {
      if value != .null { kind = try value.string() }
    } else if key.isField("name") {
      name = value == .null ? "" : try value.string()
    } else if key.isField("namespace") {
      namespace = value == .null ? "" : try value.string()
    } else if key.isField("port") {
      port = value == .null ? nil : try value.number()
    } else if key.isField("labels") {
      guard value != .null else {
        labels = [:]
        return
      }
      for (key, value) in try value.fields() { labels[key] = value == .null ? "" : try value.string() }
    } else {
      try value.pass()
    }
  }
}

extension YAMLValue {
  /// The fields of a mapping as an object of JSON has them: in the order of their keys, each key once.
  fileprivate func fields() throws(ReachableBackend.ListProblem) -> [(key: String, value: YAMLValue)] {
    guard case .mapping(let entries) = self else { throw .unreadable }
    var values: [ExactString: YAMLValue] = [:]
    for entry in entries {
      guard let key = entry.key.jsonKey else { throw .unreadable }
      values[ExactString(key)] = entry.value
    }
    return values.map { ($0.key.string, $0.value) }.sorted { $0.key.precedesInBytes($1.key) }
  }

  fileprivate func string() throws(ReachableBackend.ListProblem) -> String {
    guard case .scalar(let scalar) = self, let string = scalar.stringForm else { throw .unreadable }
    return string
  }

  /// The number that a port is. One with a point is one where nothing follows the point.
  fileprivate func number() throws(ReachableBackend.ListProblem) -> Int {
    switch self {
    case .scalar(.integer(let number)):
      if let port = UInt32(exactly: number) { return Int(port) }
    case .scalar(.float(let number)) where number.sign == .plus && number <= Double(UInt32.max):
      let port = UInt32(number)
      if Double(port) == number { return Int(port) }
    default: break
    }
    throw .unreadable
  }

  /// Passes over the value of a field that is not known, which must be one that JSON can hold all the same.
  fileprivate func pass() throws(ReachableBackend.ListProblem) {
    guard isRepresentableInJSON else { throw .unreadable }
  }
}

extension String {
  /// Whether a key of JSON is that of a field for Go: without regard to the case of letters, of which two have a third form.
  fileprivate func isField(_ name: String) -> Bool {
    unicodeScalars.lazy.map(\.folded).elementsEqual(name.unicodeScalars)
  }
}

extension Unicode.Scalar {
  fileprivate var folded: Unicode.Scalar {
    switch self {
    case "A"..."Z": Unicode.Scalar(UInt8(value) | 0x20)
    case "\u{17F}": "s"
    case "\u{212A}": "k"
    default: self
    }
  }
}
