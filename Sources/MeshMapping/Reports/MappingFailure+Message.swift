import KubernetesObjects

extension MappingFailure {
  /// The failure's name, which never changes its meaning.
  public var code: String {
    switch self {
    case .namespaceNotFound: "namespaceNotFound"
    case .meshNotFound: "meshNotFound"
    case .nodeNotFound: "nodeNotFound"
    case .ownerNotFound: "ownerNotFound"
    case .unreadableSwitch: "unreadableSwitch"
    case .unreadableNumber: "unreadableNumber"
    case .missingRedirectPort: "missingRedirectPort"
    case .invalidIPFamilyMode: "invalidIPFamilyMode"
    case .invalidGatewayType: "invalidGatewayType"
    case .noMatchingContainerPort: "noMatchingContainerPort"
    case .zoneProxyOutsideSystemNamespace: "zoneProxyOutsideSystemNamespace"
    case .invalidZoneProxyType: "invalidZoneProxyType"
    case .zoneProxyServices: "zoneProxyServices"
    case .zoneProxyPorts: "zoneProxyPorts"
    case .missingPublicPlace: "missingPublicPlace"
    case .noNodeAddress: "noNodeAddress"
    case .missingGatewayTags: "missingGatewayTags"
    case .unreadableGatewayTags: "unreadableGatewayTags"
    case .conflictingListeners: "conflictingListeners"
    case .unreadableReachableBackends: "unreadableReachableBackends"
    case .missingMetricsPort: "missingMetricsPort"
    case .missingProbesPort: "missingProbesPort"
    case .notVirtualProbe: "notVirtualProbe"
    case .dataplaneRefused: "dataplaneRefused"
    case .controlPlaneCrash: "controlPlaneCrash"
    }
  }

  /// The failure as a sentence that says what to do, safe to print.
  public var message: String {
    switch self {
    case .namespaceNotFound(let name): "Namespace \(name.printedSafely) is not in the input; add it."
    case .meshNotFound(let name):
      "Mesh \(name.string.isEmpty ? "\"\"" : name.printedSafely) does not exist; create it or name another."
    case .nodeNotFound(let name): "Node \(name.printedSafely) is not in the input, and its labels are to be copied; add it."
    case .ownerNotFound(let kind, let name):
      "\(kind) \(name.namespace.printedSafely)/\(name.name.printedSafely) owns the Pod and is not in the input; add it."
    case .unreadableSwitch(let evidence): "\(evidence.phrase) says neither on nor off; write enabled or disabled."
    case .unreadableNumber(let evidence): "\(evidence.phrase) is not a number; write one in decimal digits."
    case .missingRedirectPort(let key):
      "Annotation \(key) is missing, and transparent proxying is on; let the injector write it."
    case .invalidIPFamilyMode(let evidence): "\(evidence.phrase) is not an IP family mode; write dualstack or ipv4."
    case .invalidGatewayType(let evidence):
      "\(evidence.phrase) is not a kind of gateway; write enabled, or remove it."
    case .noMatchingContainerPort(let services):
      "The Pod belongs to Service \(services.map(\.printedSafely).joined(separator: ", ")), and no target port of it is a port of the Pod's containers; correct the target ports or the ports of the containers."
    case .zoneProxyOutsideSystemNamespace(let evidence, let systemNamespace):
      "\(evidence.phrase) makes the Pod a zone proxy, which only namespace \(systemNamespace.printedSafely) may have; move it there."
    case .zoneProxyServices(let kind, let services):
      "\(Self.zoneProxy(kind)) should be matched by exactly one service. Matched \(services.count) services\(services.isEmpty ? "; select the Pod by one" : " (\(services.map(\.printedSafely).joined(separator: ", "))); leave one of them")."
    case .zoneProxyPorts(let service, let ports):
      "Service \(service.printedSafely) generated \(ports.count) inbound interfaces, expected 1\(ports.isEmpty ? "" : " (ports \(ports.map { "\($0)" }.joined(separator: ", ")))"); give it one TCP port."
    case .missingPublicPlace(let key):
      "Both \(KumaKey.ingressPublicAddress) and \(KumaKey.ingressPublicPort) has to be defined; write \(key), or remove the other."
    case .noNodeAddress(nil): "There are no Nodes, and a port of theirs leads to the zone ingress; add them."
    case .noNodeAddress(let node?):
      "Could not find valid Node address for Ingress publicAddress: Node \(node.printedSafely) has neither an ExternalIP nor an InternalIP; annotate \(KumaKey.ingressPublicAddress) and \(KumaKey.ingressPublicPort)."
    case .missingGatewayTags(let key): "Missing \(key) annotation on Pod serving a builtin Gateway; write its tags as JSON."
    case .unreadableGatewayTags(let evidence):
      "Invalid \(evidence.key) annotation on Pod serving a builtin Gateway: \(evidence.value.quotedSafely); write a JSON object of strings."
    case .invalidZoneProxyType(let service, let evidence):
      "\(evidence.phrase) of Service \(service.printedSafely) is not a type of zone proxy; write ingress or egress."
    case .conflictingListeners(let port, let service):
      "Service \(service.printedSafely) wants port \(port) for another type of zone proxy than the Service before it; remove one of them."
    case .unreadableReachableBackends(let evidence):
      "\(evidence.key) cannot be read; write YAML of the form refs: [{kind: MeshService, name: …}]."
    case .missingMetricsPort(let key):
      "Annotation \(key) is missing, and the metrics of that application are to be aggregated; write it or switch them off."
    case .missingProbesPort(let key):
      "Annotation \(key) is missing, and virtual probes are on; let the injector write it."
    case .notVirtualProbe(let container, let probe, .otherPort):
      "The \(probe.kind.rawValue) probe of container \(container.printedSafely) asks port \(probe.port.description), which is not that of virtual probes, and they are on; let the injector write it."
    case .notVirtualProbe(let container, let probe, .noPortInPath):
      "The \(probe.kind.rawValue) probe of container \(container.printedSafely) asks for \(probe.path.quotedSafely), which does not begin with the application's port, and virtual probes are on; let the injector write it."
    case .dataplaneRefused(let refusal): refusal.message
    case .controlPlaneCrash(.endpointWithoutTarget(let slice)):
      "The control plane crashes on EndpointSlice \(slice.printedSafely), which has an endpoint without a target; upgrade it to 2.8.2 or later."
    case .controlPlaneCrash(.nullGatewayTags):
      "The control plane crashes on the annotation \(KumaKey.tags), which is null; write a JSON object of strings."
    case .controlPlaneCrash(.nullReachableBackend):
      "The control plane crashes on the annotation kuma.io/reachable-backends, which has an empty entry; remove that entry."
    }
  }

  /// The word for a kind of zone proxy.
  private static func zoneProxy(_ kind: ExactString) -> String {
    kind == ExactString(ZoneEgress.kind) ? "egress" : "ingress"
  }
}
