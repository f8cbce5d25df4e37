extension YAMLError: CustomStringConvertible {
  /// The error as a sentence.
  public var description: String {
    switch reason {
    case .malformed: "This is not YAML at \(location)."
    case .unsupported: "This YAML has something at \(location) that is not read here, e.g. an anchor, a tag or a merge key."
    }
  }
}
