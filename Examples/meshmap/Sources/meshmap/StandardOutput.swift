import ArgumentParser
import MeshMapKit

/// Standard output, which may be full or gone.
enum StandardOutput {
  /// Writes some text.
  ///
  /// - Throws: The exit status 74 where that is not possible, after a message unless the reader went away, who knows why.
  static func write(_ text: [UInt8]) throws {
    do throws(Descriptor.Failure) {
      try Descriptor.standardOutput.write(text)
    } catch {
      if !error.isBrokenPipe { Messages.tell("the output cannot be written: \(error.words)") }
      throw ExitCode(Ending.unwritable.rawValue)
    }
  }
}
