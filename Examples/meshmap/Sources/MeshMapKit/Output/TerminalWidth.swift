import Foundation

/// How many characters stand on a line of the terminal.
package enum TerminalWidth {
  /// That of standard output: what `COLUMNS` says, or else what the terminal does; nil where it is none.
  package static var ofStandardOutput: Int? {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard isatty(1) == 1, unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
