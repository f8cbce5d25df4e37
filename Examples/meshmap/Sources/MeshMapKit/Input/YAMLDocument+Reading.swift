import KubernetesYAML

extension YAMLDocument {
  /// What of an input some bytes are.
  enum Extent {
    /// All that there is.
    case all
    /// Its beginning: more may follow.
    case beginning
  }

  /// The first document of some bytes that is not empty; nil where there is none, and where it may not be all of it.
  static func first(of bytes: ArraySlice<UInt8>, _ extent: Extent) -> YAMLDocument? {
    var stream = YAMLStream()
    stream.append(bytes)
    if extent == .all { stream.finish() }
    while let document = try? stream.next() {
      if !document.isEmpty { return document }
    }
    return nil
  }

  /// The first document from a byte on that is not empty; nil where there is none. O(*n*) for *n* bytes of it, however many follow.
  static func first(in bytes: [UInt8], from start: Int) -> YAMLDocument? {
    var size = 1 << 14
    while true {
      let end = min(bytes.count, start + size)
      if let document = first(of: bytes[start..<end], end == bytes.count ? .all : .beginning) { return document }
      guard end < bytes.count else { return nil }
      size *= 8
    }
  }
}
