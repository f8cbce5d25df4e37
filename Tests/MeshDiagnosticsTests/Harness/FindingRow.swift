import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// Some manifests, and where a finding of a code must be: nowhere, for input that only looks like it.
struct FindingRow: Sendable, CustomTestStringConvertible {
  let code: String
  let title: String
  let release: String
  let manifests: Manifests
  let settings: (@Sendable (inout ControlPlaneSettings) -> Void)?
  let fields: [String]
  let words: [String]

  /// A row.
  ///
  /// - Parameters:
  ///   - code: The code of the finding.
  ///   - title: What the row shows.
  ///   - release: The release, or `documented`.
  ///   - manifests: The objects.
  ///   - settings: What is changed of the settings of the control plane.
  ///   - fields: The fields at which findings of the code must be, in order, e.g. `Service demo/web spec.ports[0].appProtocol`; none where
  ///     there must be none.
  ///   - words: What the messages of those findings must say, each in one of them.
  init(
    _ code: String,
    _ title: String,
    under release: String = "2.9.4",
    _ manifests: Manifests,
    settings: (@Sendable (inout ControlPlaneSettings) -> Void)? = nil,
    at fields: [String],
    saying words: [String] = []
  ) {
    self.code = code
    self.title = title
    self.release = release
    self.manifests = manifests
    self.settings = settings
    self.fields = fields
    self.words = words
  }

  var testDescription: String { "\(code): \(title) [\(release)]" }

  /// The findings of the row's code, those on suppressions among them; of the code of what cannot be read, those on that.
  func findings() throws -> [Finding] {
    if code == FindingKind.valueNotQuoted.code { return try manifests.findingsOnUnreadable() }
    let diagnostics = Diagnostics(of: try manifests.cluster(under: release, settings))
    return diagnostics.suppressing(diagnostics.findings()).told.filter { $0.code == code }
  }
}
