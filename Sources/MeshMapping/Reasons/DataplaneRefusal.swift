public import KubernetesObjects

/// Why the API server does not store a Dataplane that the controller writes, so that there is none or the old one stays.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum DataplaneRefusal: Sendable, Hashable {
  /// Kuma's validating webhook refuses what these fields hold (VALID-1 …).
  case invalid([ValidationProblem])
  /// The tags of an inbound or of the gateway meet none of the requirements of the Mesh (ADM-6).
  case unmetRequirements(mesh: ExactString, path: ExactString, tags: StringMap)
  /// The tags of an inbound or of the gateway match a restriction of the Mesh (ADM-6).
  case restricted(mesh: ExactString, path: ExactString, tags: StringMap, restriction: StringMap)
  /// A label that the control plane computes is none that Kubernetes allows (ADM-7).
  case invalidLabel(key: ExactString, value: ExactString)
}
