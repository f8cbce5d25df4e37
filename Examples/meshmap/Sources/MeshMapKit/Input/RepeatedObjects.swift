import KubernetesObjects

/// The objects that are in the input more than once.
struct RepeatedObjects {
  private var references: Set<ObjectReference> = []
  private var order: [ObjectReference] = []
  private var told: [String] = []

  private static let toldCount = 2

  mutating func add(_ reference: ObjectReference, first: InputPlace, later: InputPlace) {
    guard references.insert(reference).inserted else { return }
    order.append(reference)
    guard told.count < Self.toldCount else { return }
    told.append("\(reference) (\(first.description), and \(later.description))")
  }

  /// How many there are.
  var count: Int { order.count }

  /// Forgets all but the first ones.
  mutating func cut(to count: Int) {
    for reference in order.dropFirst(count) { references.remove(reference) }
    order.removeSubrange(min(count, order.count)...)
    told.removeSubrange(min(count, told.count)...)
  }

  /// What there is to say about them.
  var notes: [String] {
    guard !references.isEmpty else { return [] }
    let count = references.count == 1 ? "1 object is" : "\(references.count) objects are"
    let more = references.count > told.count ? " and \(references.count - told.count) more" : ""
    return ["\(count) in the input more than once, of which the last one counts: \(told.joined(separator: ", "))\(more)"]
  }
}
