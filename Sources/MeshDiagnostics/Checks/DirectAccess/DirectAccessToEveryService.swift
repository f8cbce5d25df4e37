import KubernetesObjects
import MeshMapping

/// The Pod reaches every service directly, which costs.
enum DirectAccessToEveryService: SharedPodCheck {
  static let kind = FindingKind.directAccessToEveryService

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.directAccessEntries.contains(where: { $0.hasSameBytes(as: DirectAccess.wildcard) }) else { return [] }
    let cost =
      "Direct access to every service is a resource intensive operation: the proxy gets a listener for every inbound of the mesh;"
    let isOnlyWay = pod.controlPlane.rules.transparentProxying.nameMatching == .nothing
    let advice =
      isOnlyWay ? "this release knows no direct access to some services only." : "list the services that are needed."
    return [Finding(kind, at: pod.annotation(KumaKey.directAccessServices), "\(cost) \(advice)")]
  }
}

extension PodSubject {
  /// The services that the Pod reaches directly, as its Dataplane has them.
  var directAccessEntries: [String] { dataplane?.networking.transparentProxying?.directAccessServices ?? [] }
}

extension FindingKind {
  /// The Pod reaches every service directly, which costs.
  public static let directAccessToEveryService = FindingKind(
    "direct-access-to-every-service", .info, .directAccessWildcard,
    summary: "The Pod reaches every service of its mesh directly.",
    reason: "Its proxy gets a listener for every inbound of the mesh, and a new configuration whenever one of them changes.",
    remedy: "List the services that are needed."
  )
}
