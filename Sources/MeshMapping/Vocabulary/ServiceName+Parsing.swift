public import KubernetesObjects

/// Why a text is not the name of a service on Kubernetes.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum ServiceNameError: Error, Sendable, Hashable {
  /// The text is empty.
  case empty
  /// There is whitespace at this offset, counted in bytes.
  case whitespace(at: Int)
  /// The text has this many parts between its `_`, where three or four are needed.
  case partCount(Int)
  /// The third part is this, where `svc` is needed.
  case marker(ExactString)
  /// The first part is not the name of a Service, a Pod or an owner.
  case name(ExactString)
  /// The second part is not the name of a namespace.
  case namespace(ExactString)
  /// The fourth part is not a port number from 1 to 65535 without leading zeros.
  case port(ExactString)
}

extension ServiceNameError: CustomStringConvertible {
  /// What is wrong and what is needed, in a sentence without its end that is safe to print.
  public var description: String {
    switch self {
    case .empty: "the name is empty; write <name>_<namespace>_svc_<port>"
    case .whitespace(let offset): "there is whitespace at byte \(offset); write the name without whitespace"
    case .partCount(let count):
      "it has \(count) part\(count == 1 ? "" : "s") between \"_\"; write <name>_<namespace>_svc_<port>, or <name>_<namespace>_svc for a Pod without a Service"
    case .marker(let text): "the third part is \(text.quotedSafely) and must be \"svc\""
    case .name(let text):
      "\(text.quotedSafely) is not the name of a Service or Pod: lower-case letters, digits, \"-\" and \".\" between them"
    case .namespace(let text):
      "\(text.quotedSafely) is not the name of a namespace: at most 63 lower-case letters, digits and \"-\" between them"
    case .port(let text): "\(text.quotedSafely) is not a port: a number from 1 to 65535 without leading zeros"
    }
  }
}

extension ServiceName {
  /// Reads a name as Kuma writes it; what it accepts, ``description`` gives back byte for byte (NAME-1, NAME-2).
  ///
  /// - Throws: ``ServiceNameError`` saying which part is wrong.
  public init(parsing text: String) throws(ServiceNameError) {
    guard !text.isEmpty else { throw .empty }
    if let whitespace = text.utf8.enumerated().first(where: { $0.element == 0x20 || (0x09...0x0D).contains($0.element) }) {
      throw .whitespace(at: whitespace.offset)
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard parts.count == 3 || parts.count == 4 else { throw .partCount(parts.count) }
    guard parts[2] == "svc" else { throw .marker(ExactString(parts[2])) }
    // A Service's name is one DNS label; a Pod's or an owner's may have several, joined by dots.
    let isName = parts.count == 4 ? DNSName.isLabel(parts[0]) : DNSName.isSubdomain(parts[0])
    guard isName else { throw .name(ExactString(parts[0])) }
    guard DNSName.isLabel(parts[1]) else { throw .namespace(ExactString(parts[1])) }
    guard parts.count == 4 else {
      self.init(name: parts[0], namespace: parts[1])
      return
    }
    guard let port = Self.port(parts[3]) else { throw .port(ExactString(parts[3])) }
    self.init(name: parts[0], namespace: parts[1], port: port)
  }

  private static func port(_ text: String) -> Int? {
    guard text.utf8.first != UInt8(ascii: "0"), let number = UnsignedDecimal.parse(text), (1...65535).contains(number) else {
      return nil
    }
    return number
  }
}
