import KubernetesObjects
import MeshMapping

/// An entry of the reachable services is not the name of a service on Kubernetes.
enum ReachableServiceEntry: SharedPodCheck {
  static let kind = FindingKind.reachableServiceEntry

  static func findings(on pod: PodSubject) -> [Finding] {
    guard let list = pod.serviceList(KumaKey.reachableServices) else { return [] }
    return pod.reachableServices.compactMap { entry in finding(entry, list, on: pod) }
  }

  private static func finding(_ entry: String, _ list: ServiceList, on pod: PodSubject) -> Finding? {
    let key = KumaKey.reachableServices
    let field = pod.annotation(key)
    let subject = "Reachable service \(entry.quotedSafely)"
    if !ServiceList.trimmed(entry).hasSameBytes(as: entry) {
      return Finding(
        kind, at: field,
        "\(subject) has whitespace around it, which counts, so that it names no service; write the list without.",
        remedies: pod.remediesTrimming(ServiceList.trimmed(entry), of: list, in: key))
    }
    if entry.hasSameBytes(as: DirectAccess.wildcard) {
      return Finding(
        kind, at: field,
        "\(subject) names no service, since \(DirectAccess.wildcard) means every service in direct access alone; remove the annotation to reach every service.",
        remedies: [Remedy("remove the annotation, to reach every service", [pod.removing(.annotations, key)])])
    }
    guard ServiceName(reading: entry) == nil else { return nil }
    let form = "is not of the form NAME_NAMESPACE_svc_PORT that services have on Kubernetes"
    if let meant = pod.serviceEntry(meantBy: entry) {
      return Finding(
        kind, at: field, "\(subject) \(form); did you mean \(meant)?",
        remedies: [pod.remedyReplacing(entry, with: meant, in: key)].compactMap(\.self))
    }
    return Finding(
      kind, severity: .info, at: field,
      "\(subject) \(form); it reaches an ExternalService or a service on Universal of that name, and nothing else.")
  }
}

extension PodSubject {
  /// The services that the Pod may reach at all, as its Dataplane has them.
  var reachableServices: [String] { dataplane?.networking.transparentProxying?.reachableServices ?? [] }

  /// The name of the service that is meant by the name of a Service, alone or with its namespace behind a dot; nil where the input has no
  /// such Service, or it has several ports.
  func serviceEntry(meantBy name: String) -> String? {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard let first = parts.first, parts.count == 1 || parts.count == 2 || parts[2].hasSameBytes(as: "svc") else {
      return nil
    }
    let namespace = parts.count > 1 ? parts[1] : report.name.namespace
    guard let service = cluster.service(ObjectName(namespace: namespace, name: first)), service.ports.count == 1 else {
      return nil
    }
    return "\(ServiceName(of: service, port: service.ports[0]))"
  }
}

extension FindingKind {
  /// An entry of the reachable services is not the name of a service on Kubernetes.
  public static let reachableServiceEntry = FindingKind(
    "reachable-service-entry", .warning, .reachableServices,
    summary: "An entry of the reachable services is not of the form that services have on Kubernetes.",
    reason:
      "The Pod reaches only what the list names, byte by byte, whitespace included: an entry that names nothing takes a service away from it.",
    remedy: "Write the entry as NAME_NAMESPACE_svc_PORT, without whitespace around it."
  )
}
