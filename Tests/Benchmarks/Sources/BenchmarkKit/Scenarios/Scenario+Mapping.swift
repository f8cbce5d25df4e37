import KubernetesObjects
package import MeshMapping

extension Scenario {
  /// Measures the index of a cluster, and what the controller does with each of its Pods under different rules.
  static func map(_ shape: ClusterShape, into recorder: inout Recorder) throws {
    let objects = try ClusterDump(of: ClusterGenerator(shape)).objects()
    for (index, (name, controlPlane)) in controlPlanes.enumerated() {
      if index == 0 {
        recorder.memory("index memory", ofPods: shape.pods) { Cluster(objects, under: controlPlane) }
        recorder.time("index", per: .pods(shape.pods)) { Cluster(objects, under: controlPlane) }
      }
      let cluster = Cluster(objects, under: controlPlane)
      if index == 0 { recorder.time("names of Pods", per: .pods(shape.pods)) { cluster.podNames } }
      let batches = cluster.podNames.split(intoRunsOf: 50)
      recorder.time("mapping, \(name)", per: .pods(shape.pods)) {
        for batch in batches { keep(cluster.outcomes(of: batch)) }
      }
      recorder.time("reports, \(name)", per: .pods(shape.pods)) {
        for batch in batches { keep(cluster.reconciliations(of: batch)) }
      }
    }
    recorder.peakMemory()
  }

  /// The control planes under which clusters are mapped: of the documented rules, and of a release in wide use and the newest.
  package static var controlPlanes: [(name: String, controlPlane: ControlPlane)] {
    let releases = [KumaRelease(knownAs: "2.9.4"), .newest].compactMap(\.self)
    let documented = ControlPlane(rules: .documented, settings: ControlPlaneSettings(zone: "east"))
    return [("documented", documented)] + releases.map { ("\($0)", ControlPlane(release: $0, zone: "east")) }
  }
}

extension KumaRelease {
  /// The release of a name; nil where the library does not know it, so that it is not measured.
  init?(knownAs name: String) {
    guard let release = try? KumaRelease(parsing: name) else { return nil }
    self = release
  }
}

extension [ObjectName] {
  /// The names in runs of so many, as somebody would take them who works on one after the other.
  fileprivate func split(intoRunsOf size: Int) -> [[ObjectName]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
