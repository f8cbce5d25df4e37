/// The line of standard error that tells how far reading has come: only on a terminal, and only where it takes a while.
package struct ProgressLine {
  /// How many bytes there are; nil where only the end will tell.
  private let size: Int?
  /// Writes to the terminal; nil where there is none.
  private let terminal: ((String) -> Void)?
  private var isShown = false
  private var lastShown: ContinuousClock.Instant?

  /// Inputs up to this many bytes are read before anybody wonders.
  private static let smallest = 20_000_000
  private static let pause = Duration.milliseconds(100)

  /// A line for an input of a size on a terminal.
  package init(size: Int?, terminal: ((String) -> Void)?) {
    self.size = size
    self.terminal = terminal
  }

  /// A line for an input of a size on standard error.
  init(size: Int?) {
    let isTerminal = Descriptor.standardError.isTerminal
    self.init(size: size, terminal: isTerminal ? { Messages.show($0) } : nil)
  }

  /// Shows how much was read, in place of what was shown before.
  package mutating func show(bytes: Int, objects: Int) {
    guard let terminal, max(size ?? 0, bytes) > Self.smallest else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < Self.pause { return }
    lastShown = now
    isShown = true
    terminal("\r\(Self.text(bytes: bytes, of: size, objects: objects))\u{1B}[K")
  }

  /// Clears the line.
  package mutating func clear() {
    guard isShown, let terminal else { return }
    isShown = false
    terminal("\r\u{1B}[K")
  }

  /// What the line says, e.g. `read 120 of 400 MB, 31,000 objects`.
  package static func text(bytes: Int, of size: Int?, objects: Int) -> String {
    let megabytes = size.map { "\(bytes / 1_000_000) of \($0 / 1_000_000) MB" } ?? "\(bytes / 1_000_000) MB"
    return "read \(megabytes), \(grouped(objects)) objects"
  }

  /// A number with a comma after every three digits from its end.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in "\(number)".reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
