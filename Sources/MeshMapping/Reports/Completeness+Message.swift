extension Completeness {
  /// Kinds as people list them, e.g. `nodes and namespaces`.
  package static func list(of kinds: [Kind]) -> String {
    kinds.isEmpty ? "what is missing" : kinds.map(\.phrase).listed
  }
}

extension [String] {
  /// The strings as a list in a sentence, e.g. `a, b and c`.
  package var listed: String {
    guard let last, count > 1 else { return joined() }
    return "\(dropLast().joined(separator: ", ")) and \(last)"
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
