/// JSON text that grows while values are encoded: what is open, and what may come next.
///
/// Nothing but the text is kept. So a place is left for good once what is around it goes on; what comes for it later is refused.
struct JSONOutput {
  /// A value that is written, or is to be written next.
  struct Place: Hashable {
    /// How many objects and lists the value stands in.
    let depth: Int
    /// The number of the value, in the order of their beginnings.
    let number: Int
  }

  /// Whether a value holds members or elements.
  enum Kind {
    case object
    case list
  }

  /// The text so far.
  private(set) var bytes: [UInt8]
  /// The objects and lists that are open, the outermost one first, each with how much is in it.
  private var open: [(kind: Kind, number: Int, count: Int)] = []
  /// The value that was begun last.
  private(set) var current = Place(depth: 0, number: 0)
  /// Whether nothing of that value is written yet.
  private var isMissing = true
  /// How deep the text stands in what it will be a part of.
  private let indentation: Int

  /// Text behind other text, whose lines but the first are so far indented.
  init(behind bytes: [UInt8] = [], indentation: Int = 0) {
    self.bytes = bytes
    self.indentation = indentation
  }

  /// Ends the text. What has encoded nothing is an empty object.
  mutating func finish() {
    close(downTo: 0)
  }

  /// How much is in an object or a list that is open.
  func count(of place: Place) -> Int {
    isOpen(place) ? open[place.depth].count : 0
  }

  /// Writes a value that holds no others.
  mutating func write(at place: Place, _ body: (inout [UInt8]) -> Void) throws {
    guard isMissing, place == current else { throw Self.misplaced(place) }
    body(&bytes)
    isMissing = false
  }

  /// Opens an object or a list, where it is not open already; false where neither is possible.
  mutating func open(_ kind: Kind, at place: Place) -> Bool {
    if isMissing, place == current {
      bytes.append(kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
      open.append((kind, place.number, 0))
      isMissing = false
      return true
    }
    return isOpen(place) && open[place.depth].kind == kind
  }

  /// Begins an element of an open list, or with a key a member of an open object.
  mutating func beginValue(in place: Place, key: String? = nil) throws {
    guard isOpen(place) else { throw Self.misplaced(key ?? "an element") }
    close(downTo: place.depth + 1)
    if open[place.depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
    open[place.depth].count += 1
    JSONText.breakLine(in: &bytes, indentation: indentation + place.depth + 1)
    if let key {
      JSONText.write(key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(UInt8(ascii: " "))
    }
    current = Place(depth: place.depth + 1, number: current.number + 1)
    isMissing = true
  }

  private func isOpen(_ place: Place) -> Bool {
    place.depth < open.count && open[place.depth].number == place.number
  }

  private mutating func close(downTo depth: Int) {
    if isMissing { bytes.append(contentsOf: "{}".utf8) }
    isMissing = false
    while open.count > depth, let last = open.popLast() {
      if last.count > 0 { JSONText.breakLine(in: &bytes, indentation: indentation + open.count) }
      bytes.append(last.kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  private static func misplaced(_ value: Any) -> EncodingError {
    let problem = "comes for a place that is written; encode a value before what stands behind it"
    return .invalidValue(value, .init(codingPath: [], debugDescription: problem))
  }
}
