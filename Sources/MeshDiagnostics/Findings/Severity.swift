/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
  /// Good to know.
  case info
  /// Probably not what was meant.
  case warning
  /// It will not work.
  case error

  /// Whether the left one matters less.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
