/// A decoder that reports whether its next value is a string, so that a value that is a string or a number is decoded as what it is, and
/// no error is made only to be thrown away.
///
/// ``PortReference`` asks for it, and tries both where its decoder does not conform.
public protocol StringTellingDecoder: Decoder {
  /// Whether the value that the decoder reads next is a string.
  var isAtString: Bool { get }
}
