import KubernetesObjects
import KubernetesYAML

extension ReachableBackend {
  /// Why a list of reachable backends is not read.
  enum ListProblem: Error, Sendable, Hashable {
    /// It is no YAML, or not YAML of such a list.
    case unreadable
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
    let document: YAMLDocument
    do throws(YAMLError) {
      document = try YAMLDocument(firstOf: text)
    } catch {
      throw .unreadable
    }
    var entries: [ReachableBackend?] = []
    if !document.isEmpty {
      for (key, value) in try document.root.fields() {
        if key.isField("refs") { try read(value, into: &entries) } else { try value.pass() }
      }
    }
    let backends = entries.compactMap(\.self)
    guard backends.count == entries.count else { throw .nullEntry }
    return backends
  }

  /// Reads a list. Where the field is repeated in other letters, its entries are read over those that are there.
  private static func read(_ value: YAMLNode, into entries: inout [ReachableBackend?]) throws(ListProblem) {
    guard !value.isNull else {
      entries = []
      return
    }
    guard value.kind == .sequence else { throw .unreadable }
    let values = value.elements
    entries = Array(entries.prefix(values.count)) + Array(repeating: nil, count: max(0, values.count - entries.count))
    for (index, value) in values.enumerated() {
      guard !value.isNull else {
        entries[index] = nil
        continue
      }
      var entry = entries[index] ?? ReachableBackend(kind: "")
      for (key, value) in try value.fields() { try entry.read(value, of: key) }
      entries[index] = entry
    }
  }

  private mutating func read(_ value: YAMLNode, of key: String) throws(ListProblem) {
    if key.isField("kind") {
      if !value.isNull { kind = try value.string() }
    } else if key.isField("name") {
      name = value.isNull ? "" : try value.string()
    } else if key.isField("namespace") {
      namespace = value.isNull ? "" : try value.string()
    } else if key.isField("port") {
      port = value.isNull ? nil : try value.number()
    } else if key.isField("labels") {
      guard !value.isNull else {
        labels = [:]
        return
      }
      for (key, value) in try value.fields() { labels[key] = value.isNull ? "" : try value.string() }
    } else {
      try value.pass()
    }
  }
}

extension YAMLNode {
  /// The fields of a mapping, which this must be.
  fileprivate func fields() throws(ReachableBackend.ListProblem) -> [(key: String, value: YAMLNode)] {
    guard let fields = sortedFields else { throw .unreadable }
    return fields
  }

  fileprivate func string() throws(ReachableBackend.ListProblem) -> String {
    guard let string = scalar?.stringForm else { throw .unreadable }
    return string
  }

  /// The number that a port is. One with a point is one where nothing follows the point.
  fileprivate func number() throws(ReachableBackend.ListProblem) -> Int {
    switch scalar {
    case .integer(let number):
      if let port = UInt32(exactly: number) { return Int(port) }
    case .float(let number) where number.sign == .plus && number <= Double(UInt32.max):
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
