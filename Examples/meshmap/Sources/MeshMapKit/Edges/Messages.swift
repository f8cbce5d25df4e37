import Foundation
import Synchronization

/// Messages for the person at the command, on standard error.
package enum Messages {
  /// What is shown once the answer stands there.
  private static let held = Mutex<[String]>([])
  /// What was told already, which is not told twice where an input is read twice.
  private static let known = Mutex<Set<String>>([])

  /// Tells a message, line by line, no line wider than the terminal. Where standard error does not take it, the status of the command
  /// still tells the outcome.
  package static func tell(_ message: String) {
    let layout = TextLayout.ofStandardError
    let lines = message.split(separator: "\n").flatMap { layout.lines(of: "meshmap: \($0)", indent: 4) }
    show(lines.map { "\($0)\n" }.joined())
  }

  /// Tells a message that is no answer: behind that where both go to a terminal, since the answer comes first there; at once where they go
  /// different ways, since it may be long until there is one.
  package static func tellAfterAnswer(_ message: String) {
    guard known.withLock({ $0.insert(message).inserted }) else { return }
    guard isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return tell(message) }
    held.withLock { $0.append(message) }
  }

  /// Tells what was held back until there is an answer, or that there will be none.
  package static func showWhatIsHeld() {
    let messages = held.withLock { held in
      defer { held = [] }
      return held
    }
    for message in messages { tell(message) }
  }

  /// Writes a string as it is.
  package static func show(_ string: String) {
    do throws(Descriptor.Failure) {
      try Descriptor.standardError.write(Array(string.utf8))
    } catch {
      // There is nobody left to be told.
      return
    }
  }
}
