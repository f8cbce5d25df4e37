import KubernetesObjects
import MeshDiagnostics
import MeshMapping

extension Scenario {
  /// Measures what it costs to map Pods and to look for findings on them, beside each other: the findings are to cost less.
  static func findFindings(_ shape: ClusterShape, into recorder: inout Recorder) throws {
    let objects = try ClusterDump(of: ClusterGenerator(shape)).objects()
    for (name, controlPlane) in controlPlanes {
      let cluster = Cluster(objects, under: controlPlane)
      let diagnostics = Diagnostics(of: cluster)
      let names = cluster.podNames
      let batches = stride(from: 0, to: names.count, by: 250).map { Array(names[$0..<min($0 + 250, names.count)]) }
      let reports = batches.map { cluster.reconciliations(of: $0) }
      recorder.time("reports, \(name)", per: .pods(shape.pods)) {
        for batch in batches { keep(cluster.reconciliations(of: batch)) }
      }
      recorder.time("findings, \(name)", per: .pods(shape.pods)) {
        for batch in reports { keep(diagnostics.findings(on: batch)) }
      }
      recorder.record(
        "findings, \(name)", [Double(reports.reduce(0) { $0 + diagnostics.findings(on: $1).reduce(0) { $0 + $1.count } })],
        unit: "findings")
      recorder.time("previews, \(name)", per: .pods(shape.pods)) {
        for batch in batches { keep(cluster.previews(of: batch)) }
      }
      recorder.time("all there is to find, \(name)", per: .pods(shape.pods)) { diagnostics.findings() }
    }
    recorder.peakMemory()
  }
}
