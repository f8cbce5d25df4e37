public import KubernetesObjects

/// Why the control plane gives up on a Pod, so that there is no Dataplane.
#if hasAttribute(nonexhaustive)
  @nonexhaustive
#endif
public enum MappingFailure: Error, Sendable, Hashable {
  /// The Pod's Namespace is not among the objects.
  case namespaceNotFound(ExactString)
  /// The Pod's mesh does not exist.
  case meshNotFound(ExactString)
  /// The Pod's Node is not among the objects and its labels are to be copied.
  case nodeNotFound(ExactString)
  /// A ReplicaSet or Job that leads to the Pod's name is not among the objects.
  case ownerNotFound(kind: ExactString, name: ObjectName)
  /// An annotation that switches something says neither on nor off.
  case unreadableSwitch(Evidence)
  /// An annotation that is a number is none.
  case unreadableNumber(Evidence)
  /// Transparent proxying is on and this annotation is missing.
  case missingRedirectPort(key: ExactString)
  /// The IP family mode is none that is known.
  case invalidIPFamilyMode(Evidence)
  /// The gateway annotation is none that is known.
  case invalidGatewayType(Evidence)
  /// Services select the Pod, and none of their ports gives an inbound.
  case noMatchingContainerPort(services: [ExactString])
  /// The Pod is a zone proxy outside the namespace of the control plane.
  case zoneProxyOutsideSystemNamespace(Evidence, systemNamespace: ExactString)
  /// The Pod is a zone ingress or egress, and not just one Service selects it; those that do.
  case zoneProxyServices(kind: ExactString, [ExactString])
  /// The Pod is a zone ingress or egress, and its Service does not lead to just one port of it; those that it leads to.
  case zoneProxyPorts(service: ExactString, [Int])
  /// The Pod is a zone ingress, and of the two annotations of the place where others reach it this one is missing.
  case missingPublicPlace(key: ExactString)
  /// The Pod is a zone ingress behind a port of the Nodes, and the first of them has no address; nil where there is no Node.
  case noNodeAddress(node: ExactString?)
  /// The Pod is a gateway that Kuma runs, and this annotation, its tags, is missing.
  case missingGatewayTags(key: ExactString)
  /// The Pod is a gateway that Kuma runs, and the annotation of its tags is no JSON object of strings.
  case unreadableGatewayTags(Evidence)
  /// The Service's label of zone proxies has a value that is not known.
  case invalidZoneProxyType(service: ExactString, Evidence)
  /// Two Services want listeners of different types on one port.
  case conflictingListeners(port: Int, service: ExactString)
  /// The reachable backends are not what they should be.
  case unreadableReachableBackends(Evidence)
  /// The metrics of an application are to be aggregated and this annotation, their port, is missing.
  case missingMetricsPort(key: ExactString)
  /// Virtual probes are on and this annotation, their port, is missing.
  case missingProbesPort(key: ExactString)
  /// Virtual probes are on and a probe is none.
  case notVirtualProbe(container: ExactString, HTTPProbe, VirtualProbeProblem)
  /// The API server does not store the Dataplane that the control plane writes.
  case dataplaneRefused(DataplaneRefusal)
  /// The control plane does not survive the input.
  case controlPlaneCrash(Crash)

  /// What a release of the control plane does not survive.
  #if hasAttribute(nonexhaustive)
    @nonexhaustive
  #endif
  public enum Crash: Sendable, Hashable {
    /// An EndpointSlice of a Service without a selector has an endpoint that names no object.
    case endpointWithoutTarget(slice: ExactString)
    /// The reachable backends have an entry that is null.
    case nullReachableBackend
    /// The tags of a builtin gateway are null, and there is a zone to add to them.
    case nullGatewayTags
  }
}
