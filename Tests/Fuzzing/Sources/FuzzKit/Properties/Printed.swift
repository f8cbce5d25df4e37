import KubernetesObjects

/// What is printed to a terminal.
enum Printed {
  /// Makes sure that a terminal shows a string and does nothing else.
  static func check(_ string: String?, _ what: @autoclosure () -> String) throws(BrokenProperty) {
    guard let string, !isPlain(string) else { return }
    let unsafeScalar = string.unicodeScalars.first { !SafePrinting.isSafe($0) }
    try BrokenProperty.unless(unsafeScalar == nil, "every message is safe to print", "\(what()): \(string.debugDescription)")
  }

  /// Makes sure that what is written as JSON shows on a terminal, line breaks and all.
  static func check(json: [UInt8], _ what: @autoclosure () -> String) throws(BrokenProperty) {
    if json.allSatisfy({ $0 == 0x0A || $0 >= 0x20 && $0 < 0x7F }) { return }
    let text = String(decoding: json, as: UTF8.self)
    let unsafeScalar = text.unicodeScalars.first { $0 != "\n" && !SafePrinting.isSafe($0) }
    try BrokenProperty.unless(unsafeScalar == nil, "JSON is safe to print", "\(what()): \(text.debugDescription)")
  }

  private static func isPlain(_ string: String) -> Bool {
    string.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
