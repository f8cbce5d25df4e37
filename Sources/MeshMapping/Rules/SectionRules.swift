/// The rules of the sections `metrics` and `probes` of a Dataplane.
package struct SectionRules: Sendable, Hashable {
  /// Whether the annotations of metrics are read, so that there is a section of them (MET-1).
  package var metrics: Reading
  /// Whether the annotations of applications whose metrics are aggregated are read (MET-2).
  package var aggregatedMetrics: Reading
  /// How they are found (MET-2).
  package var aggregatedKeys: AggregatedKeys
  /// Whether the address of such an application is read (MET-2).
  package var aggregatedAddress: Reading
  /// Whether the annotations of virtual probes are read, so that there is a section of them (PROBE-1).
  package var probes: Reading
  /// Whether startup probes are read beside those of liveness and readiness (PROBE-1).
  package var startupProbes: Reading
  /// Whether the probes of native sidecars that start after the proxy are read (PROBE-1).
  package var nativeSidecarProbes: Reading
  /// Whether the annotation of the proxy of probes is read (PROBE-2).
  package var probeProxy: Reading

  /// How the annotations of applications whose metrics are aggregated are found.
  package enum AggregatedKeys: Sendable, Hashable {
    /// By a pattern whose dots stand for any character. What is found by such a key is then looked up by the exact one.
    case anyCharacterForDots
    /// By the exact keys.
    case exact
  }
}
