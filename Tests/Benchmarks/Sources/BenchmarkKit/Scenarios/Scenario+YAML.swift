import KubernetesYAML
import MeshMapping
import ObjectReading

extension Scenario {
  /// Measures how long it takes to read the same dump as JSON and as YAML.
  static func readYAML(_ shape: FleetShape, into recorder: inout Recorder) throws {
    let json = try Array(FleetDump(of: FleetGenerator(shape)).data())
    let yaml = try YAMLText.blocks(of: json)
    recorder.record("dump as YAML", [Double(yaml.count) / Double(shape.pods)], unit: "bytes/Pod")
    try recorder.time("JSON", per: .pods(shape.pods)) { try FleetDump.objects(in: json, on: .one) }
    try recorder.time("YAML to JSON", per: .pods(shape.pods)) { try Self.json(of: yaml) }
    try recorder.time("YAML", per: .pods(shape.pods)) { try FleetDump.objects(in: Self.json(of: yaml), on: .one) }
    recorder.peakMemory()
  }

  /// The dump as JSON; it is one document.
  static func json(of yaml: [UInt8]) throws -> [UInt8] {
    guard let document = try YAMLDocument.documents(in: yaml).first else { throw BenchmarkFailure("the dump is empty") }
    return try document.json()
  }
}
