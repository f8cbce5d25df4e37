import Foundation

/// How wide text may be, and how it is broken into lines.
package struct TextLayout: Sendable {
  /// How many columns there are; nil where nobody looks, since the output is a pipe or a file.
  package let width: Int?

  package init(width: Int?) {
    self.width = width
  }

  /// The width of the terminal that the output goes to, or what `COLUMNS` says.
  package static var ofStandardOutput: TextLayout { TextLayout(of: STDOUT_FILENO) }

  /// The width of the terminal that messages go to, or what `COLUMNS` says.
  package static var ofStandardError: TextLayout { TextLayout(of: STDERR_FILENO) }

  private init(of descriptor: Int32) {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns >= 40 {
      self.init(width: columns)
      return
    }
    guard isatty(descriptor) == 1 else {
      self.init(width: nil)
      return
    }
    var size = winsize()
    let found = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    self.init(width: found == 0 && size.ws_col >= 40 ? Int(size.ws_col) : 80)
  }

  /// A line as lines that are no wider than there is room: broken between words, what follows the first indented by so much.
  package func lines(of line: String, indent: Int) -> [String] {
    guard let width, line.columns > width else { return [line] }
    if line.drop(while: { $0 == " " }).hasPrefix("kubectl ") { return commandLines(of: line, within: width) }
    let margin = String(repeating: " ", count: indent)
    let beginning = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var current = beginning
    var used = beginning.count
    for word in line.dropFirst(beginning.count).split(separator: " ", omittingEmptySubsequences: false) {
      let columns = String(word).columns
      let isFirst = used == (lines.isEmpty ? beginning.count : indent)
      if !isFirst, used + 1 + columns > width {
        lines.append(current)
        (current, used) = (margin + word, indent + columns)
      } else {
        current += isFirst ? String(word) : " \(word)"
        used += columns + (isFirst ? 0 : 1)
      }
    }
    lines.append(current)
    return lines
  }

  /// A command as lines that a shell takes together, so that it can be copied: broken between its words, never within quotes.
  private func commandLines(of line: String, within width: Int) -> [String] {
    let beginning = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var current = ""
    for word in Self.words(of: line.dropFirst(beginning.count)) {
      if current.isEmpty {
        current = beginning + word
      } else if current.columns + 1 + word.columns + 2 <= width {
        current += " \(word)"
      } else {
        lines.append(current + " \\")
        current = "\(beginning)    \(word)"
      }
    }
    return lines + [current]
  }

  /// The words of a command, each with its quotes.
  private static func words(of command: Substring) -> [String] {
    var words = [""]
    var isQuoted = false
    var isEscaped = false
    for character in command {
      if character == " ", !isQuoted, !isEscaped {
        words.append("")
        continue
      }
      if character == "'", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isQuoted && !isEscaped
      words[words.count - 1].append(character)
    }
    return words.filter { !$0.isEmpty }
  }

  /// Lines, each broken where it is too wide; what follows the first of a line is indented four columns more than that.
  package func text(of lines: [String]) -> String {
    lines.flatMap { line in self.lines(of: line, indent: line.prefix { $0 == " " }.count + 4) }.joined(separator: "\n")
  }
}
