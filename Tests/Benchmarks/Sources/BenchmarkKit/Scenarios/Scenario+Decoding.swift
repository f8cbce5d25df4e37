import Foundation
import KubernetesObjects
import MeshMapping

extension Scenario {
  /// Measures how long Foundation and the reader of KubernetesJSON take to decode a dump, and what its objects take of the memory.
  static func decode(_ shape: ClusterShape, into recorder: inout Recorder) throws {
    let generator = ClusterGenerator(shape)
    let dump = try ClusterDump(of: generator).data()
    recorder.record("dump", [Double(dump.count) / Double(shape.pods)], unit: "bytes/Pod")
    recorder.record("Pods of the dump", [Double(sizeOfPods(generator)) / Double(shape.pods)], unit: "bytes/Pod")
    try recorder.time("JSONDecoder", per: .pods(shape.pods)) {
      try JSONDecoder().decode(ObjectList<ClusterObject>.self, from: dump)
    }
    let bytes = Array(dump)
    try recorder.time("ObjectReader", per: .pods(shape.pods)) { try ClusterDump.objects(in: bytes) }
    try recorder.memory("objects memory", ofPods: shape.pods) { try ClusterDump.objects(in: bytes) }
    recorder.peakMemory()
  }

  /// The bytes of all Pods as compact JSON, without what stands around them.
  private static func sizeOfPods(_ generator: ClusterGenerator) -> Int {
    var size = 0
    generator.visit { object in
      if case .pod(let pod) = object { size += pod.json.utf8.count }
    }
    return size
  }
}
