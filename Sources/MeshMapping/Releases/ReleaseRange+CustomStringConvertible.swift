extension ReleaseRange: CustomStringConvertible {
  /// The run in words, e.g. `2.5.0 and later` or `2.4.4 and later 2.4`.
  public var description: String {
    end == nil ? "\(first) and later" : "\(first) and later \(first.major).\(first.minor)"
  }
}
