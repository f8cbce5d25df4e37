extension YAMLScanner {
  /// Copies what stands in the source, to be followed by something else; reading goes on at a position.
  mutating func copy(_ parts: inout YAMLScalarParts, goingOnAt position: Int) {
    made.append(contentsOf: source.bytes[parts.start..<parts.end])
    parts.isMade = true
    parts.start = position
    parts.end = position
  }

  /// Joins the line that begins at a position to those before it: a single line break counts as a space, the first of several
  /// does not count.
  mutating func join(_ parts: inout YAMLScalarParts, with position: Int) {
    copy(&parts, goingOnAt: position)
    if breaks.first != 0x0A {
      made.append(contentsOf: breaks)
    } else if breaks.count == 1 {
      made.append(0x20)
    } else {
      made.append(contentsOf: breaks.dropFirst())
    }
    breaks.removeAll(keepingCapacity: true)
  }

  /// The content of the scalar.
  mutating func finish(_ parts: inout YAMLScalarParts) -> YAMLContent {
    guard parts.isMade else { return YAMLContent(.source, parts.start..<parts.end) }
    copy(&parts, goingOnAt: parts.end)
    return YAMLContent(.made, parts.madeStart..<made.count)
  }

  /// Keeps bytes that were made of a scalar.
  mutating func make(_ bytes: some Sequence<UInt8>) -> YAMLContent {
    let start = made.count
    made.append(contentsOf: bytes)
    return YAMLContent(.made, start..<made.count)
  }
}
