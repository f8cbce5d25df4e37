import ArgumentParser
import MeshDiagnostics

/// Which findings a command ends with status 1 for.
enum FailThreshold: String, ExpressibleByArgument, CaseIterable {
  case error, warning, info, never

  /// Whether a command ends so for findings of a severity.
  func isReached(by severity: Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .info: true
    case .never: false
    }
  }
}
