import KubernetesObjects
import MeshDiagnostics

extension FieldFinder {
  /// Where a field of an object stands, or what is nearest above it where it is not written; nil where the object is not in the input.
  mutating func place(of field: ObjectField) -> FieldPlace? {
    guard let place = places[field.object] else { return nil }
    // An object is where it says what it is called.
    let name: [DocumentPath.Step] = ["metadata", "name"]
    let steps = field.path.steps.isEmpty ? name : field.path.steps
    for count in stride(from: steps.count, through: 1, by: -1) {
      // The first step leads to much that has nothing to do with the field.
      let path = count == 1 && steps.count > 1 ? name : Array(steps.prefix(count))
      guard let found = self.field(at: DocumentPath(path), of: place) else { continue }
      let isWhole = path.count == steps.count
      return FieldPlace(
        file: place.source.name,
        line: found.location.line,
        column: found.location.column,
        snippet: snippet(of: found, in: place.source, part: isWhole ? .all : .key),
        making: making(of: place)
      )
    }
    return FieldPlace(
      file: place.source.name, line: place.position.line, column: 1, snippet: nil, making: making(of: place))
  }

  /// Where the field stands that is wrong with an object that cannot be read.
  mutating func place(of failure: ObjectFailure, at place: InputPlace) -> FieldPlace? {
    field(of: failure, at: place).map { found in
      FieldPlace(
        file: place.source.name, line: found.location.line, column: found.location.column,
        snippet: snippet(of: found, in: place.source, part: .all), making: making(of: place))
    }
  }

  /// What of a field is pointed at.
  private enum Part {
    case all
    /// What stands before the colon: what is meant is in it, and not written.
    case key
  }

  /// The line of a field; of a long one what is around the field.
  private func snippet(of field: Field, in source: InputSource, part: Part) -> FieldPlace.Snippet? {
    let before = min(field.bytes.lowerBound, 160)
    let start = field.bytes.lowerBound - before
    guard let bytes = bytes(of: source, from: start, atMost: before + 400), bytes.count > before else { return nil }
    let lineStart = bytes[..<before].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lineEnd = bytes[before...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var end = min(lineEnd, before + field.bytes.count)
    if part == .key, let colon = bytes[before..<end].firstIndex(of: UInt8(ascii: ":")) { end = colon }
    // Half a character at either end is none.
    let isCut = lineStart == 0 && start > 0
    var left = bytes[lineStart..<before].drop { isCut && $0 & 0xC0 == 0x80 }
    if !isCut, left.starts(with: [0xEF, 0xBB, 0xBF]) { left = left.dropFirst(3) }
    let head = String(decoding: left, as: UTF8.self)
    let meant = String(decoding: bytes[before..<end], as: UTF8.self)
    let tail = String(decoding: bytes[end..<lineEnd], as: UTF8.self)
    let (shownHead, shownMeant, shownTail) = (head.excerpt, meant.excerpt, tail.excerpt)
    // What fits beside the number of the line in 80 columns; of what is meant all, if that is not too long.
    let width = 68
    let needed = min(shownMeant.columns, width - 12) + (shownTail.isEmpty ? 0 : 1)
    let beginning =
      isCut || shownHead.columns + needed > width ? "…" + shownHead.end(within: width - needed - 1) : shownHead
    let text = beginning + shownMeant + shownTail
    let shown = text.columns > width ? text.beginning(within: width - 1) + "…" : text
    let indent = beginning.columns
    return FieldPlace.Snippet(
      text: shown, indent: indent, width: max(1, min(shownMeant.columns, shown.columns - indent)))
  }
}
