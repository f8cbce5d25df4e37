/// A string of a YAML document, compared and hashed by its UTF-8 bytes.
///
/// Swift takes `"é"` written with one scalar and with two for equal strings; Kubernetes does not, and so neither do the keys and
/// values of a document.
public struct YAMLString: Sendable {
  /// The string itself.
  public let string: String

  /// A string that is compared by its bytes.
  public init(_ string: String) {
    self.string = string
  }
}
