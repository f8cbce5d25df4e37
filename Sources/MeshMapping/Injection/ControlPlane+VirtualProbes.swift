import KubernetesObjects

extension ControlPlane {
  /// Makes the HTTP probes of a Pod virtual, as the injector does where virtual probes are on, so that the controller can
  /// read them afterwards (FAIL-2): they ask the virtual port for a path that begins with the port of the application.
  ///
  /// From 2.9.0 the injector writes the port of the proxy of probes instead, which the controller reads alike.
  func makeProbesVirtual(on pod: inout Pod) {
    let value = pod.metadata.annotations[KumaKey.virtualProbes]
    guard let value, rules.switchWords.setting(of: value) == .on else { return }
    let annotation = pod.metadata.annotations[KumaKey.virtualProbesPort] ?? "9000"
    pod.metadata.annotations[KumaKey.virtualProbesPort] = annotation
    guard let port = UnsignedDecimal.parse(annotation) else { return }
    for index in pod.spec.containers.indices {
      Self.makeProbesVirtual(of: &pod.spec.containers[index], port: port)
    }
    for index in pod.spec.initContainers.indices {
      Self.makeProbesVirtual(of: &pod.spec.initContainers[index], port: port)
    }
  }

  private static func makeProbesVirtual(of container: inout Container, port: Int) {
    for index in container.httpProbes.indices {
      let probe = container.httpProbes[index]
      let application = applicationPort(of: probe, in: container)
      // The injector refuses a Pod that has the virtual port in use already.
      guard application != port else { continue }
      let path = probe.path.utf8.first == UInt8(ascii: "/") ? probe.path : "/" + probe.path
      container.httpProbes[index].port = .number(Int(Int32(truncatingIfNeeded: port)))
      container.httpProbes[index].path = "/\(application)\(path)"
    }
  }

  /// The port that a probe asks; a name is that of a port of the container.
  private static func applicationPort(of probe: HTTPProbe, in container: Container) -> Int {
    let number = portNumber(probe.port)
    guard number == 0, case .name(let name) = probe.port, !name.string.isEmpty else { return number }
    let named = container.ports.first { $0.name.hasSameBytes(as: name.string) }
    return named.map { Int(UInt32(truncatingIfNeeded: $0.containerPort)) } ?? 0
  }
}
