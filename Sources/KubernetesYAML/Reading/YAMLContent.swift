/// Where bytes of a document are: in its source, or among those that were made of it, as escapes and joined lines are.
struct YAMLContent {
  enum Storage: UInt8 {
    case source
    case made
  }

  static let empty = YAMLContent(.source, 0..<0)

  let storage: Storage
  let start: UInt32
  let length: UInt32

  var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

  init(_ storage: Storage, _ range: Range<Int>) {
    self.storage = storage
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    length = UInt32(truncatingIfNeeded: range.count)
  }
}
