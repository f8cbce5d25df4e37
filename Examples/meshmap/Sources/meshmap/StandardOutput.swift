import ArgumentParser
import Foundation

/// Standard output, which may be full or gone.
enum StandardOutput {
  /// Writes a text.
  ///
  /// - Throws: The exit status 74 after a message, where that is not possible.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      FileHandle.standardError.write(Data("meshmap: the output cannot be written: \(error.localizedDescription)\n".utf8))
      throw ExitCode(74)  // EX_IOERR, of the same list as 64.
    }
  }
}
