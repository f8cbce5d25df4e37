import KubernetesObjects

extension ControlPlane {
  /// The ZoneIngress of a Pod, as the controller writes it (ZONE-1, ZONE-2), and whether the address under which others reach it is
  /// unknown.
  ///
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod.
  func zoneIngress(
    of prepared: PreparedPod,
    through services: [PreparedMatch],
    among objects: any ObjectLookup
  ) throws(MappingFailure) -> (ingress: ZoneIngress, isAdvertisedUnknown: Bool) {
    let pod = prepared.pod
    let previous = objects.zoneIngress(named: pod.metadata.name)
    let (service, port) = try zoneProxyPort(of: prepared, as: ZoneIngress.kind, through: services, among: objects)
    let advertised = try advertisedPlace(of: pod, through: service, among: objects)
    var ingress = ZoneIngress(
      metadata: zoneProxyMetadata(of: pod, type: "zoneingress", previous: previous?.metadata),
      address: pod.status.podIP,
      port: port
    )
    if rules.zoneProxies.ingressBase == .existing, let previous {
      ingress.advertisedAddress = previous.advertisedAddress
      ingress.advertisedPort = previous.advertisedPort
      ingress.adminPort = previous.adminPort
      ingress.availableServices = previous.availableServices
    }
    if case .place(let address, let port) = advertised {
      ingress.advertisedAddress = address.string
      ingress.advertisedPort = port
    }
    if rules.zoneProxies.ingressAdminPort == .read, let port = try pod.number(KumaKey.adminPort) { ingress.adminPort = port }
    return (ingress, advertised == .unknown)
  }

  /// The ZoneEgress of a Pod, as the controller writes it (ZONE-3).
  ///
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod.
  func zoneEgress(
    of prepared: PreparedPod,
    through services: [PreparedMatch],
    among objects: any ObjectLookup
  ) throws(MappingFailure) -> ZoneEgress {
    let pod = prepared.pod
    let previous = objects.zoneEgress(named: pod.metadata.name)
    let (_, port) = try zoneProxyPort(of: prepared, as: ZoneEgress.kind, through: services, among: objects)
    let kept = rules.zoneProxies.ingressBase == .existing ? previous?.adminPort : nil
    return ZoneEgress(
      metadata: zoneProxyMetadata(of: pod, type: "zoneegress", previous: previous?.metadata),
      zone: zone,
      address: pod.status.podIP,
      port: port,
      adminPort: try pod.number(KumaKey.adminPort) ?? kept
    )
  }

  /// The Service of a zone proxy and the port of the Pod that it leads to: there must be just one of each (ZONE-4).
  private func zoneProxyPort(
    of prepared: PreparedPod,
    as kind: String,
    through services: [PreparedMatch],
    among objects: any ObjectLookup
  ) throws(MappingFailure) -> (service: Service, port: Int) {
    guard let match = services.first, services.count == 1 else {
      throw .zoneProxyServices(kind: ExactString(kind), services.map { ExactString($0.service.name.name) })
    }
    var ports = try inbounds(of: prepared, through: services, among: objects).map(\.port)
    if rules.zoneProxies.inbounds == .byPort {
      var seen: Set<Int> = []
      ports = ports.filter { seen.insert($0).inserted }
    }
    guard let port = ports.first, ports.count == 1 else {
      throw .zoneProxyPorts(service: ExactString(match.service.name.name), ports)
    }
    return (match.service.service, port)
  }

  private func zoneProxyMetadata(of pod: Pod, type: String, previous: Dataplane.Metadata?) -> Dataplane.Metadata {
    let kept = previous?.labels ?? [:]
    let isComputed = rules.labels.computed == .present
    return Dataplane.Metadata(
      name: pod.metadata.name,
      namespace: pod.metadata.effectiveNamespace,
      labels: isComputed ? proxyLabels(of: pod, mesh: nil, type: type, previous: kept) : kept,
      annotations: previous?.annotations ?? [:],
      ownerReferences: [Self.ownerReference(to: pod)]
    )
  }
}
