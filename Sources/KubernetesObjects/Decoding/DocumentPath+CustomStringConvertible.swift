extension DocumentPath: CustomStringConvertible {
  /// The path as it is written, e.g. `spec.ports[0].port` or `metadata.labels["kuma.io/mesh"]`, safe to print.
  public var description: String {
    var written = ""
    for step in steps {
      switch step {
      case .index(let index): written += "[\(index)]"
      case .key(let key) where key.string.isPlainKey: written += written.isEmpty ? key.string : ".\(key.string)"
      case .key(let key): written += "[\(key.string.quotedSafely)]"
      }
    }
    return written
  }
}

extension DocumentPath.Step: ExpressibleByStringLiteral {
  /// A step to the value of a key.
  public init(stringLiteral key: String) {
    self = .key(ExactString(key))
  }
}

extension String {
  /// Whether a key needs neither quotes nor brackets in a path.
  fileprivate var isPlainKey: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
          || byte == 0x5F
      }
  }
}
