import KubernetesObjects

extension ControlPlane {
  /// Writes about the probes of a Pod what the injector writes, and redirects them (WRITE-5).
  ///
  /// A Pod whose annotations the injector refuses keeps its probes.
  ///
  /// - Parameters:
  ///   - pod: The Pod with its sidecar.
  ///   - original: The Pod as its user wrote it.
  func redirectProbes(of pod: inout Pod, as original: Pod) {
    let annotations = InjectorAnnotations(of: original, words: rules.switchWords)
    let written = Result { () throws(InjectorRefusal) in try writtenProbes(annotations) }
    guard case .success(let probes) = written else { return }
    if rules.injection.written.probeProxy != .alone {
      pod.metadata.annotations[KumaKey.virtualProbes] = probes.virtual.rawValue
      pod.metadata.annotations[KumaKey.virtualProbesPort] = "\(probes.virtualPort)"
    }
    if let port = probes.proxyPort { pod.metadata.annotations[KumaKey.probeProxyPort] = "\(port)" }
    guard let redirection = probes.redirection else { return }
    for index in pod.spec.containers.indices { redirectProbes(of: &pod.spec.containers[index], to: redirection) }
    for index in nativeSidecars(of: pod) { redirectProbes(of: &pod.spec.initContainers[index], to: redirection) }
  }

  /// The first probe of a Pod that asks the port that the probes are redirected to, which the injector refuses (INJ-19).
  ///
  /// Where the Pod carries a sidecar that the release does not look for, its probes are redirected already, and so taken back first.
  func checkProbes(of pod: Pod, _ annotations: InjectorAnnotations) throws(InjectorRefusal) {
    var pod = pod
    if (pod.spec.containers + pod.spec.initContainers).contains(where: \.isSidecar) { pod.restoreProbes() }
    guard let redirection = try writtenProbes(annotations).redirection else { return }
    let areNativeRead = rules.sections.nativeSidecarProbes == .read && areSidecarsNative
    let native = areNativeRead ? pod.spec.initContainers.filter { $0.restartPolicy == "Always" } : []
    for (index, container) in (native + pod.spec.containers).enumerated() {
      for kind in HTTPProbe.Kind.allCases where kind != .startup || rules.sections.startupProbes == .read {
        let http = container.httpProbes.first { $0.kind == kind }.map { applicationPort($0.port, in: container) }
        let port = http ?? portProbe(kind, of: container, redirection).map { applicationPort($0.port, in: container) }
        if port == redirection.port {
          let place: EvidencePlace = index < native.count ? .podInitContainer : .podContainer
          let evidence = Evidence(place, key: "name", value: container.id.string)
          throw InjectorRefusal(.probePortInUse(evidence, kind, port: redirection.port))
        }
      }
    }
  }

  /// The native sidecars of a Pod that start after the proxy, so that they are asked through it.
  private func nativeSidecars(of pod: Pod) -> [Int] {
    guard rules.sections.nativeSidecarProbes == .read else { return [] }
    guard let sidecar = pod.spec.initContainers.firstIndex(where: { $0.isSidecar }) else { return [] }
    return pod.spec.initContainers.indices.filter { $0 > sidecar && pod.spec.initContainers[$0].restartPolicy == "Always" }
  }

  private func redirectProbes(of container: inout Container, to redirection: WrittenProbes.Redirection) {
    for index in container.httpProbes.indices {
      let probe = container.httpProbes[index]
      guard probe.kind != .startup || rules.sections.startupProbes == .read else { continue }
      let application = applicationPort(probe.port, in: container)
      // The injector refuses a Pod that has the port in use already.
      guard application != redirection.port else { continue }
      let path = probe.path.utf8.first == UInt8(ascii: "/") ? probe.path : "/" + probe.path
      container.httpProbes[index].port = .number(Int(Int32(truncatingIfNeeded: redirection.port)))
      container.httpProbes[index].path = "/\(application)\(path)"
    }
    for kind in HTTPProbe.Kind.allCases {
      guard let probe = portProbe(kind, of: container, redirection) else { continue }
      let application = applicationPort(probe.port, in: container)
      guard application != redirection.port else { continue }
      let port = PortReference.number(Int(Int32(truncatingIfNeeded: redirection.port)))
      let redirected = HTTPProbe(kind, port: port, path: "/\(probe.form.rawValue)/\(application)")
      container.portProbes.removeAll { $0.kind == kind }
      let order = HTTPProbe.Kind.allCases
      let isLater = { (other: HTTPProbe) in order.firstIndex(of: other.kind) ?? 0 > order.firstIndex(of: kind) ?? 0 }
      container.httpProbes.insert(
        redirected, at: container.httpProbes.firstIndex(where: isLater) ?? container.httpProbes.endIndex)
    }
  }

  /// The probe of a kind that asks over TCP or gRPC, where those are redirected too.
  private func portProbe(
    _ kind: HTTPProbe.Kind,
    of container: Container,
    _ redirection: WrittenProbes.Redirection
  ) -> PortProbe? {
    guard case .proxy = redirection else { return nil }
    return container.portProbes.first { $0.kind == kind }
  }

  /// The port that a probe asks; a name is that of a port of the container, and 0 where there is none.
  private func applicationPort(_ port: PortReference, in container: Container) -> Int {
    let number = portNumber(port)
    guard number == 0, case .name(let name) = port, !name.string.isEmpty else { return number }
    let named = container.ports.first { $0.name.hasSameBytes(as: name.string) }
    return named.map { Int(UInt32(truncatingIfNeeded: $0.containerPort)) } ?? 0
  }

  /// The number that Kuma takes a port for: a name is read as a number, and is 0 where it is none; the result is cut to 32 bits.
  func portNumber(_ port: PortReference) -> Int {
    switch port {
    case .number(let number): Int(UInt32(truncatingIfNeeded: number))
    case .name(let name): Int(UInt32(truncatingIfNeeded: SignedDecimal.parse(name.string.utf8) ?? 0))
    }
  }
}
