import Foundation

/// Whether output is coloured, and how.
package struct Style: Sendable {
  let isColoured: Bool

  /// Whether somebody wants colour.
  package enum Choice: Sendable {
    /// On a terminal, unless the environment asks for none.
    case automatic
    case always
    case never
  }

  /// How standard output is coloured: as somebody chose, or else on a terminal unless the environment asks for none
  /// (https://no-color.org).
  package static func ofStandardOutput(_ choice: Choice) -> Style {
    switch choice {
    case .always: return Style(isColoured: true)
    case .never: return .plain
    case .automatic:
      let environment = ProcessInfo.processInfo.environment
      let isWanted = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      return Style(isColoured: isWanted && isatty(1) == 1)
    }
  }

  /// No colour.
  package static let plain = Style(isColoured: false)

  func good(_ text: String) -> String { wrapped(text, "32") }
  func bad(_ text: String) -> String { wrapped(text, "31") }
  func notable(_ text: String) -> String { wrapped(text, "33") }
  func faint(_ text: String) -> String { wrapped(text, "2") }
  func strong(_ text: String) -> String { wrapped(text, "1") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
