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
  static let cases = zones

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
      "SET-1", "a part of 64 bytes", under: .newest, zone(letters(64)), expect: .invalidZone(ExactString(letters(64)))),
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
