import KubernetesObjects
import MeshMapping

/// A reachable backend is a MeshService, and the input has no Service that it could be made of.
enum ReachableBackendToNothing: SharedPodCheck {
  static let kind = FindingKind.reachableBackendToNothing

  static func findings(on pod: PodSubject) -> [Finding] {
    let key = KumaKey.reachableBackends
    guard pod.pod.metadata.annotations[key] != nil,
      let backends = pod.dataplane?.networking.transparentProxying?.reachableBackends
    else { return [] }
    return backends.compactMap { backend in
      problem(of: backend, on: pod).map { phrase in
        Finding(kind, at: pod.annotation(key), "Reachable backend MeshService \(phrase.endingAsSentence)")
      }
    }
  }

  private static func problem(of backend: ReachableBackend, on pod: PodSubject) -> String? {
    // MeshServices of other zones are found by labels; those that are in the input are not read.
    guard backend.kind.hasSameBytes(as: "MeshService"), !backend.name.isEmpty,
      !pod.cluster.unsupported.keys.contains(where: { $0.kind.hasSameBytes(as: "MeshService") })
    else { return nil }
    let namespace = backend.namespace.isEmpty ? pod.report.name.namespace : backend.namespace
    let name = backend.name.printedSafely
    let reference = ObjectReference(.service, namespace: namespace, name: backend.name)
    if let service = pod.cluster.service(reference.objectName) {
      guard let port = backend.port, !service.ports.contains(where: { $0.port == port }) else { return nil }
      let ports = service.ports.map(\.port).listed
      return "\(name) has no port \(port); Service \(name) has \(ports.isEmpty ? "none" : ports)"
    }
    guard pod.cluster.hasServices, pod.cluster.hasNamespace(namespace), !pod.cluster.isUnreadable(reference) else {
      return nil
    }
    let nearest = NearestName.of(backend.name, among: pod.cluster.services(in: namespace).map(\.metadata.name))
    let advice = nearest.map { "; did you mean \($0.printedSafely)?" } ?? ""
    return "\(name) is made of no Service of namespace \(namespace.printedSafely)\(advice)"
  }
}

extension FindingKind {
  /// A reachable backend names a MeshService that no Service is made into.
  public static let reachableBackendToNothing = FindingKind(
    "reachable-backend-to-nothing", .warning, .reachableBackends,
    summary: "A reachable backend names a MeshService for which there is no Service.",
    reason:
      "A MeshService is made of each Service of its name and namespace; the Pod reaches only what the list names, so that it does not reach what was meant.",
    remedy:
      "Write the name, namespace and port of a Service that there is; the namespace is that of the Pod where none is written."
  )
}
