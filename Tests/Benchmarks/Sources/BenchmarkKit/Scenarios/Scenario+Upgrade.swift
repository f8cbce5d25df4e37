import KubernetesObjects
import MeshDiagnostics
import MeshMapping

extension Scenario {
  /// Measures the way through all release lines, the last step of it, and both ends compared, reading left out.
  static func upgrade(_ shape: ClusterShape, into recorder: inout Recorder) throws {
    let objects = try ClusterDump(of: ClusterGenerator(shape)).objects()
    let (first, announced) = (try KumaRelease(parsing: "1.2.0"), try KumaRelease(parsing: "3.0.0"))
    let before = try KumaRelease(parsing: "2.13.10")
    let cluster = Cluster(objects, under: ControlPlane(release: first))
    let kept = Representatives(of: cluster).cluster.podNames.count
    recorder.record("Pods that stand for all", [Double(kept)], unit: "Pods")
    recorder.time("representatives", per: .pods(shape.pods)) { Representatives(of: cluster) }
    recorder.time("1.2.0 to \(KumaRelease.newest), step by step", per: .pods(shape.pods)) {
      UpgradePath(of: cluster, from: first, to: .newest)
    }
    recorder.time("2.13.10 to 3.0.0, step by step", per: .pods(shape.pods)) {
      UpgradePath(of: cluster, from: before, to: announced)
    }
    recorder.memory("1.2.0 to \(KumaRelease.newest), compared, memory", ofPods: shape.pods) {
      UpgradeComparison(of: cluster, from: first, to: .newest)
    }
    recorder.time("1.2.0 to \(KumaRelease.newest), compared", per: .pods(shape.pods)) {
      UpgradeComparison(of: cluster, from: first, to: .newest)
    }
    recorder.peakMemory()
  }
}
