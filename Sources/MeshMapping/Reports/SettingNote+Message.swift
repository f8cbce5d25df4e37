import KubernetesObjects

extension SettingNote {
  /// The name of the note, which never changes its meaning.
  public var code: String {
    switch self {
    case .noZone: "no-zone"
    case .invalidZone: "invalid-zone"
    case .longZone: "long-zone"
    case .zoneNotALabel: "zone-not-a-label"
    case .unknownSetting: "unknown-setting"
    case .unreadConfigMap: "unread-config-map"
    }
  }

  /// The note as a sentence that says what to do, safe to print.
  public var message: String {
    switch self {
    case .noZone:
      "A control plane of this release does not start without a zone; name one, or leave the zone out for the release's own."
    case .invalidZone(let name):
      "A control plane does not start with the zone \(name.string.quotedSafely); a zone's name is letters, digits, - and _, at most 63 at a time with dots between them."
    case .longZone(let name):
      "A control plane of this release does not start with the zone \(name.string.quotedSafely), whose name is longer than 63 characters."
    case .zoneNotALabel(let name):
      "A control plane of this release does not start with the zone \(name.string.quotedSafely); a zone's name is up to 63 lower-case letters, digits and -, a letter first and no - last."
    case .unknownSetting(let name): "These rules do not know the setting \(name.rawValue); it has no effect."
    case .unreadConfigMap(let name):
      "ConfigMap \(name.printedSafely) is not in the input; it is assumed to exist and to hold Kuma's defaults. Where it does not exist, Kuma 2.9, and 2.11 and later, refuse every Pod; add configmaps to the input."
    }
  }

  /// The statement of the specification that the note rests on.
  public var statement: Statement {
    switch self {
    case .noZone, .invalidZone, .longZone, .zoneNotALabel: .zoneOfControlPlane
    case .unknownSetting: .unknownSettings
    case .unreadConfigMap: .proxyingConfigMap
    }
  }
}
