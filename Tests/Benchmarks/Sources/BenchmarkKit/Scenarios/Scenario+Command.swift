import Foundation

extension Scenario {
  /// Measures the command meshmap from its start to its end, on dumps as the API server and as kubectl print them.
  static func runCommand(_ path: String?, on shape: ClusterShape, into recorder: inout Recorder) throws {
    let meshmap = try path ?? builtMeshmap()
    let dump = NSTemporaryDirectory() + "cluster-\(UUID().uuidString).json"
    defer { unsafe unlink(dump) }
    for layout in DumpLayout.allCases {
      let size = try ClusterDump(of: ClusterGenerator(shape), layout: layout).write(to: dump)
      recorder.record("dump, \(layout)", [Double(size) / 1_000_000], unit: "MB")
      let runs = try (0..<recorder.repetitions).map { _ in
        try ChildProcess(meshmap, ["reconcile", "--output", "json", "--release", "2.9.4", dump])
      }
      recorder.record("wall time, \(layout)", runs.map(\.seconds), unit: "s")
      recorder.record("processor time, \(layout)", runs.map(\.processorSeconds), unit: "s")
      recorder.record("peak memory, \(layout)", runs.map { Double($0.peakMemory) / 1_000_000 }, unit: "MB")
    }
  }

  /// Builds the command for release and gives its path.
  private static func builtMeshmap() throws -> String {
    let package = URL(fileURLWithPath: #filePath).pathComponents.dropLast(6) + ["Examples", "meshmap"]
    let arguments = ["build", "-c", "release", "--package-path", NSString.path(withComponents: Array(package))]
    _ = try ChildProcess("swift", arguments)
    let directory = String(
      decoding: try ChildProcess("swift", arguments + ["--show-bin-path"], output: .kept).output, as: UTF8.self)
    return directory.trimmingCharacters(in: .whitespacesAndNewlines) + "/meshmap"
  }
}
