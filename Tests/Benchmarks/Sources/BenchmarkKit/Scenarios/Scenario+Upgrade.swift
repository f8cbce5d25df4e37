import KubernetesObjects
import MeshDiagnostics
import MeshMapping

extension Scenario {
  /// Measures the way through all release lines, on one core and on two, one step of it, and both ends compared, reading left out.
  static func upgrade(_ shape: ClusterShape, into recorder: inout Recorder) throws {
    let (first, announced) = (try KumaRelease(parsing: "1.2.0"), try KumaRelease(parsing: "3.0.0"))
    let (from, to) = (try KumaRelease(parsing: "2.12.8"), try KumaRelease(parsing: "2.13.4"))
    let newest = KumaRelease.newest
    let cluster = try cluster(shape, under: first)
    recorder.processorTime("Pods that are alike", per: .pods(shape.pods)) {
      UpgradeWork(of: cluster, from: first, to: newest)
    }
    recorder.processorTime("\(from) to \(to)", per: .pods(shape.pods)) { UpgradePath(of: cluster, from: from, to: to) }
    recorder.processorTime("\(first) to \(newest)", per: .pods(shape.pods)) {
      UpgradePath(of: cluster, from: first, to: newest)
    }
    recorder.wallTime("\(first) to \(newest), two cores") {
      UpgradePath(onTwoCores: UpgradeWork(of: cluster, from: first, to: newest))
    }
    recorder.processorTime("\(to) to \(announced)", per: .pods(shape.pods)) {
      UpgradePath(of: cluster, from: to, to: announced)
    }
    recorder.processorTime("\(first) to \(newest), compared", per: .pods(shape.pods)) {
      UpgradeComparison(of: cluster, from: first, to: newest)
    }
    recorder.wallTime("\(first) to \(newest), compared, two cores") {
      UpgradeComparison(onTwoCores: UpgradeComparisonWork(of: cluster, from: first, to: newest))
    }
    recorder.peakMemory()
  }

  /// Measures the same of Pods of which none is like another.
  static func upgradeOfDifferentPods(_ count: Int, into recorder: inout Recorder) throws {
    let first = try KumaRelease(parsing: "1.2.0")
    let newest = KumaRelease.newest
    let shape = ClusterShape(pods: count, services: count * 3 / 2, namespaces: max(1, count / 200))
    let cluster = try cluster(shape, under: first)
    recorder.processorTime("different Pods, \(first) to \(newest)", per: .pods(count)) {
      UpgradePath(of: cluster, from: first, to: newest)
    }
    recorder.processorTime("different Pods, \(first) to \(newest), compared", per: .pods(count)) {
      UpgradeComparison(of: cluster, from: first, to: newest)
    }
  }

  private static func cluster(_ shape: ClusterShape, under release: KumaRelease) throws -> Cluster {
    Cluster(try ClusterDump(of: ClusterGenerator(shape)).objects(), under: ControlPlane(release: release))
  }
}
