#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, pipe or terminal by its number, used in a way in which nothing traps: what goes wrong is a number of the system.
package struct Descriptor: Sendable {
  /// What went wrong, by the number that the system has for it.
  package struct Failure: Error, Sendable, Hashable {
    package let number: Int32

    /// Whether nobody reads what is written any more.
    package var isBrokenPipe: Bool { number == EPIPE }
    /// Whether there is nothing of that name.
    package var isAbsence: Bool { number == ENOENT || number == ENOTDIR }

    /// What went wrong, in the words of the system.
    package var words: String {
      switch number {
      case EPIPE: "its reader is gone"
      case ENOSPC: "no space is left there"
      case EBADF: "it is closed"
      case EACCES, EPERM: "permission is denied"
      case EISDIR: "it is a folder"
      case ELOOP: "its links lead in a circle"
      case EIO: "the device fails"
      default: "the system's error is \(number)"
      }
    }
  }

  package static let standardInput = Descriptor(number: STDIN_FILENO)
  package static let standardOutput = Descriptor(number: STDOUT_FILENO)
  package static let standardError = Descriptor(number: STDERR_FILENO)

  private let number: Int32

  package init(number: Int32) {
    self.number = number
  }

  /// Opens a file for reading.
  package init(readingFileAt path: String) throws(Failure) {
    number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw Failure(number: errno) }
  }

  package func close() {
    #if canImport(Glibc)
      _ = Glibc.close(number)
    #elseif canImport(Musl)
      _ = Musl.close(number)
    #else
      _ = Darwin.close(number)
    #endif
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// Reads some bytes, up to a number; none at the end.
  package func read(atMost count: Int) throws(Failure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var result = unsafe Self.read(number, buffer.baseAddress, buffer.count)
      while result < 0, errno == EINTR || (errno == EAGAIN && wait(for: Int16(POLLIN))) {
        result = unsafe Self.read(number, buffer.baseAddress, buffer.count)
      }
      if result < 0 { failure = errno }
      initialized = max(result, 0)
    }
    guard failure == 0 else { throw Failure(number: failure) }
    return bytes
  }

  private static func read(_ number: Int32, _ base: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(number, base, count)
    #elseif canImport(Musl)
      unsafe Musl.read(number, base, count)
    #else
      unsafe Darwin.read(number, base, count)
    #endif
  }

  /// Goes to a byte of a file.
  package func seek(to offset: Int) throws(Failure) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw Failure(number: errno) }
  }

  /// Writes all bytes.
  package func write(_ bytes: [UInt8]) throws(Failure) {
    let failure: Int32 = unsafe bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let result = unsafe Self.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if result > 0 {
          written += result
        } else if result == 0 {
          return EIO
        } else if errno != EINTR, errno != EAGAIN || !wait(for: Int16(POLLOUT)) {
          return errno
        }
      }
      return 0
    }
    guard failure == 0 else { throw Failure(number: failure) }
  }

  private static func write(_ number: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(number, base, count)
    #elseif canImport(Musl)
      unsafe Musl.write(number, base, count)
    #else
      unsafe Darwin.write(number, base, count)
    #endif
  }

  /// Waits until it is ready, where it is one that does not wait by itself.
  private func wait(for events: Int16) -> Bool {
    var request = pollfd(fd: number, events: events, revents: 0)
    return unsafe poll(&request, 1, -1) > 0
  }
}

extension Descriptor {
  /// Makes the process one that no reader and nobody who closed its outputs can end: what cannot be written is an error of the write,
  /// and no file that is opened takes the number of an output that is closed.
  package static func prepareProcess() {
    signal(SIGPIPE, SIG_IGN)
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      // Reading only: what is written there is still refused.
      guard unsafe open("/dev/null", O_RDONLY) == number else { return }
    }
  }
}
