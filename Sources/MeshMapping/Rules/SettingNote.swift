public import KubernetesObjects

/// Something to know about how a control plane is set up.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum SettingNote: Sendable, Hashable {
  /// It has no zone, and does not start without one.
  case noZone
  /// It does not start with a zone whose name is no DNS name.
  case invalidZone(ExactString)
  /// It does not start with a zone whose name is this long.
  case longZone(ExactString)
  /// It does not start with a zone whose name is no RFC 1035 label.
  case zoneNotALabel(ExactString)
  /// It is set otherwise than by default, and its rules do not know that setting: it has no effect.
  case unknownSetting(SettingName)
  /// The ConfigMap of transparent proxying of this name is not known: it is taken to exist and to hold Kuma's defaults.
  case unreadConfigMap(ExactString)
}

extension ControlPlane {
  /// What there is to know about the settings: where a control plane of the rules would not start with them (SET-1), and which of
  /// them it does not know (SET-2), and what is assumed about them (WRITE-8). Answers are given all the same.
  ///
  /// - Complexity: O(*n*) for *n* bytes of settings.
  public var settingNotes: [SettingNote] {
    let unknown = SettingName.allCases.filter(isWithoutEffect).map(SettingNote.unknownSetting)
    return [zoneNote].compactMap(\.self) + unknown + [configMapNote].compactMap(\.self)
  }

  private var configMapNote: SettingNote? {
    let name = settings.injector.transparentProxyConfigMap
    let isUsed =
      rules.injection.written.configMap != .notKnown && !name.isEmpty
      && settings.injector.transparentProxyConfiguration == .unknown
    return isUsed ? .unreadConfigMap(ExactString(name)) : nil
  }

  /// The first thing that is refused in the zone.
  private var zoneNote: SettingNote? {
    if zone.isEmpty { return isOfZone ? .noZone : nil }
    if rules.validation.objectNames == .rfc1035 {
      return DNSName.isRFC1035Label(zone) ? nil : .zoneNotALabel(ExactString(zone))
    }
    let isLong = rules.zone.lengthLimit == .present && zone.utf8.count > ZoneName.longest
    // A name that is nothing but long is told to be long.
    let isDNSName = ZoneName.isDNSName(zone, longestLabel: isLong ? zone.utf8.count : ZoneName.longest)
    guard isDNSName else { return .invalidZone(ExactString(zone)) }
    return isLong ? .longZone(ExactString(zone)) : nil
  }
}
