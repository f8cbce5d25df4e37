import ArgumentParser
import Foundation

/// Standard output, which may be full or gone.
enum StandardOutput {
  /// Writes some text.
  ///
  /// - Throws: The exit status 74 after a message, where that is not possible.
  static func write(_ text: [UInt8]) throws {
    do {
      try unsafe text.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        // Nothing is copied, and nothing written to what is lent.
        let data = unsafe Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none)
        try FileHandle.standardOutput.write(contentsOf: data)
      }
    } catch {
      FileHandle.standardError.write(Data("meshmap: the output cannot be written: \(error.localizedDescription)\n".utf8))
      throw ExitCode(74)  // EX_IOERR, of the same list as 64.
    }
  }
}
