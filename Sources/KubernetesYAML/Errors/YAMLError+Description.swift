extension YAMLError: CustomStringConvertible {
  /// The location and the message, e.g. `line 3, column 7: …`.
  public var description: String { "\(location): \(message)" }
}
