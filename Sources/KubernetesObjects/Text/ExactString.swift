/// A string that is compared and hashed by its UTF-8 bytes, as Kubernetes and Kuma compare: an element of a collection, the key of
/// a dictionary, or the payload of an enum. For properties, see ``ByteExact``.
///
/// Literals and interpolations make one, so that a payload is matched and made as one of a `String` is; for a string in a variable
/// there is ``init(_:)``, and ``string`` gives it back.
///
/// `String` itself holds strings equal that merely look the same (Unicode's canonical equivalence).
public struct ExactString: Sendable, Hashable {
  /// The string.
  public let string: String

  /// The given string, to be compared by its bytes.
  public init(_ string: String) {
    self.string = string
  }

  /// Whether both consist of the same UTF-8 bytes. O(*n*).
  public static func == (left: ExactString, right: ExactString) -> Bool {
    left.string.hasSameBytes(as: right.string)
  }

  /// Feeds the UTF-8 bytes to a hasher. O(*n*).
  public func hash(into hasher: inout Hasher) {
    let bytes = string.utf8
    let hashed: Void? = unsafe bytes.withContiguousStorageIfAvailable {
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if hashed == nil { for byte in bytes { hasher.combine(byte) } }
    // What no UTF-8 holds ends the string, so that the parts of "ab" + "c" do not hash as those of "a" + "bc".
    hasher.combine(0xFF as UInt8)
  }
}

extension ExactString: Comparable {
  /// Whether the UTF-8 bytes of one string sort before those of another. O(*n*).
  public static func < (left: ExactString, right: ExactString) -> Bool {
    left.string.precedesInBytes(right.string)
  }
}

extension ExactString: ExpressibleByStringInterpolation {
  /// The string of a literal, to be compared by its bytes.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension ExactString: CustomStringConvertible {
  /// The string.
  public var description: String { string }
}
