package import Foundation

/// Writes the objects of a cluster as `kubectl get … -A -o json` prints them: one `List`, piece by piece.
package struct ClusterDump {
  /// The cluster.
  package let generator: ClusterGenerator
  /// How the JSON is laid out.
  package let layout: DumpLayout

  /// A dump of a cluster.
  package init(of generator: ClusterGenerator, layout: DumpLayout = .compact) {
    self.generator = generator
    self.layout = layout
  }

  /// Writes the dump to a file, which is made or overwritten. At no time more than a megabyte of it is held.
  ///
  /// - Returns: How many bytes were written.
  @discardableResult
  package func write(to path: String) throws -> Int {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
      throw BenchmarkFailure("cannot write \(path); name a file in a directory that exists and can be written to")
    }
    var pending: [UInt8] = Array("{\"apiVersion\":\"v1\",\"items\":[".utf8)
    var count = 0
    func flush() throws {
      try file.write(contentsOf: pending)
      count += pending.count
      pending.removeAll(keepingCapacity: true)
    }
    var separator = layout == .compact ? "" : "\n        "
    try generator.visit { object in
      pending.append(contentsOf: separator.utf8)
      pending.append(contentsOf: layout.laidOut(object.json))
      separator = layout == .compact ? "," : ",\n        "
      if pending.count > 1_000_000 { try flush() }
    }
    pending.append(contentsOf: "],\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"\"}}\n".utf8)
    try flush()
    try file.close()
    return count
  }

  /// The dump of a small cluster as one value.
  package func data() throws -> Data {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("dump-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try write(to: file.path)
    return try Data(contentsOf: file)
  }
}
