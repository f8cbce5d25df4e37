/// How the JSON of a dump is laid out.
package enum DumpLayout: String, Sendable, Hashable, CaseIterable {
  /// Without blanks, as the API server sends it and `kubectl get --raw` prints it.
  case compact
  /// Indented by four blanks, as `kubectl get -o json` prints it; about twice as long.
  case indented

  /// JSON without blanks, laid out as the value of an item of a list.
  package func laidOut(_ json: String) -> [UInt8] {
    switch self {
    case .compact: Array(json.utf8)
    case .indented: Self.indented(json)
    }
  }

  private static func indented(_ json: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.utf8.count * 5 / 2)
    var depth = 2
    var isInString = false
    var isEscaped = false
    var previous: UInt8 = 0
    func breakLine() {
      result.append(UInt8(ascii: "\n"))
      result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 4))
    }
    for byte in json.utf8 {
      defer { previous = byte }
      if isInString {
        result.append(byte)
        if byte == UInt8(ascii: "\""), !isEscaped { isInString = false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      let isAfterOpening = previous == UInt8(ascii: "{") || previous == UInt8(ascii: "[")
      let isClosing = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      if isClosing { depth -= 1 }
      // Empty objects and lists stay on one line.
      if isAfterOpening != isClosing { breakLine() }
      result.append(byte)
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ","): breakLine()
      case UInt8(ascii: ":"): result.append(UInt8(ascii: " "))
      case UInt8(ascii: "\""): isInString = true
      default: break
      }
    }
    return result
  }
}
