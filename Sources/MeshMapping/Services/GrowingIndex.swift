/// Finds values in a list by looking through it while few are asked for, and by an index from then on.
///
/// Most Pods have two or three ports and containers, for which an index costs more than it saves; nothing keeps one from having 10,000,
/// and a Service as many, which are not to be compared pair by pair.
struct GrowingIndex<Key: Hashable, Value> {
  private var questions = 0
  private var values: [Key: Value]?

  /// How many questions are answered by looking through the list.
  private static var few: Int { 16 }

  /// The first value of a key; nil where there is none.
  ///
  /// - Parameters:
  ///   - key: What is looked for.
  ///   - looking: Looks through the list.
  ///   - all: The list, in order.
  mutating func find(_ key: @autoclosure () -> Key, looking: () -> Value?, all: () -> [(Key, Value)]) -> Value? {
    if let values { return values[key()] }
    questions += 1
    guard questions > Self.few else { return looking() }
    let values = Dictionary(all(), uniquingKeysWith: { first, _ in first })
    self.values = values
    return values[key()]
  }
}
