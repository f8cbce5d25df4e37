extension YAMLScalar {
  /// What a scalar without quotes stands for: null, a Boolean in the words of YAML 1.1, a number, or else the string itself. What
  /// looks like a date, or like a number in base 60, is a string.
  ///
  /// - Complexity: O(*n*) in the length of the scalar.
  public init(plain content: String) {
    self = YAMLScalar(word: content) ?? Self.number(content) ?? .string(YAMLString(content))
  }

  /// What one of the words of YAML 1.1 stands for: null, a Boolean, or a number that digits do not write.
  ///
  /// This is the one list of these words. They are read as Kubernetes' own tools read them: `y` and `n` are Booleans, and letters
  /// are of one case but for the first, so that `tRUE` is no word.
  ///
  /// - Returns: Nil where the scalar is none of the words.
  public init?(word content: String) {
    switch content {
    case "", "~", "null", "Null", "NULL": self = .null
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": self = .bool(true)
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": self = .bool(false)
    case ".nan", ".NaN", ".NAN": self = .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": self = .float(-.infinity)
    default: return nil
    }
  }
}
