extension ControlPlane {
  /// The control plane of a release, bugs included, with the release's own defaults.
  ///
  /// ```swift
  /// let kuma = ControlPlane(release: try KumaRelease(parsing: "2.9.4"), zone: "east")
  /// ```
  ///
  /// - Parameters:
  ///   - release: The release.
  ///   - zone: The zone's name; empty where none is set.
  public init(release: KumaRelease, zone: String = "") {
    self.init(rules: ReleaseHistory.rules(of: release), settings: ControlPlaneSettings(zone: zone))
  }
}
