extension Completeness {
  /// Kinds as people list them, e.g. `nodes and namespaces`.
  package static func list(of kinds: [Kind]) -> String {
    let words = kinds.map(\.phrase)
    guard let last = words.last, words.count > 1 else { return words.first ?? "what is missing" }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Completeness.Kind {
  /// The kind in words.
  public var phrase: String {
    switch self {
    case .namespaces: "namespaces"
    case .nodes: "nodes"
    case .meshes: "meshes"
    case .replicaSets: "replicasets"
    case .jobs: "jobs"
    case .containerPatches: "containerpatches"
    case .services: "services"
    case .endpointSlices: "endpointslices"
    case .dataplanes: "dataplanes"
    case .policies: "policies"
    case .pods: "running Pods"
    case .templates: "the objects that have the templates"
    case .controlPlane: "what the control plane works out of the whole zone"
    }
  }
}
