/// What is fuzzed: a parser, or a way through the libraries.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case json
  case yaml
  case strings
  case manifest
  case cluster
  case events
  case releases
  case advice

  /// What is read of the bytes of an input.
  package var summary: String {
    switch self {
    case .json: "JSON, whole and in pieces, beside Foundation's decoder"
    case .yaml: "YAML, whole and in pieces, as events, nodes and JSON, beside libyaml"
    case .strings: "names, releases, paths, and the values of annotations"
    case .manifest: "manifests, with all that a cluster of them answers"
    case .cluster: "the objects of a small cluster, from bytes to Dataplanes and back"
    case .events: "events, beside the cluster that is built afresh"
    case .advice: "findings, fixes, searches, services, direct access and upgrades of a small cluster"
    case .releases: "comparisons of releases, of inputs that lack something too"
    }
  }

  /// Runs an input once.
  ///
  /// - Throws: ``BrokenProperty`` where a property does not hold; whatever else is thrown is a mistake as well.
  package func run(_ input: [UInt8]) throws {
    switch self {
    case .json: try JSONTarget.run(input)
    case .yaml: try YAMLTarget.run(input)
    case .strings: try StringsTarget.run(input)
    case .manifest: try ManifestTarget.run(input)
    case .cluster: try ClusterTarget.run(input)
    case .events: try EventsTarget.run(input)
    case .releases: try ReleasesTarget.run(input)
    case .advice: try AdviceTarget.run(input)
    }
  }

  /// Whether the bytes of an input are decisions of a generator, and not what is read.
  var isGenerated: Bool {
    switch self {
    case .cluster, .events, .releases, .advice: true
    case .json, .yaml, .strings, .manifest: false
    }
  }
}
