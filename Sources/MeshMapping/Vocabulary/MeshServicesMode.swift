/// How a mesh uses MeshServices.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum MeshServicesMode: String, Sendable, Hashable, CaseIterable, Codable {
  /// It has none.
  case disabled = "Disabled"
  /// Every proxy reaches all of them, beside the services of tags.
  case everywhere = "Everywhere"
  /// A proxy reaches those that its reachable backends name, beside the services of tags.
  case reachableBackends = "ReachableBackends"
  /// They take the place of the services of tags.
  case exclusive = "Exclusive"
}
