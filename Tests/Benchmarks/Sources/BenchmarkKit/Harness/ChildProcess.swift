package import Foundation

/// A program that was run to its end, with what it took.
package struct ChildProcess {
  /// How long it ran, in seconds.
  let seconds: Double
  /// How long all cores together worked for it, in seconds.
  let processorSeconds: Double
  /// The most memory that it had, in bytes. Never less than this process had when it started the program.
  let peakMemory: Int
  /// What it wrote to its standard output; empty where that was thrown away.
  package let output: Data

  /// Runs a program with this process's environment and standard error.
  ///
  /// - Parameters:
  ///   - program: The path of the program, or its name where it is found through `PATH`.
  ///   - arguments: What stands behind its name.
  ///   - output: What becomes of its standard output.
  /// - Throws: ``BenchmarkFailure`` where it cannot be started or does not end with status 0.
  package init(_ program: String, _ arguments: [String], output destination: Output = .discarded) throws {
    let path = destination == .kept ? NSTemporaryDirectory() + "output-\(UUID().uuidString)" : "/dev/null"
    defer { if destination == .kept { unsafe unlink(path) } }
    let command = ([program] + arguments).joined(separator: " ")
    let start = ContinuousClock.now
    let pid = try Self.spawn([program] + arguments, outputPath: path)
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(pid, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkFailure("cannot wait for \(command)") }
    }
    seconds = (ContinuousClock.now - start).seconds
    guard status == 0 else { throw BenchmarkFailure("\(command) did not end with status 0; run it by itself to see why") }
    processorSeconds = usage.ru_utime.seconds + usage.ru_stime.seconds
    #if canImport(Darwin)
      peakMemory = Int(usage.ru_maxrss)
    #else
      peakMemory = Int(usage.ru_maxrss) * 1024
    #endif
    output = destination == .kept ? try Data(contentsOf: URL(fileURLWithPath: path)) : Data()
  }

  /// What becomes of a program's standard output.
  package enum Output: Sendable {
    case kept
    case discarded
  }

  private static func spawn(_ words: [String], outputPath: String) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe release(arguments) }
    var variables: [UnsafeMutablePointer<CChar>?] =
      unsafe ProcessInfo.processInfo.environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe release(variables) }
    var pid: pid_t = 0
    let problem = unsafe posix_spawnp(&pid, words[0], &actions, nil, &arguments, &variables)
    guard problem == 0 else {
      throw BenchmarkFailure("cannot run \(words[0]): \(unsafe String(cString: strerror(problem)))")
    }
    return pid
  }
}
/// Frees copies of strings that C was given.
private func release(_ strings: [UnsafeMutablePointer<CChar>?]) {
  for index in unsafe strings.indices { unsafe free(strings[index]) }
}

extension timeval {
  /// The time in seconds.
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}
