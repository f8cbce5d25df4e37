/// A document as JSON, with where in its stream the objects in it come from.
public struct YAMLJSON: Sendable {
  /// Where a mapping begins, in the JSON and in the document.
  struct Start: Sendable {
    let json: UInt32
    let source: UInt32
  }

  /// The JSON.
  public let bytes: [UInt8]

  private let starts: [Start]
  private let lines: YAMLLines

  init(bytes: [UInt8], starts: [Start], lines: YAMLLines) {
    self.bytes = bytes
    self.starts = starts
    self.lines = lines
  }

  /// Where in the stream the object comes from that begins at an offset of the JSON: how many bytes stand before it, and its line,
  /// counted from 1. Of one that stands in many others, it is where one of those begins; nil before the first one.
  ///
  /// - Complexity: O(log *n*) in the size of the document.
  public func source(ofObjectAt offset: Int) -> (offset: Int, line: Int)? {
    guard let first = starts.first, Int(first.json) <= offset else { return nil }
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle].json) <= offset { low = middle } else { high = middle }
    }
    let position = lines.position(of: Int(starts[low].source))
    return (position.offset, position.line + 1)
  }
}
