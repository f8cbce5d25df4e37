import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  /// Another port for the application probe proxy; where a container uses it, the edit is of no help and not offered.
  static let otherProbeProxyPort = NoteMend(message: "annotate the Pods \(KumaKey.probeProxyPort)=9010") { _ in
    [.annotation(KumaKey.probeProxyPort, "9010")]
  }

  /// A note that the application probe proxy listens on a port that a container uses.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - release: The first release in which it does.
  ///   - before: The last one before in which it listens in other Pods; nil where there is none.
  ///   - summary: What changes, a sentence.
  ///   - remedy: What to do, a sentence.
  ///   - mend: What does away with it before the upgrade; nil where nothing does.
  static func probeProxyPortTaken(
    _ id: String, in release: KumaRelease, after before: KumaRelease?, _ summary: String,
    remedy: String = "Set the annotation kuma.io/application-probe-proxy-port to a port that no container uses.",
    mend: NoteMend? = otherProbeProxyPort
  ) -> UpgradeNote {
    UpgradeNote(
      id, release, .refused, ["Pod"], summary,
      remedy: remedy,
      bearing: .breaks(.portTaken),
      mend: mend,
      check: .pod { pod, around in
        guard pod.hasPorts, let port = around.probeProxyPort(of: pod, in: release) else { return [] }
        if let before, around.probeProxyPort(of: pod, in: before) == port { return [] }
        return around.ifInjected(pod, pod.portSights { $0.containerPort == port && $0.transportProtocol == .tcp })
      })
  }
}

extension NoteSurroundings {
  /// The ports of a Pod's containers that its proxy takes no traffic for where it takes some only for its inbounds.
  func closedPorts(of pod: Pod) -> [NoteSight] {
    guard pod.hasPorts, !hasOpenPorts(pod) else { return [] }
    let excluded = Set(
      (pod.metadata.annotations["traffic.kuma.io/exclude-inbound-ports"] ?? "").split(separator: ",").map(String.init))
    let isMeant: (ContainerPort) -> Bool = { port in
      port.transportProtocol == .tcp && !excluded.contains("\(port.containerPort)")
    }
    guard !pod.portSights(isMeant).isEmpty, let (ports, needs) = inboundPorts(of: pod), !ports.isEmpty else { return [] }
    return pod.portSights { isMeant($0) && !ports.contains($0.containerPort) }.map { $0.needing(needs) }
  }

  /// Whether a Pod itself, or a ContainerPatch, has its proxy take traffic for any port.
  private func hasOpenPorts(_ pod: Pod) -> Bool {
    let patches = containerPatches(of: pod) ?? []
    return (pod.sidecarVariables + patches.flatMap(\.changesOfSidecar).flatMap(\.variables)).contains(where: \.opensPorts)
  }

  /// Those of a Pod's closed ports that Prometheus asks, as its usual annotations have it. Where a patch that is not in the input may have its
  /// proxy take traffic for any port, nobody knows whether they are closed.
  func scrapedClosedPorts(of pod: Pod) -> [NoteSight] {
    let needs: [Completeness.Kind] = containerPatches(of: pod) == nil ? [.containerPatches] : []
    return closedPorts(of: pod).filter(pod.isScraped).map { sight in
      sight.needing(Completeness.Kind.allCases.filter { (sight.needs + needs).contains($0) })
    }
  }
}

extension Pod {
  /// Whether a container says on which ports it listens.
  fileprivate var hasPorts: Bool { spec.containers.contains { !$0.ports.isEmpty } }

  /// Whether Prometheus asks the port that shows something, as its usual annotations have it.
  func isScraped(at sight: NoteSight) -> Bool {
    guard let port = metadata.annotations["prometheus.io/port"], port == sight.text else { return false }
    return metadata.annotations["prometheus.io/scrape"] != "false"
  }
}
