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

  /// The Services under pairs that some labels have.
  func services(for map: StringMap) -> [[PreparedService]] {
    var found: [[PreparedService]] = []
    // There are mostly fewer keys to look for than labels to look up.
    if labels.count <= map.entries.count {
      for index in labels.indices {
        guard let value = map[labels[index].key], let services = labels[index].services[ExactString(value)] else { continue }
        found.append(services)
      }
    } else {
      for pair in map.entries {
        let (index, isPresent) = position(of: pair.key)
        guard isPresent, let services = labels[index].services[ExactString(pair.value)] else { continue }
        found.append(services)
      }
    }
    return found
  }

  /// Files a Service under a pair.
  mutating func insert(_ service: PreparedService, under pair: StringMap.Entry) {
    let (index, isPresent) = position(of: pair.key)
    if !isPresent { labels.insert(Label(key: pair.key), at: index) }
    labels[index].services[ExactString(pair.value), default: []].append(service)
  }

  /// Takes a Service from under a pair. O(*n*) for *n* Services there.
  mutating func remove(_ service: PreparedService, under pair: StringMap.Entry) {
    let (index, isPresent) = position(of: pair.key)
    let value = ExactString(pair.value)
    guard isPresent else { return }
    labels[index].services[value]?.removeAll { $0 === service }
    if labels[index].services[value]?.isEmpty ?? false { labels[index].services[value] = nil }
    if labels[index].services.isEmpty { labels.remove(at: index) }
  }

  /// The position of a label, or where it would be inserted, and whether it is there.
  private func position(of key: String) -> (index: Int, isPresent: Bool) {
    var (low, high) = (0, labels.count)
    while low < high {
      let middle = low + (high - low) / 2
      if labels[middle].key.precedesInBytes(key) { low = middle + 1 } else { high = middle }
    }
    return (low, low < labels.count && labels[low].key.hasSameBytes(as: key))
  }
}
