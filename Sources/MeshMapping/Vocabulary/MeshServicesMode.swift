/// How a mesh uses MeshServices.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum MeshServicesMode: String, Sendable, Hashable, CaseIterable, Codable {
  case disabled = "Disabled"
  case everywhere = "Everywhere"
  case reachableBackends = "ReachableBackends"
  case exclusive = "Exclusive"
}
