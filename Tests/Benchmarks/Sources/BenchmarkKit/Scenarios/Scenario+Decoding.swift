import Foundation
import KubernetesObjects
import MeshMapping

extension Scenario {
  /// Measures how long Foundation takes to decode a dump, and what its objects take of the memory.
  static func decode(_ shape: FleetShape, into recorder: inout Recorder) throws {
    let dump = try FleetDump(of: FleetGenerator(shape)).data()
    recorder.record("dump", [Double(dump.count) / Double(shape.pods)], unit: "bytes/Pod")
    try recorder.time("JSONDecoder", per: .pods(shape.pods)) {
      try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: dump)
    }
    try recorder.memory("objects memory", ofPods: shape.pods) {
      try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: dump)
    }
    recorder.peakMemory()
  }
}
