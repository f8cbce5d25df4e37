extension ControlPlane {
  /// The name of the control plane's zone: the one that is set, or else the release's own; empty for none (TAG-5).
  public var zone: String {
    settings.zone ?? rules.zone.defaultName
  }

  /// Whether the control plane is that of a zone (LBL-1).
  var isOfZone: Bool {
    rules.zone.mode == .always || !zone.isEmpty
  }
}
