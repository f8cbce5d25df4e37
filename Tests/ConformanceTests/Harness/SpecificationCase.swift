import KubernetesObjects
import MeshMapping
import Testing

/// One row of a table: what is given, under which rules, and what must come out, worked out by hand from the specification.
protocol SpecificationCase: Sendable, CustomTestStringConvertible {
  /// The identifier of the statement that the row is about, e.g. `TAG-3`.
  var statement: String { get }
  /// What the row shows, as the end of a sentence.
  var title: String { get }
  /// The rules: `documented`, or a release such as `2.9.4`.
  var rules: RulesName { get }
}

extension SpecificationCase {
  var testDescription: String { "\(statement) \(title) [\(rules.text)]" }
}

/// The rules that a row holds under: `documented`, or a release.
struct RulesName: ExpressibleByStringLiteral, Sendable, Hashable {
  let text: String

  /// The newest release that is known.
  static let newest = RulesName(stringLiteral: "\(KumaRelease.newest)")

  /// The tag of the zone where none is set: none as documented and before 2.6.0, `default` from then on.
  var zoneTag: StringMap {
    let lines = ["1.", "2.0.", "2.1.", "2.2.", "2.3.", "2.4.", "2.5."]
    return text == "documented" || lines.contains { text.hasPrefix($0) } ? [:] : ["kuma.io/zone": "default"]
  }

  init(stringLiteral text: String) {
    self.text = text
  }

  /// The control plane of these rules, its settings changed as a row wants them.
  func controlPlane(_ change: ((inout ControlPlaneSettings) -> Void)? = nil) throws -> ControlPlane {
    var kuma =
      try text == "documented" ? ControlPlane(rules: .documented) : ControlPlane(release: KumaRelease(parsing: text))
    change?(&kuma.settings)
    return kuma
  }
}

/// A change to the settings that a row needs.
typealias SettingsChange = @Sendable (inout ControlPlaneSettings) -> Void
