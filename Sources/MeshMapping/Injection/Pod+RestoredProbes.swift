import KubernetesObjects

extension Pod {
  /// Takes back what an injector made of the probes, so that they are those that the owner of the Pod wrote.
  ///
  /// Named ports come back as numbers, and what else a probe said of TCP or gRPC is nothing that the mapping reads.
  mutating func restoreProbes() {
    let ports = [KumaKey.virtualProbesPort, KumaKey.probeProxyPort]
      .compactMap { metadata.annotations[$0].flatMap(UnsignedDecimal.parse) }.filter { $0 > 0 }
    guard !ports.isEmpty else { return }
    for index in spec.containers.indices where spec.containers[index].hasProbes(of: ports) {
      spec.containers[index].restoreProbes(from: ports)
    }
    for index in spec.initContainers.indices where spec.initContainers[index].hasProbes(of: ports) {
      spec.initContainers[index].restoreProbes(from: ports)
    }
  }
}

extension Container {
  /// Whether a probe asks one of some ports.
  fileprivate func hasProbes(of ports: [Int]) -> Bool { httpProbes.contains { Self.asks($0, ports) } }

  private static func asks(_ probe: HTTPProbe, _ ports: [Int]) -> Bool {
    guard case .number(let number) = probe.port else { return false }
    return ports.contains(Int(UInt32(truncatingIfNeeded: number)))
  }

  /// Takes back what an injector made of the probes, which ask one of some ports.
  fileprivate mutating func restoreProbes(from ports: [Int]) {
    var own: [HTTPProbe] = []
    for probe in httpProbes {
      guard Self.asks(probe, ports) else {
        own.append(probe)
        continue
      }
      let parts = probe.path.utf8.dropFirst().split(
        separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false
      )
      .map { String(Substring($0)) }
      let rest = parts.count > 1 ? parts[1] : ""
      if let port = parts.first.flatMap(UnsignedDecimal.parse) {
        own.append(HTTPProbe(probe.kind, port: .number(Int(Int32(truncatingIfNeeded: port))), path: "/" + rest))
      } else if let form = parts.first.flatMap(PortProbe.Form.init), let port = UnsignedDecimal.parse(rest) {
        portProbes.append(PortProbe(probe.kind, form, port: .number(Int(Int32(truncatingIfNeeded: port)))))
      } else {
        own.append(probe)
      }
    }
    httpProbes = own
  }
}
