import KubernetesObjects

/// Services filed under pairs of label and value.
///
/// The labels of a namespace's selectors are few, so they are kept as a list, in order; their values are many.
struct ServicesByPair: Sendable {
  private var labels: [Label] = []

  /// The Services filed under the values of one label.
  private struct Label {
    let key: String
    var services: [ExactString: [PreparedService]] = [:]
  }

  /// Visits the Services under pairs that some labels have.
  func forEachService<Failure: Error>(
    for map: StringMap,
    _ visit: (PreparedService) throws(Failure) -> Void
  ) throws(Failure) {
    // There are mostly fewer keys to look for than labels to look up.
    if labels.count <= map.entries.count {
      for index in labels.indices {
        guard let value = map[labels[index].key] else { continue }
        for service in services(at: index, value) { try visit(service) }
      }
    } else {
      for pair in map.entries {
        guard let index = index(of: pair.key) else { continue }
        for service in services(at: index, pair.value) { try visit(service) }
      }
    }
  }

  private func services(at index: Int, _ value: String) -> [PreparedService] {
    labels[index].services[ExactString(value)] ?? []
  }

  /// Files a Service under a pair.
  mutating func insert(_ service: PreparedService, under pair: StringMap.Entry) {
    let position = position(of: pair.key)
    let isThere = position < labels.count && labels[position].key.hasSameBytes(as: pair.key)
    if !isThere { labels.insert(Label(key: pair.key), at: position) }
    labels[position].services[ExactString(pair.value), default: []].append(service)
  }

  /// Takes a Service from under a pair. O(*n*) for *n* Services there.
  mutating func remove(_ service: PreparedService, under pair: StringMap.Entry) {
    guard let index = index(of: pair.key) else { return }
    let value = ExactString(pair.value)
    guard let place = labels[index].services[value]?.firstIndex(where: { $0 === service }) else { return }
    // Their order does not matter.
    let last = labels[index].services[value]?.popLast()
    if let last, last !== service { labels[index].services[value]?[place] = last }
    if labels[index].services[value]?.isEmpty ?? false { labels[index].services[value] = nil }
    if labels[index].services.isEmpty { labels.remove(at: index) }
  }

  /// The index of a label; nil where it is not there.
  private func index(of key: String) -> Int? {
    let position = position(of: key)
    return position < labels.count && labels[position].key.hasSameBytes(as: key) ? position : nil
  }

  /// Where a label is or would be inserted.
  private func position(of key: String) -> Int {
    labels.partition { !$0.key.precedesInBytes(key) }
  }
}
