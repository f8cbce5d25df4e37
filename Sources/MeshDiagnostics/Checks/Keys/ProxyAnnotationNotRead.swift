import KubernetesObjects
import MeshMapping

/// The Pod is annotated as a proxy of another kind, which the release does not read.
enum ProxyAnnotationNotRead: SharedPodCheck {
  static let kind = FindingKind.proxyAnnotationNotRead

  static func findings(on pod: PodSubject) -> [Finding] {
    let rules = pod.controlPlane.rules
    let on = ["enabled", "true", "yes"]
    var unread: [(key: String, values: [String], proxy: String)] = []
    if rules.lifecycle.zoneIngress == .notRead { unread.append((KumaKey.ingress, on, "zone ingress")) }
    if rules.lifecycle.zoneEgress == .notRead { unread.append((KumaKey.egress, on, "zone egress")) }
    if rules.gateway.builtin == .notRead { unread.append((KumaKey.gateway, ["builtin"], "builtin gateway")) }
    if rules.gateway.annotation == .notRead, pod.isInMesh {
      unread.append((KumaKey.gateway, ["enabled", "provided"], "gateway"))
    }
    return unread.compactMap { key, values, proxy in
      guard let value = pod.pod.metadata.annotations[key], values.contains(where: { $0.hasSameBytes(as: value) }) else {
        return nil
      }
      let message =
        "Annotation \(key)=\(value.quotedSafely) makes no \(proxy) in this release: the Pod is one like others."
      return Finding(kind, at: pod.annotation(key), message)
    }
  }
}

extension FindingKind {
  /// The Pod is annotated as a proxy of another kind, which the release does not read.
  public static let proxyAnnotationNotRead = FindingKind(
    "proxy-annotation-not-read", .warning, .zoneProxies,
    summary: "A Pod is annotated as a zone ingress, a zone egress or a gateway, which the release does not read.",
    reason:
      "It gets no ZoneIngress, ZoneEgress or gateway: without a sidecar it gets nothing, and with one the Dataplane of an ordinary Pod.",
    remedy:
      "Use what the release has instead: for zones, Services with the label k8s.kuma.io/zone-proxy-type from 2.14 on; for a builtin gateway, a gateway of your own."
  )
}
