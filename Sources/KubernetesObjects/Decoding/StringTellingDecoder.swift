/// A decoder that tells whether it stands at a string, so that a value that is a string or a number is decoded as what it is, and
/// no error is made only to be thrown away.
///
/// ``PortReference`` asks for it, and tries both where its decoder does not conform.
public protocol StringTellingDecoder: Decoder {
  /// Whether the value at which the decoder stands is a string.
  var isAtString: Bool { get }
}
