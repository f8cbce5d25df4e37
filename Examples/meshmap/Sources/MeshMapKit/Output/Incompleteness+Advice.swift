import MeshMapping

extension Incompleteness {
  /// What is unknown, what to add to the input, and the option that says it where manifests have it nowhere.
  var advice: String {
    guard needs == .namespaces else { return message }
    return "\(message) Or say how they are labelled: --assume-namespace-labels kuma.io/sidecar-injection=enabled"
  }
}

extension [Incompleteness] {
  /// What to add to the input, each sentence once.
  var advice: [String] {
    var seen: Set<String> = []
    return map(\.advice).filter { seen.insert($0).inserted }
  }
}
