/// Which of the Pods of a Rollout a Pod is one of, which changes while it runs.
public enum PodRole: Sendable, Hashable, CaseIterable {
  /// Those that are there to stay.
  case stable
  /// Those that are to replace them.
  case next
}
