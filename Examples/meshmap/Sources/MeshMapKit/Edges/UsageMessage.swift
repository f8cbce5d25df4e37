import KubernetesObjects

/// What the parser of arguments says, made safe to print. It shows what was written as it is; and settings of a file that somebody brought
/// along are arguments too.
package enum UsageMessage {
  /// A message in which arguments, and what stands before and behind their `=`, are escaped where they are not safe to print. Its own line
  /// breaks stay.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - arguments: The arguments that it may show.
  package static func safe(_ message: String, showing arguments: [String]) -> String {
    let parts = arguments.flatMap { argument in
      [Substring(argument)] + argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    }
    let unsafe = Set(parts.filter { !$0.unicodeScalars.allSatisfy(SafePrinting.isSafe) }.map { ExactString(String($0)) })
    var bytes = Array(message.utf8)
    // A part is shown within its whole, which is escaped first.
    for text in unsafe.sorted(by: { ($1.string.utf8.count, $0) < ($0.string.utf8.count, $1) }) {
      bytes = replacing(
        Array(text.string.utf8), in: bytes, with: Array(SafePrinting.quoted(text.string).utf8.dropFirst().dropLast()))
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(into: "") { safe, scalar in
      if scalar == "\n" || SafePrinting.isSafe(scalar) {
        safe.unicodeScalars.append(scalar)
      } else {
        safe += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
  }

  /// Bytes with each place at which some of them stand written otherwise.
  private static func replacing(_ pattern: [UInt8], in bytes: [UInt8], with replacement: [UInt8]) -> [UInt8] {
    var (result, index) = ([UInt8](), 0)
    while index < bytes.count {
      if bytes[index] == pattern.first, bytes[index...].starts(with: pattern) {
        result += replacement
        index += pattern.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
