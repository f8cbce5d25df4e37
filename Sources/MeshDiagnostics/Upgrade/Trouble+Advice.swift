import MeshMapping

extension Trouble {
  /// What somebody does about it before the upgrade where no edit of a label or an annotation does it; a sentence that is safe to print.
  public var advice: String {
    let isReachableServices = causes.contains { $0.id == "reachable-services-gone" }
    let isZoneProxy = causes.contains { $0.id == "zone-proxies-gone" }
    let isBuiltin = causes.contains { $0.id == "gateway-builtin-gone" }
    return switch effect {
    case .losesSidecar:
      "Label the Pods or their Namespace so that this release injects them, or take the sidecar's end for what is wanted."
    case .gainsSidecar: "Label the Pods kuma.io/sidecar-injection=disabled if they are to have no sidecar."
    case .refused: "Change what the refusal names; running Pods stay as they are until they are made anew."
    case .dataplaneFails: "Change what the failure names; the Dataplane that is there stays as it is until then."
    case .dataplaneGone where isBuiltin:
      "Run a gateway of your own, annotated kuma.io/gateway: enabled, and move the traffic to it; delete what belongs to the builtin one first."
    case .dataplaneGone where isZoneProxy, .otherProxy where isZoneProxy:
      "Set up zone proxies by Services labelled k8s.kuma.io/zone-proxy-type, in the release before, and move the traffic to them."
    case .dataplaneGone: "Find out whether the Pods are still meant to be in the mesh."
    case .otherMesh: "Label the Pods or their Namespace kuma.io/mesh with the mesh that they are in."
    case .otherProxy: "Find out what the proxy is meant to be."
    case .serviceRenamed:
      "Copy what names the old service for the new name before the upgrade, and remove the old after it."
    case .serviceMerged, .serviceGone:
      "Point those who call the service that goes at one that stays, and move what names it."
    case .directAccess: "Write the names that services have after the upgrade, or \(DirectAccess.wildcard)."
    case .reach where isReachableServices:
      "Write kuma.io/reachable-backends for the same Pods; it cannot be made from the services that are listed, since it names objects and these are tags."
    case .reach: "Check what the Pods need to reach, and write it as this release reads it."
    case .notReady: "Find out why the inbounds are not ready before the upgrade: callers stop being sent there."
    case .selected: "Let the policies select by something that stays: labels of the Dataplane, or a MeshService."
    }
  }
}
