/// Messages for the person at the command, on standard error.
package enum Messages {
  /// Tells a message, line by line. Where standard error does not take it, the status of the command still tells the outcome.
  package static func tell(_ message: String) {
    show(message.split(separator: "\n").map { "meshmap: \($0)\n" }.joined())
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
