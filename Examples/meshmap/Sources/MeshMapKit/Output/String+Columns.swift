extension String {
  /// How many columns of a terminal the string takes, the sequences that colour it not counted.
  var columns: Int {
    var count = 0
    var isEscape = false
    for character in self {
      if isEscape {
        if character == "m" { isEscape = false }
      } else if character == "\u{1B}" {
        isEscape = true
      } else {
        count += character.columns
      }
    }
    return count
  }

  /// As much of its beginning as fits into some columns.
  func beginning(within columns: Int) -> String {
    var left = columns
    return String(
      prefix { character in
        left -= character.columns
        return left >= 0
      })
  }

  /// As much of its end as fits into some columns.
  func end(within columns: Int) -> String {
    var left = columns
    let kept = reversed().prefix { character in
      left -= character.columns
      return left >= 0
    }
    return String(suffix(kept.count))
  }
}

extension Character {
  /// How many columns of a terminal the character takes: two for those of East Asia and pictures, none for what only marks another one.
  var columns: Int {
    if let byte = asciiValue { return byte == 0x0A ? 0 : 1 }
    var columns = 0
    for scalar in unicodeScalars {
      if scalar.value == 0xFE0F || scalar.isWide { return 2 }
      if !scalar.isMark { columns = 1 }
    }
    return columns
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// Whether it is wide, or as wide, by Unicode's annex 11: blocks as a whole, which terminals treat alike.
  fileprivate var isWide: Bool {
    guard value >= 0x1100 else { return false }
    return Self.wide.contains { $0.contains(value) } || properties.isEmojiPresentation
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
