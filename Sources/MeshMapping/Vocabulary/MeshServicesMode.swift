/// How a mesh uses MeshServices.
public enum MeshServicesMode: String, Sendable, Hashable, CaseIterable, Codable {
  case disabled = "Disabled"
  case everywhere = "Everywhere"
  case reachableBackends = "ReachableBackends"
  case exclusive = "Exclusive"
}
