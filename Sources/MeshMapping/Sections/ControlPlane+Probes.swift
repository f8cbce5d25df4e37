import KubernetesObjects

extension ControlPlane {
  /// The section of probes of a Pod whose probes the injector made virtual (PROBE-1, PROBE-2); nil where they are not.
  ///
  /// - Parameter pod: The Pod as it stands in the cluster, so with what the injector wrote on it.
  /// - Throws: ``MappingFailure`` where the control plane gives up on the Pod there (FAIL-2).
  func probes(of pod: Pod) throws(MappingFailure) -> Dataplane.Probes? {
    guard rules.sections.probes == .read, try pod.isOn(KumaKey.virtualProbes, words: rules.switchWords) else { return nil }
    guard let port = try pod.number(KumaKey.virtualProbesPort) else {
      throw .missingProbesPort(key: ExactString(KumaKey.virtualProbesPort))
    }
    let proxyPort = rules.sections.probeProxy == .read ? try pod.number(KumaKey.probeProxyPort) ?? 0 : 0
    var probes = Dataplane.Probes(port: port)
    if rules.sections.nativeSidecarProbes == .read, !pod.spec.initContainers.isEmpty {
      // Native sidecars that start before the proxy are not asked through it.
      for container in pod.spec.initContainers.drop(while: { !$0.isSidecar }) where container.restartPolicy == "Always" {
        try addEndpoints(of: container, to: &probes, proxyPort: proxyPort)
      }
    }
    for index in pod.spec.containers.indices where !pod.spec.containers[index].httpProbes.isEmpty {
      try addEndpoints(of: pod.spec.containers[index], to: &probes, proxyPort: proxyPort)
    }
    return probes
  }

  /// Adds what the probes of a container ask, which the injector made virtual, but for those of the proxy.
  private func addEndpoints(
    of container: Container,
    to probes: inout Dataplane.Probes,
    proxyPort: Int
  ) throws(MappingFailure) {
    guard !container.isSidecar else { return }
    probes.endpoints.reserveCapacity(probes.endpoints.count + container.httpProbes.count)
    for probe in container.httpProbes where probe.kind != .startup || rules.sections.startupProbes == .read {
      let port = portNumber(probe.port)
      guard port == probes.port || (proxyPort > 0 && port == proxyPort) else {
        throw .notVirtualProbe(container: container.id, probe, .otherPort)
      }
      switch VirtualPath(probe.path) {
      case .http(let port, let path):
        probes.endpoints.append(.init(path: probe.path, inboundPort: port, inboundPath: path))
      // What the proxy of probes asks over TCP or gRPC is no business of the section.
      case .other where rules.sections.probeProxy == .read: break
      case .other, .none: throw .notVirtualProbe(container: container.id, probe, .noPortInPath)
      }
    }
  }
}

/// What a path says that a virtual probe asks for.
private enum VirtualPath {
  /// A path of a port of the application.
  case http(port: Int, path: String)
  /// A port of the application, over TCP or gRPC.
  case other

  /// What a path says; nil where it is none of a virtual probe.
  init?(_ path: String) {
    let bytes = path.utf8
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    let segment = bytes.dropFirst().prefix { $0 != UInt8(ascii: "/") }
    // Most segments are numbers, which need no look at the words.
    let isWord = segment.first.map { $0 > UInt8(ascii: "9") } ?? false
    if isWord, segment.elementsEqual("tcp".utf8) || segment.elementsEqual("grpc".utf8) {
      self = .other
    } else if let port = SignedDecimal.parse(segment), (Int64(Int32.min)...Int64(Int32.max)).contains(port) {
      let rest = bytes[segment.endIndex...].dropFirst()
      // A port below zero is a great one without a sign, as Kuma takes it.
      self = .http(port: Int(UInt32(truncatingIfNeeded: port)), path: "/" + String(Substring(rest)))
    } else {
      return nil
    }
  }
}
