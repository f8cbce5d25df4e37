import KubernetesObjects
import MeshMapping

/// The Pod is in the network of its Node, and is injected.
enum HostNetwork: SharedPodCheck {
  static let kind = FindingKind.hostNetwork

  static func findings(on pod: PodSubject) -> [Finding] {
    guard pod.pod.spec.network == .host, pod.isInMesh else { return [] }
    let message =
      "The Pod is in the network of its Node (hostNetwork: true), where redirecting its traffic redirects that of the Node; label \(pod.templatePhrase) \(KumaKey.sidecarInjection)=disabled, or take hostNetwork away."
    var remedies: [Remedy] = []
    if pod.controlPlane.rules.injection.switchLabels == .read {
      remedies = [
        Remedy(
          "label \(pod.templatePhrase) \(KumaKey.sidecarInjection)=disabled",
          [pod.setting(.labels, KumaKey.sidecarInjection, to: "disabled")])
      ]
    }
    return [Finding(kind, at: pod.template.field(["spec", "hostNetwork"]), message, remedies: remedies)]
  }
}

extension FindingKind {
  /// The Pod is in the network of its Node, and is injected.
  public static let hostNetwork = FindingKind(
    "host-network", .warning, .noSwitch,
    summary: "A Pod with hostNetwork: true is injected.",
    reason:
      "The rules that redirect traffic are written into the network of the Pod, which is that of its Node: connections of the Node and of all that runs on its network go through this proxy, or fail. With Kuma's CNI nothing is redirected.",
    remedy: "Leave the Pod out of the mesh, or hostNetwork out of the Pod."
  )
}
