extension String {
  /// The string as a POSIX shell takes it for one word: quoted where it is not letters, digits and signs without a meaning.
  ///
  /// What is not safe to print is escaped first, so that a command can be shown and copied whoever wrote the name in it.
  package var quotedForShell: String {
    let isPlain = utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-+:@%,=".utf8.contains(byte)
    }
    if isPlain, !isEmpty { return self }
    let parts = printedSafely.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(parts.joined(separator: "'\\''"))'"
  }
}
