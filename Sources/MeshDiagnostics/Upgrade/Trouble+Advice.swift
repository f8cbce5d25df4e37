import MeshMapping

extension Trouble {
  /// The first release in which policies may have the kind Dataplane as a target; before, they can only select by tags.
  private static let firstWithDataplanes = KumaRelease(2, 10, 0)

  /// Whether all that somebody selects by is added: nothing is gone that somebody selected by.
  private var isAdded: Bool {
    workloads.allSatisfy { workload in
      workload.changes.allSatisfy { change in
        guard case .field(let difference) = change.difference else { return false }
        return difference.old == nil
      }
    }
  }

  /// What somebody does about it before the upgrade where no edit of a label or an annotation does it; a sentence that is safe to print.
  public var advice: String {
    if let note { return note.remedy }
    let isReachableServices = causes.contains(.reachableServicesGone)
    let isZoneProxy = causes.contains(.zoneProxiesGone)
    let isBuiltin = causes.contains(.gatewayBuiltinGone)
    let isGateway = causes.contains(.gatewayGone)
    let isWildcardOnly = causes.contains(.directAccessWildcard)
    return switch effect {
    case .losesSidecar:
      "Label the Pods or their Namespace the way the new release reads it, unless they are meant to lose their sidecar."
    case .gainsSidecar: "Label the Pods kuma.io/sidecar-injection=disabled if they should have no sidecar."
    case .refused: "Change what the refusal names before Pods are recreated; running Pods stay as they are."
    case .dataplaneFails: "Change what the failure names; until then an existing Dataplane stays as it is."
    case .dataplaneGone where isBuiltin:
      "Run a gateway of your own and move the traffic to it before the upgrade; then delete the builtin one with its MeshGateway."
    case .dataplaneGone where isZoneProxy, .otherProxy where isZoneProxy:
      "Before the upgrade, set up zone proxies with Services labelled k8s.kuma.io/zone-proxy-type, and move the traffic to them; then remove these Pods."
    case .dataplaneGone: "Check whether the Pods should still be in the mesh."
    case .portTaken: "Have the container listen on another port."
    case .portClosed: "Add the port to a Service."
    case .identityMissing: "Have a MeshIdentity select the proxies."
    case .otherMesh: "Label the Pods or their Namespace kuma.io/mesh with the mesh that they are in today."
    case .otherProxy: "Check which kind of proxy it should be."
    case .serviceRenamed:
      "Before the upgrade, copy policies and settings that name the old service to the new name; remove the old ones after it."
    case .serviceGone where isGateway:
      "Its Pods become ordinary ones: exclude the ports of the gateway with traffic.kuma.io/exclude-inbound-ports, and let policies select it by labels."
    case .serviceMerged, .serviceGone: "Point callers and policies at a service that stays."
    case .directAccess where isWildcardOnly:
      "Have the Pods reach these services through the mesh, and remove the annotation; only \(DirectAccess.wildcard) still counts, which reaches every Pod of the mesh."
    case .directAccess: "Write the names that services have after the upgrade, or \(DirectAccess.wildcard)."
    case .reach where isReachableServices:
      "List the same backends in kuma.io/reachable-backends; the list cannot be translated, since it names tags, and the new one objects."
    case .reach: "Check what the Pods need to reach, and write it the way the new release reads it."
    case .notReady: "Find out why the inbounds will not be ready: no traffic is sent to them any more."
    case .selected where isAdded:
      "The policies begin to apply to these Pods: where they should not, change what they select by before the upgrade."
    case .selected where first > Self.firstWithDataplanes:
      "Let the policies select by something that stays: labels of the Dataplane, or a MeshService."
    case .selected: "Let the policies select by a tag that stays."
    }
  }
}
