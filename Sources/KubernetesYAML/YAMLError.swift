/// Why a document is not read, and where reading stopped.
public struct YAMLError: Error, Sendable, Hashable {
  /// Why a document is not read.
  public enum Reason: Error, Sendable, Hashable {
    /// It is not YAML.
    case malformed
    /// It is YAML of a kind that is not read, e.g. with an anchor.
    case unsupported
  }

  /// Why the document is not read.
  public let reason: Reason
  /// Where reading stopped: at the first character that cannot be read, or at the end of what it belongs to.
  public let location: YAMLLocation

  /// An error with the given reason and location.
  public init(_ reason: Reason, at location: YAMLLocation) {
    self.reason = reason
    self.location = location
  }
}
