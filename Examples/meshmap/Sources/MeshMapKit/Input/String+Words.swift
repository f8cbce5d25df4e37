extension String {
  /// Whether the string is one word that YAML can take for something else than a string, as a boolean and a number are.
  var isWord: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "+-._:".utf8.contains(byte)
      }
  }
}
