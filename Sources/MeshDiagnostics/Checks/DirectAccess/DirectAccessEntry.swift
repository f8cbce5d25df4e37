import KubernetesObjects
import MeshMapping

/// An entry of the direct access is not the name of a service on Kubernetes.
enum DirectAccessEntry: PodCheck {
  static let kind = FindingKind.directAccessEntry

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.controlPlane.rules.transparentProxying.nameMatching == .serviceTag else { return [] }
    return pod.directAccessEntries.compactMap { entry in
      guard !entry.hasSameBytes(as: DirectAccess.wildcard), let error = problem(of: entry) else { return nil }
      let message = "Direct access entry \(entry.quotedSafely) matches no service on Kubernetes: \(error)."
      return Finding(kind, at: pod.annotation(KumaKey.directAccessServices), message)
    }
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

extension FindingKind {
  /// An entry of the direct access is not the name of a service on Kubernetes.
  public static let directAccessEntry = FindingKind(
    "direct-access-entry", .warning, .directAccessNames,
    summary: "An entry of the direct access is not of the form that services have on Kubernetes.",
    reason: "It matches no service: the Pod does not reach directly what was meant.",
    remedy: "Write the entry as NAME_NAMESPACE_svc_PORT; meshmap services lists the names."
  )
}
