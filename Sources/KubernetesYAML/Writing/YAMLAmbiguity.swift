/// Which strings some reader takes for something else if they are not quoted, including those of YAML 1.1 that Kubernetes' own
/// tools do not know: numbers in base 60, dates, `=` and `<<`.
enum YAMLAmbiguity {
  static func isAmbiguous(_ string: String) -> Bool {
    if string == "=" || string == "<<" || YAMLScalar(word: string) != nil { return true }
    guard let first = string.utf8.first, "+-.0123456789".utf8.contains(first) else { return false }
    if case .string = YAMLScalar(plain: string) { return isInteger(string) || isFloat(string) || isDate(string) }
    return true
  }

  /// A place in a string that moves over what it is asked for.
  private struct Cursor {
    var rest: Substring.UTF8View

    init(_ string: String) { rest = Substring(string).utf8 }

    /// Moves over one of some characters.
    mutating func take(_ characters: String) -> Bool {
      guard let first = rest.first, characters.utf8.contains(first) else { return false }
      rest.removeFirst()
      return true
    }

    /// Moves over as many of some characters as there are, and gives how many.
    mutating func takeAll(_ characters: String, atMost count: Int = .max) -> Int {
      var taken = 0
      while taken < count, take(characters) { taken += 1 }
      return taken
    }

    /// Moves over a string.
    mutating func takeAll(of string: String) -> Bool {
      guard rest.starts(with: string.utf8) else { return false }
      rest = rest.dropFirst(string.utf8.count)
      return true
    }
  }

  private static let digits = "0123456789"
  private static let loose = "0123456789_"

  private static func isInteger(_ string: String) -> Bool {
    var start = Cursor(string)
    _ = start.take("+-")
    for (prefix, digits) in [("0b", "01_"), ("0o", "01234567_"), ("0x", "0123456789abcdefABCDEF_"), ("0", "01234567_")] {
      var cursor = start
      if cursor.takeAll(of: prefix), cursor.takeAll(digits) > 0 || prefix == "0", cursor.rest.isEmpty { return true }
    }
    guard start.take("123456789") else { return false }
    _ = start.takeAll(loose)
    return start.rest.isEmpty || isBase60(&start) && start.rest.isEmpty
  }

  /// Whether there are digits in base 60, each after a colon.
  private static func isBase60(_ cursor: inout Cursor) -> Bool {
    guard cursor.take(":") else { return false }
    repeat {
      // The first of two digits is at most 5.
      guard let first = cursor.rest.first, cursor.take(digits) else { return false }
      if first <= UInt8(ascii: "5") { _ = cursor.take(digits) }
    } while cursor.take(":")
    return true
  }

  private static func isFloat(_ string: String) -> Bool {
    var cursor = Cursor(string)
    if cursor.take(".") {
      guard cursor.takeAll(loose) > 0 else { return false }
      if cursor.take("eE") { guard cursor.take("+-"), cursor.takeAll(digits) > 0 else { return false } }
      return cursor.rest.isEmpty
    }
    _ = cursor.take("+-")
    guard cursor.take(digits) else { return false }
    _ = cursor.takeAll(loose)
    var parts = cursor
    if isBase60(&parts), parts.take(".") {
      _ = parts.takeAll(loose)
      if parts.rest.isEmpty { return true }
    }
    if cursor.take(".") { _ = cursor.takeAll(loose) }
    if cursor.take("eE") {
      _ = cursor.take("+-")
      guard cursor.takeAll(digits) > 0 else { return false }
    }
    return cursor.rest.isEmpty
  }

  private static func isDate(_ string: String) -> Bool {
    var cursor = Cursor(string)
    guard cursor.takeAll(digits, atMost: 4) == 4, cursor.take("-") else { return false }
    let month = cursor.takeAll(digits, atMost: 2)
    guard month > 0, cursor.take("-") else { return false }
    let day = cursor.takeAll(digits, atMost: 2)
    if cursor.rest.isEmpty { return month == 2 && day == 2 }
    guard day > 0, cursor.take("Tt") || cursor.takeAll(" \t") > 0, (1...2).contains(cursor.takeAll(digits, atMost: 2)) else {
      return false
    }
    for _ in 0..<2 { guard cursor.take(":"), cursor.takeAll(digits, atMost: 2) == 2 else { return false } }
    if cursor.take(".") { _ = cursor.takeAll(digits) }
    _ = cursor.takeAll(" \t")
    if cursor.rest.isEmpty || cursor.take("Z") { return cursor.rest.isEmpty }
    guard cursor.take("+-"), cursor.takeAll(digits, atMost: 2) > 0 else { return false }
    if cursor.take(":") { guard cursor.takeAll(digits, atMost: 2) == 2 else { return false } }
    return cursor.rest.isEmpty
  }
}
