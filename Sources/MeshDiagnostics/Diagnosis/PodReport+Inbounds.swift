import KubernetesObjects
import MeshMapping

extension PodReport {
  /// What names the Pod.
  var reference: ObjectReference {
    let name = name
    return ObjectReference(.pod, namespace: name.namespace, name: name.name)
  }

  /// Whether Services give the Pod inbounds, where they lead to one of its ports: it is in a mesh, and no gateway.
  var getsInbounds: Bool {
    guard !matches.isEmpty else { return false }
    return switch outcome.verdict.action {
    case .apply, .pending: outcome.dataplane.map { $0.networking.gateway == nil } ?? false
    case .fail: true
    case .delete, .leave, .unknown: false
    }
  }
}

extension PodSubject {
  /// The Services that may give the Pod inbounds: those of type ExternalName do not, where the release passes them over, nor those of zone
  /// proxies, where they give listeners.
  var inboundMatches: [PreparedService] {
    let rules = controlPlane.rules.inbounds
    return report.matches.map(\.service).filter { match in
      (rules.externalName == .inbounds || !match.service.isExternalName)
        && (rules.zoneProxyServices == .inbounds || !match.service.isOfZoneProxies)
    }
  }
}
