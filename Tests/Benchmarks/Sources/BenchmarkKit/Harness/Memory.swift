import CMemory
import Foundation

/// What the process uses of the machine's memory.
package enum Memory {
  /// The bytes that are allocated now; nil where the platform does not tell.
  static var inUse: Int? {
    let bytes = memory_in_use()
    return bytes < 0 ? nil : bytes
  }

  /// How many allocations something makes, on all threads; nil where the platform does not tell.
  package static func allocations(during body: () throws -> Void) rethrows -> Int? {
    allocations_begin()
    var count = -1
    do {
      defer { count = allocations_end() }
      try body()
    }
    return count < 0 ? nil : count
  }

  /// The most bytes that something has in use at once, on all threads, beyond those that were in use before; nil where the platform does
  /// not tell. Unlike the memory of the process it is the same each time.
  package static func mostBytes(during body: () throws -> Void) rethrows -> Int? {
    guard try allocations(during: body) != nil else { return nil }
    return allocations_most_bytes()
  }

  /// The most memory that the process ever had, in bytes.
  static var peak: Int {
    #if os(Linux)
      // Unlike the resource usage, this does not count what the process was before it became this program.
      return field("VmHWM:")
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Int(usage.ru_maxrss)
    #endif
  }

  /// The memory that the process has now, in bytes; 0 where the platform does not tell.
  static var resident: Int { field("VmRSS:") }

  /// Makes the most memory that the process ever had what it has now, where the platform lets it.
  static func forgetPeak() -> Bool {
    #if os(Linux)
      guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return false }
      return (try? file.write(contentsOf: Data("5".utf8))) != nil
    #else
      return false
    #endif
  }

  /// A number of kilobytes of what Linux tells of the process, in bytes.
  private static func field(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }
}
