/// Keys of annotations that ask for the metrics of an application to be aggregated.
enum AggregatedMetricsKey {
  /// What keys begin with under every rule.
  static let firstWord = "prometheus"
  private static let start = "prometheus.metrics.kuma.io/aggregate-"

  /// The application that a key names, or nil where it is another key.
  static func application(of key: String, _ rule: SectionRules.AggregatedKeys) -> String? {
    let scalars = Array(key.unicodeScalars)
    let pattern = Array(start.unicodeScalars)
    let isFound = scalars.count > pattern.count && zip(scalars, pattern).allSatisfy { isMatch($0, $1, rule) }
    guard isFound else { return nil }
    let rest = scalars[pattern.count...]
    for field in KumaKey.MetricsField.found {
      let end = Array("-\(field.rawValue)".unicodeScalars)
      guard rest.count > end.count, rest.suffix(end.count).elementsEqual(end) else { continue }
      let name = rest.dropLast(end.count)
      if name.allSatisfy(isNamePart) { return String(String.UnicodeScalarView(name)) }
    }
    return nil
  }

  private static func isMatch(
    _ scalar: Unicode.Scalar,
    _ pattern: Unicode.Scalar,
    _ rule: SectionRules.AggregatedKeys
  ) -> Bool {
    scalar == pattern || (rule == .anyCharacterForDots && pattern == "." && scalar != "\n")
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": true
    default: false
    }
  }
}
