extension ReleaseRange: CustomStringConvertible {
  /// The run in words, e.g. `2.5.0 and later`, `2.4.4 and later 2.4`, or `3.0.0, announced` where its first release is not out yet.
  public var description: String {
    if first.isAnnounced { return "\(first), announced" }
    return end == nil ? "\(first) and later" : "\(first) and later \(first.major).\(first.minor)"
  }
}
