/// What the control plane reads for the sections of a Dataplane that the mapping does not write, metrics and probes, as far as
/// reading it can fail.
package struct UnmappedSectionRules: Sendable, Hashable {
  /// Whether the annotations of applications whose metrics are aggregated are read (FAIL-1).
  package var aggregatedMetrics: Reading
  /// How they are found (FAIL-1).
  package var aggregatedKeys: AggregatedKeys
  /// Whether startup probes are read beside those of liveness and readiness (FAIL-2).
  package var startupProbes: Reading
  /// Whether the probes of native sidecars that start after the proxy are read (FAIL-2).
  package var nativeSidecarProbes: Reading
  /// Whether the annotation of the proxy of probes is read (FAIL-2).
  package var probeProxy: Reading

  /// How the annotations of applications whose metrics are aggregated are found.
  package enum AggregatedKeys: Sendable, Hashable {
    /// By a pattern whose dots stand for any character. What is found by such a key is then looked up by the exact one.
    case anyCharacterForDots
    /// By the exact keys.
    case exact
  }
}
