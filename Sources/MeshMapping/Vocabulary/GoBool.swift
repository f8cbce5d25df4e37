/// Booleans as Go's `strconv.ParseBool` reads them, which Kuma used for some annotations before 1.5.
enum GoBool {
  /// The value, or nil where the text is none.
  static func parse(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "true", "TRUE", "True": true
    case "0", "f", "F", "false", "FALSE", "False": false
    default: nil
    }
  }
}
