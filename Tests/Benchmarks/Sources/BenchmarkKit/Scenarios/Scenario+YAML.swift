import KubernetesYAML
import MeshMapping

extension Scenario {
  /// Measures how long it takes to read the same dump as JSON and as YAML.
  static func readYAML(_ shape: ClusterShape, into recorder: inout Recorder) throws {
    let json = try Array(ClusterDump(of: ClusterGenerator(shape)).data())
    let yaml = try YAMLText.blocks(of: json)
    recorder.record("dump as YAML", [Double(yaml.count) / Double(shape.pods)], unit: "bytes/Pod")
    try recorder.time("JSON", per: .pods(shape.pods)) { try ClusterDump.objects(in: json) }
    try recorder.time("YAML to JSON", per: .pods(shape.pods)) { try Self.json(of: yaml) }
    try recorder.time("YAML", per: .pods(shape.pods)) { try ClusterDump.objects(in: Self.json(of: yaml)) }
    recorder.peakMemory()
  }

  /// The dump as JSON; it is one document.
  package static func json(of yaml: [UInt8]) throws -> [UInt8] {
    guard let document = try YAMLDocument.documents(in: yaml).first else { throw BenchmarkFailure("the dump is empty") }
    return try document.json()
  }
}
