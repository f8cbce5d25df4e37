import KubernetesObjects

/// The application protocols that Kuma knows.
package enum AppProtocol {
  /// What holds where nothing is said.
  package static let tcp = "tcp"
  /// Those that every release knows.
  package static let baseline = ["grpc", "http", "http2", "kafka", "tcp"]

  /// Whether a name is among the known ones, in whatever case.
  package static func isKnown(_ name: String, among known: [String]) -> Bool {
    // Nearly all are written as they are known.
    if known.contains(where: { $0.hasSameBytes(as: name) }) { return true }
    let lowercased = name.lowercased()
    return known.contains { $0.hasSameBytes(as: lowercased) }
  }
}
