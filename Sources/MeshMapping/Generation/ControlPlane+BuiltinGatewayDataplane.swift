import KubernetesObjects

extension ControlPlane {
  /// The Dataplane of a gateway that Kuma runs, as the controller writes it (GW-7, GW-8).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - mesh: The name of its mesh.
  ///   - previous: The Dataplane as it stands; nil where there is none. Its mesh and labels stay.
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod.
  func builtinGatewayDataplane(
    of pod: Pod, in mesh: String, previous: Dataplane?
  ) throws(MappingFailure) -> Dataplane {
    let networking = Dataplane.Networking(address: pod.status.podIP, gateway: try builtinGateway(of: pod))
    var dataplane =
      previous
      ?? Dataplane(
        mesh: mesh,
        metadata: Dataplane.Metadata(
          name: pod.metadata.name,
          namespace: pod.metadata.effectiveNamespace,
          labels: rules.gateway.builtinLabels == .present ? proxyLabels(of: pod, mesh: mesh, type: "gateway") : [:]
        ),
        networking: networking
      )
    dataplane.networking = networking
    dataplane.metrics = nil
    dataplane.probes = nil
    dataplane.otherFields = []
    dataplane.metadata.ownerReferences = [Self.ownerReference(to: pod)]
    return dataplane
  }

  /// The labels that the controller gives a proxy that is no sidecar, on top of those that it has (GW-8, ZONE-5).
  ///
  /// - Parameters:
  ///   - pod: The Pod.
  ///   - mesh: The name of its mesh; nil where it has none.
  ///   - type: What kind of proxy it is.
  ///   - previous: The labels that it has.
  func proxyLabels(of pod: Pod, mesh: String?, type: String, previous: StringMap = [:]) -> StringMap {
    var labels = previous
    for label in pod.metadata.labels.entries { labels[label.key] = label.value }
    var source = ComputedLabels(
      namespace: pod.metadata.effectiveNamespace, mesh: mesh, origin: labels[KumaKey.origin], proxyType: type)
    let account = pod.spec.serviceAccountName
    if rules.labels.serviceAccount == .present, !account.isEmpty { source.serviceAccount = account }
    labels.merge(computedLabels(source))
    return labels
  }
}
