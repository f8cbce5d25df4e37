/// What can be measured.
package enum Scenario: String, Sendable, CaseIterable {
  case balanced10k = "balanced-10k"
  case balanced100k = "balanced-100k"
  case skewed10k = "skewed-10k"
  case findings10k = "findings-10k"
  case event100k = "event-100k"
  case eventNamespace = "event-namespace"
  case decoding
  case yaml
  case upgrade10k = "upgrade-10k"
  case command
  case hostile

  /// What the scenario measures, in a sentence.
  package var summary: String {
    switch self {
    case .balanced10k: "Mapping 10,000 Pods behind 1,000 Services in 50 namespaces."
    case .balanced100k: "Mapping 100,000 Pods behind 10,000 Services in 200 namespaces."
    case .skewed10k: "Mapping 10,000 Pods behind 2,000 Services in one namespace."
    case .findings10k: "Looking for findings on 10,000 Pods behind 1,000 Services in 50 namespaces, beside mapping them."
    case .event100k: "One event in a cluster of 100,000 Pods."
    case .eventNamespace: "One event in a namespace of 10,000 Pods, and in one of 100,000."
    case .decoding: "Decoding a dump of 10,000 Pods, with Foundation and with KubernetesJSON."
    case .yaml: "Reading a dump of 4,000 Pods as YAML and as JSON."
    case .upgrade10k:
      "The way from 1.2.0 to the newest release for 10,000 Pods behind 1,000 Services in 50 namespaces, and for 1,000 different Pods."
    case .hostile: "How time grows with each number of an input that somebody may make large; fails where it does too fast."
    case .command: "The command meshmap on a dump of 100,000 Pods."
    }
  }

  /// Runs the scenario.
  ///
  /// - Parameters:
  ///   - repetitions: How often everything is measured; nil for as often as suits the scenario.
  ///   - meshmap: The path of the command meshmap; nil to build it.
  package func measurements(repetitions: Int? = nil, meshmap: String? = nil) throws -> [BenchmarkMeasurement] {
    var recorder = Recorder(scenario: rawValue, repetitions: repetitions ?? usualRepetitions)
    switch self {
    case .balanced10k: try Self.map(.balanced10k, into: &recorder)
    case .balanced100k: try Self.map(.balanced100k, into: &recorder)
    case .skewed10k: try Self.map(.skewed10k, into: &recorder)
    case .findings10k: try Self.findFindings(.balanced10k, into: &recorder)
    case .event100k: try Self.applyEvents(.balanced100k, into: &recorder)
    case .eventNamespace:
      try Self.applyEvents(.skewed10k, into: &recorder, "of 10,000, ")
      try Self.applyEvents(.skewed100k, into: &recorder, "of 100,000, ")
    case .decoding: try Self.decode(.balanced10k, into: &recorder)
    case .yaml: try Self.readYAML(ClusterShape(pods: 4_000, services: 400, namespaces: 20), into: &recorder)
    case .upgrade10k:
      try Self.upgradeOfDifferentPods(1_000, into: &recorder)
      try Self.upgrade(.balanced10k, into: &recorder)
    case .hostile: try Self.grow(into: &recorder)
    case .command: try Self.runCommand(meshmap, on: .balanced100k, into: &recorder)
    }
    return recorder.measurements
  }

  private var usualRepetitions: Int {
    switch self {
    case .balanced10k, .skewed10k, .findings10k, .decoding, .yaml, .hostile: 5
    case .balanced100k, .event100k, .eventNamespace, .command, .upgrade10k: 3
    }
  }
}

extension ClusterShape {
  /// A cluster of a usual size.
  static let balanced10k = ClusterShape(pods: 10_000, services: 1_000, namespaces: 50)
  /// A large cluster.
  static let balanced100k = ClusterShape(pods: 100_000, services: 10_000, namespaces: 200)
  /// A cluster that has everything in one namespace.
  static let skewed10k = ClusterShape(pods: 10_000, services: 2_000, namespaces: 1)
  /// A large cluster that has everything in one namespace.
  static let skewed100k = ClusterShape(pods: 100_000, services: 20_000, namespaces: 1)
}
