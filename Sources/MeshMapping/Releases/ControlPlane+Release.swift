extension ControlPlane {
  /// The control plane of a release, bugs included, with the release's own defaults.
  ///
  /// ```swift
  /// let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"), zone: "east")
  /// ```
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - zone: The zone's name; empty for none, nil for the release's own default, which from 2.6.0 on is `default`.
  public init(release: KumaRelease, zone: String? = nil) {
    self.init(rules: ReleaseHistory.rules(of: release), settings: ControlPlaneSettings(zone: zone))
  }
}
