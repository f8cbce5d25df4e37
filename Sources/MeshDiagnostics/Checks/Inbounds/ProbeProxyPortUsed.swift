import KubernetesObjects
import MeshMapping

/// A container listens on the port of the application probe proxy.
enum ProbeProxyPortUsed: SharedPodCheck {
  static let kind = FindingKind.probeProxyPortUsed

  static func findings(on pod: PodSubject) -> [Finding] {
    let usual = pod.controlPlane.settings.injector.probeProxyPort
    let own = pod.pod.metadata.annotations[KumaKey.probeProxyPort].flatMap { Int($0) } ?? usual
    // Most Pods have neither port, and nobody has to read their annotations.
    guard pod.uses(usual) || pod.uses(own), pod.isInMesh, let port = pod.probeProxyPort else { return [] }
    let containers = pod.pod.spec.containers
    return containers.indices.filter { !containers[$0].isSidecar }.flatMap { index in
      containers[index].ports.indices.filter { containers[index].ports[$0].isListened(at: port) }
        .map {
          finding(of: containers[index], at: pod.portsField(ofContainer: index, [.index($0), "containerPort"]), port, pod)
        }
    }
  }

  private static func finding(
    of container: Container, at field: ObjectField, _ port: Int, _ pod: PodSubject
  ) -> Finding {
    let remedy = pod.redirectingProbes(by: KumaKey.probeProxyPort)
    let message =
      "Container \(container.name.printedSafely) listens on port \(port), and so does the application probe proxy of the sidecar, so that one of the two cannot start; \(remedy.message)."
    return Finding(kind, at: field, message, remedies: [remedy])
  }
}

extension PodSubject {
  /// What has the probes of the Pod redirected to a port that nobody has, by the annotation of a key.
  func redirectingProbes(by key: String) -> Remedy {
    let port = pod.portForProbes
    return Remedy("annotate \(templatePhrase) \(key)=\(port)", [setting(.annotations, key, to: "\(port)")])
  }

  /// The port on which the application probe proxy of the Pod listens; nil where there is none.
  var probeProxyPort: Int? {
    guard controlPlane.rules.injection.written.probeProxy != .absent else { return nil }
    var anew = pod
    if let written = annotationsBeforeInjection {
      anew.metadata.annotations = written
      return controlPlane.probeProxyPort(of: anew)
    }
    // What the injector wrote on it is what its sidecar does.
    return pod.metadata.annotations[KumaKey.probeProxyPort].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether a container of the application listens on a port.
  fileprivate func uses(_ port: Int) -> Bool {
    pod.spec.containers.contains { container in
      !container.isSidecar && container.ports.contains { $0.isListened(at: port) }
    }
  }
}

extension ContainerPort {
  fileprivate func isListened(at port: Int) -> Bool { containerPort == port && transportProtocol == .tcp }
}

extension FindingKind {
  /// A container listens on the port of the application probe proxy.
  public static let probeProxyPortUsed = FindingKind(
    "probe-proxy-port-used", .error, .writtenProbes,
    summary: "A container of a Pod in the mesh listens on the port of the application probe proxy.",
    reason:
      "From 2.9 the sidecar answers the probes of the kubelet on port 9001, unless the Pod or a setting names another one. In a Pod only one of two can listen on a port: the sidecar or the container does not start.",
    remedy: "Annotate the Pod kuma.io/application-probe-proxy-port with a port that no container uses."
  )
}
