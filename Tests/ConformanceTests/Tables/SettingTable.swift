import KubernetesObjects
import MeshMapping
import Testing

/// What there is to know about how a control plane is set up.
struct SettingCase: SpecificationCase {
  let statement: String
  let title: String
  let rules: RulesName
  let settings: SettingsChange
  let expected: [SettingNote]

  init(
    _ statement: String,
    _ title: String,
    under rules: RulesName = "documented",
    _ settings: @escaping SettingsChange = { _ in },
    expect expected: SettingNote...
  ) {
    self.statement = statement
    self.title = title
    self.rules = rules
    self.settings = settings
    self.expected = expected
  }
}

enum SettingTable {
  static let cases = zones + unknown + configMaps

  private static func configMap(_ name: String) -> SettingsChange { { $0.injector.transparentProxyConfigMap = name } }

  private static let configMaps: [SettingCase] = [
    SettingCase(
      "SET-2", "transparent-proxy-config-map has no effect", under: "2.8.8", configMap("a"),
      expect: .unknownSetting(.transparentProxyConfigMap)),
    SettingCase("WRITE-8", "the ConfigMap is not read", under: "2.9.0", configMap("a"), expect: .unreadConfigMap("a")),
    SettingCase("WRITE-8", "the ConfigMap is not read", under: .newest, configMap("a"), expect: .unreadConfigMap("a")),
    SettingCase(
      "WRITE-8", "the ConfigMap is known", under: .newest,
      {
        $0.injector.transparentProxyConfigMap = "a"
        $0.injector.transparentProxyConfiguration = .missing
      }),
    SettingCase("WRITE-8", "there is no ConfigMap", under: .newest, configMap("")),
  ]

  private static func unknown(
    _ name: SettingName, last release: RulesName, first: RulesName, _ settings: @escaping SettingsChange
  ) -> [SettingCase] {
    [
      SettingCase("SET-2", "\(name.rawValue) has no effect", under: release, settings, expect: .unknownSetting(name)),
      SettingCase("SET-2", "\(name.rawValue) has one", under: first, settings),
    ]
  }

  /// A setting that 3.0 no longer knows.
  private static func dropped(_ name: SettingName, _ settings: @escaping SettingsChange) -> [SettingCase] {
    unknown(name, last: "3.0.0", first: "2.14.3", settings)
  }

  /// For each setting the last release that does not know it and the first that does.
  private static let unknown: [SettingCase] =
    unknown(.nodeLabels, last: "2.6.15", first: "2.7.0") { $0.nodeLabels = ["rack"] }
    + unknown(.ignoredSelectorLabels, last: "2.5.0", first: "2.5.1") { $0.ignoredSelectorLabels = ["rack"] }
    + unknown(.workloadLabels, last: "2.12.14", first: "2.13.0") { $0.workloadLabels = ["team"] }
    + unknown(.meshServicesMode, last: "2.10.11", first: "2.11.0") { $0.meshServicesMode = .exclusive }
    + unknown(.inboundTags, last: "2.13.10", first: "2.14.0") { $0.inboundTags = .disabled }
    + unknown(.meshesPerNamespace, last: "2.12.14", first: "2.13.0") { $0.meshesPerNamespace = .one }
    + unknown(.namespaceAllowList, last: "2.10.11", first: "2.11.0") { $0.namespaceAllowList = ["demo"] }
    + unknown(.localhostInboundClusters, last: "1.7.6", first: "1.8.0") { $0.localhostInboundClusters = .enabled }
    + unknown(.localhostInboundClusters, last: "2.2.0", first: "2.1.7") { $0.localhostInboundClusters = .enabled }
    + unknown(.sidecarUser, last: "2.2.9", first: "2.3.0") { $0.sidecarUser = 7 }
    + unknown(.probeProxyPort, last: "2.8.8", first: "2.9.0") { $0.injector.probeProxyPort = 0 }
    + unknown(.nativeSidecars, last: "2.6.15", first: "2.7.0") { $0.injector.nativeSidecars = .disabled }
    + unknown(.containerPatches, last: "1.7.6", first: "1.8.0") { $0.injector.containerPatches = ["a"] }
    + unknown(.adminPort, last: "1.4.1", first: "1.5.0") { $0.injector.adminPort = 19901 }
    + unknown(.redirectPortInboundV6, last: "2.9.0", first: "2.8.8") { $0.injector.redirectPortInboundV6 = 0 }
    + unknown(.ipFamilyMode, last: "2.6.15", first: "2.7.0") { $0.injector.ipFamilyMode = .ipv4 }
    + unknown(.outbounds, last: "1.5.5", first: "1.6.0") { $0.outbounds = .virtualIPs }
    + dropped(.meshServicesMode) { $0.meshServicesMode = .exclusive }
    + dropped(.inboundTags) { $0.inboundTags = .disabled }
    + dropped(.nativeSidecars) { $0.injector.nativeSidecars = .enabled }
    + dropped(.ipFamilyMode) { $0.injector.ipFamilyMode = .ipv4 }
    + dropped(.outbounds) { $0.outbounds = .dataplanes }
    + dropped(.virtualProbes) { $0.injector.virtualProbes = .enabled }
    + dropped(.virtualProbesPort) { $0.injector.virtualProbesPort = 9090 }
    + dropped(.redirectPortInbound) { $0.injector.redirectPortInbound = 16006 }
    + dropped(.redirectPortOutbound) { $0.injector.redirectPortOutbound = 16001 }
    + [
      SettingCase("SET-2", "nothing is told of what is as by default", under: "1.2.0"),
      SettingCase("SET-2", "an empty list of labels of Nodes takes nothing away", under: "1.2.0", { $0.nodeLabels = [] }),
      SettingCase(
        "SET-2", "the zone comes first", under: .newest,
        {
          $0.localhostInboundClusters = .enabled
          $0.zone = ""
        }, expect: .noZone, .unknownSetting(.localhostInboundClusters)),
    ]

  private static func zone(_ name: String) -> SettingsChange { { $0.zone = name } }
  private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  /// A DNS name of 64 bytes, none of whose parts is long.
  private static let long = "\(letters(32)).\(letters(31))"

  private static let zones: [SettingCase] = [
    SettingCase("SET-1", "as documented there is no zone"),
    SettingCase("SET-1", "no zone is needed", under: "2.5.11", zone("")),
    SettingCase("SET-1", "the release has its own", under: "2.6.0"),
    SettingCase("SET-1", "a zone is needed", under: "2.6.0", zone(""), expect: .noZone),
    SettingCase("SET-1", "a zone is needed", under: .newest, zone(""), expect: .noZone),
    SettingCase("SET-1", "a zone", under: .newest, zone("east-1")),
    SettingCase("SET-1", "a name that is no DNS name", zone("east 1"), expect: .invalidZone("east 1")),
    SettingCase("SET-1", "a name that is no DNS name", under: "1.2.0", zone("-east"), expect: .invalidZone("-east")),
    SettingCase(
      "SET-1", "a part of 64 bytes", under: "2.6.0", zone(letters(64)), expect: .invalidZone(ExactString(letters(64)))),
    SettingCase(
      "SET-1", "a part of 64 bytes is a long name", under: "2.6.1", zone(letters(64)),
      expect: .longZone(ExactString(letters(64)))),
    SettingCase("SET-1", "a part of 63 bytes", under: .newest, zone(letters(63))),
    SettingCase("SET-1", "parts with nothing between them", under: .newest, zone("a..b"), expect: .invalidZone("a..b")),
    SettingCase("SET-1", "a dot at the end", under: .newest, zone("a.b.")),
    SettingCase("SET-1", "capitals and underscores", under: .newest, zone("_East_")),
    SettingCase("SET-1", "an address", under: .newest, zone("10.0.0.1"), expect: .invalidZone("10.0.0.1")),
    SettingCase("SET-1", "numbers that are no address", under: .newest, zone("10.0.0.256")),
    SettingCase("SET-1", "letters beyond ASCII", under: .newest, zone("caf\u{E9}"), expect: .invalidZone("caf\u{E9}")),
    SettingCase("SET-1", "a label", under: "3.0.0", zone("east-1")),
    SettingCase("SET-1", "no label", under: "3.0.0", zone("_East_"), expect: .zoneNotALabel("_East_")),
    SettingCase("SET-1", "no label, but two", under: "3.0.0", zone("a.b"), expect: .zoneNotALabel("a.b")),
    SettingCase("SET-1", "a digit first", under: "3.0.0", zone("1-east"), expect: .zoneNotALabel("1-east")),
    SettingCase(
      "SET-1", "a long label", under: "3.0.0", zone(letters(64)), expect: .zoneNotALabel(ExactString(letters(64)))),
    SettingCase("SET-1", "a zone is needed", under: "3.0.0", zone(""), expect: .noZone),
    SettingCase("SET-1", "a long name", under: "2.6.0", zone(long)),
    SettingCase("SET-1", "a long name", under: "2.6.1", zone(long), expect: .longZone(ExactString(long))),
    SettingCase(
      "SET-1", "a name that is long and no DNS name", under: "2.6.1", zone("-\(long)"),
      expect: .invalidZone(ExactString("-\(long)"))
    ),
  ]
}

@Suite("Settings")
struct SettingTests {
  @Test(arguments: SettingTable.cases)
  func notes(_ row: SettingCase) throws {
    #expect(try row.rules.controlPlane(row.settings).settingNotes == row.expected)
  }
}
