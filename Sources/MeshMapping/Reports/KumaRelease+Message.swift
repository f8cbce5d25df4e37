extension KumaRelease {
  /// What has to be said of a release that is announced and not out yet, as a sentence; nil of one that is out.
  public var announcement: String? {
    guard isAnnounced else { return nil }
    return "Kuma \(self) is announced, not released: its rules are the development branch's, and may change until it is out."
  }
}
