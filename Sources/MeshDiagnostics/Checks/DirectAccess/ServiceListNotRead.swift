import KubernetesObjects
import MeshMapping

/// A list of services is annotated that nobody reads: of a gateway that Kuma runs, without transparent proxying, or of a release that does
/// not know it.
enum ServiceListNotRead: SharedPodCheck {
  static let kind = FindingKind.serviceListNotRead

  static func findings(on pod: PodSubject) -> [Finding] {
    let annotations = pod.pod.metadata.annotations
    guard lists.contains(where: { annotations[$0.key] != nil }), let dataplane = pod.dataplane else { return [] }
    let rules = pod.controlPlane.rules.transparentProxying
    return lists.compactMap { key, statement in
      guard let list = pod.serviceList(key), list.hasEntries else { return nil }
      let isKnown =
        switch key {
        case KumaKey.reachableServices: rules.reachableServices == .read
        case KumaKey.reachableBackends: rules.reachableBackends == .read
        default: true
        }
      let why: String
      if dataplane.networking.gateway?.type == .builtin {
        why = "is not read of a gateway that Kuma runs"
      } else if !isKnown {
        why = "is not read by this release\(alternative(to: key, rules))"
      } else if !isRead(key, dataplane.networking.transparentProxying) {
        why = "is not read, since transparent proxying is not on (\(KumaKey.transparentProxying))"
      } else {
        return nil
      }
      return Finding(kind, statement: statement, at: pod.annotation(key), "Annotation \(key) \(why).")
    }
  }

  private static let lists: [(key: String, statement: Statement)] = [
    (KumaKey.directAccessServices, .proxyingGate), (KumaKey.reachableServices, .reachableServices),
    (KumaKey.reachableBackends, .reachableBackends),
  ]

  private static func isRead(_ key: String, _ section: Dataplane.TransparentProxying?) -> Bool {
    switch key {
    case KumaKey.reachableServices: !(section?.reachableServices.isEmpty ?? true)
    case KumaKey.reachableBackends: section?.reachableBackends != nil
    default: !(section?.directAccessServices.isEmpty ?? true)
    }
  }

  private static func alternative(to key: String, _ rules: TransparentProxyingRules) -> String {
    guard key == KumaKey.reachableServices, rules.reachableBackends == .read else { return "" }
    return "; name the backends in \(KumaKey.reachableBackends)"
  }
}

extension FindingKind {
  /// A list of services is annotated that nobody reads.
  public static let serviceListNotRead = FindingKind(
    "service-list-not-read", .warning, .proxyingGate,
    summary: "A list of services that the Pod reaches is annotated, and nobody reads it.",
    reason:
      "The Pod reaches what it would reach without it: all services through the proxy, and none directly. Lists are read with transparent proxying, and each from a release on.",
    remedy: "Take the annotation away, or what keeps it from being read."
  )
}
