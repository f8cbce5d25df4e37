import KubernetesObjects
import MeshMapping

/// An entry of the direct access is not the name of a service on Kubernetes.
enum DirectAccessEntry: SharedPodCheck {
  static let kind = FindingKind.directAccessEntry

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.controlPlane.rules.transparentProxying.nameMatching == .serviceTag else { return [] }
    return pod.directAccessEntries.compactMap { entry in
      guard !entry.hasSameBytes(as: DirectAccess.wildcard), let error = problem(of: entry),
        !pod.mayBeOfPrometheus(entry)
      else { return nil }
      let message = "Direct access entry \(entry.quotedSafely) matches no service on Kubernetes: \(error)."
      return Finding(
        kind, at: pod.annotation(KumaKey.directAccessServices), message, remedies: remedies(for: entry, on: pod))
    }
  }

  /// The list without whitespace, where that is all that is wrong, and the service of a Service that is named by its DNS name.
  private static func remedies(for entry: String, on pod: PodSubject) -> [Remedy] {
    let key = KumaKey.directAccessServices
    guard let list = pod.serviceList(key) else { return [] }
    let trimmed = ServiceList.trimmed(entry)
    if !trimmed.hasSameBytes(as: entry), problem(of: trimmed) == nil {
      return pod.remediesTrimming(trimmed, of: list, in: key)
    }
    let meant = pod.serviceEntry(meantBy: trimmed)
    return [meant.flatMap { pod.remedyReplacing(entry, with: $0, in: key) }].compactMap(\.self)
  }

  private static func problem(of entry: String) -> String? {
    do throws(ServiceNameError) {
      _ = try ServiceName(parsing: entry)
      return nil
    } catch {
      return "\(error)"
    }
  }
}

extension PodSubject {
  /// Whether an entry may name the inbound of Prometheus, which proxies have without a Service: as the Mesh says, or where nobody knows it.
  fileprivate func mayBeOfPrometheus(_ entry: String) -> Bool {
    guard controlPlane.rules.sections.metrics == .read else { return false }
    guard let mesh = cluster.meshes.mesh(report.mesh?.name ?? "") else {
      return entry.hasSameBytes(as: PrometheusInbound.standardService)
    }
    return PrometheusInbound(of: mesh, under: controlPlane.rules)?.service.hasSameBytes(as: entry) ?? false
  }
}

extension FindingKind {
  /// An entry of the direct access is not the name of a service on Kubernetes.
  public static let directAccessEntry = FindingKind(
    "direct-access-entry", .warning, .directAccessNames,
    summary: "An entry of the direct access is not of the form that services have on Kubernetes.",
    reason: "It matches no service: the Pod does not reach directly what was meant.",
    remedy: "Write the entry as NAME_NAMESPACE_svc_PORT; meshmap services lists the names."
  )
}
