/// What keeps a probe from being one that the injector made virtual (FAIL-2).
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum VirtualProbeProblem: Sendable, Hashable {
  /// It asks another port.
  case otherPort
  /// Its path does not begin with the port of the application.
  case noPortInPath
}
