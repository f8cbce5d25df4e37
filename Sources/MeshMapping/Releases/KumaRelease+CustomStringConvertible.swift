extension KumaRelease: CustomStringConvertible {
  /// The release as Kuma writes it, e.g. `2.9.4`.
  public var description: String { "\(major).\(minor).\(patch)" }
}
