import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let next = KumaRelease(3, 0, 0)

  /// The notes of 3.0 about policies and routes.
  static let announcedPolicies: [UpgradeNote] = announcedTargets + announcedPolicyFields + announcedKinds

  private static let announcedTargets: [UpgradeNote] = [
    UpgradeNote(
      "policy-kind-gone", next, .refused, policiesWithTargets,
      "At the top a policy can target only Mesh or Dataplane; other kinds are refused, and stored policies with them match nothing.",
      remedy: "Use kind: Dataplane with labels, or kind: Mesh.",
      check: .resource { policy, _ in policy.sights(at: "targetRef.kind") { !$0.isOne(of: "Mesh", "Dataplane") } }),
    UpgradeNote(
      "policy-narrowing-gone", next, .silent, policiesWithTargets,
      "This field of the target is dropped, so the policy applies to more proxies.",
      remedy: "Use kind: Dataplane with labels.", [17668],
      check: .resource { policy, _ in
        guard policy.fields[["targetRef", "kind"]]?.isOne(of: "Mesh", "Dataplane") ?? true else { return [] }
        return ["tags", "mesh", "proxyTypes"].flatMap { policy.sights(at: "targetRef.\($0)") }
      }),
    UpgradeNote(
      "policy-dataplane-by-name", next, .silent, policiesWithTargets,
      "Name and namespace of the target are ignored: without labels, the policy applies to every proxy.",
      remedy: "Select the Dataplane by labels.",
      check: .resource { policy, _ in
        guard let target = policy.fields["targetRef"], target["kind"]?.isOne(of: "Dataplane") ?? false,
          (target["labels"]?.members ?? []).isEmpty
        else { return [] }
        let names = policy.sights(at: "targetRef.name")
        return names.isEmpty ? policy.sights(at: "targetRef.namespace") : names
      }),
    UpgradeNote(
      "policy-to-kind-gone", next, .refused, policiesWithTargets,
      "This kind of destination is refused.",
      remedy: "Use kind: MeshService with labels.",
      check: .resource { policy, _ in
        policy.sights(at: "to[].targetRef.kind") { $0.isOne(of: "MeshSubset", "MeshServiceSubset", "MeshGateway") }
      }),
    UpgradeNote(
      "policy-to-by-name", next, .refused, policiesWithTargets,
      "Destinations are selected only by labels: a name is refused, and stored policies with one have no effect.",
      remedy: "Use labels such as kuma.io/display-name and k8s.kuma.io/namespace instead of the name.",
      check: .resource { policy, _ in
        policy.fields(at: "to[].targetRef")
          .filter { field in
            let kind = field.value["kind"]
            return kind?.isOne(of: "MeshService", "MeshExternalService", "MeshMultiZoneService", "MeshHTTPRoute") ?? false
              && (field.value["labels"]?.members ?? []).isEmpty
          }
          .flatMap { $0.value.found(at: "name", from: $0.path) }.map(\.sight)
      }),
    UpgradeNote(
      "policy-by-proxy-type", next, .silent, [],
      "Dataplanes no longer have the label kuma.io/proxy-type, so this selects nothing.",
      remedy: "Select by another label.", [17864],
      check: .resource { resource, _ in
        resource.selections.compactMap { selection in
          guard case .label("kuma.io/proxy-type", let value, _) = selection.target else { return nil }
          return NoteSight(selection.path, .value(value))
        }
      }),
  ]

  private static let announcedPolicyFields: [UpgradeNote] = [
    UpgradeNote(
      "from-gone", next, .silent,
      ["MeshTLS", "MeshTimeout", "MeshCircuitBreaker", "MeshAccessLog", "MeshRateLimit", "MeshFaultInjection"],
      "The field spec.from is removed and has no effect; most policies that consist of nothing else are refused.",
      remedy: "Use rules instead of from.", [17507],
      check: .resource { policy, _ in policy.sights(at: "from") { !$0.elements.isEmpty } }),
    UpgradeNote(
      "permission-from-gone", next, .refused, ["MeshTrafficPermission"],
      "A permission without rules is refused, and a stored one denies all traffic.",
      remedy: "Use rules that allow clients by their SPIFFE ID.",
      check: .resource { permission, _ in
        (permission.fields["rules"]?.elements ?? []).isEmpty ? permission.sights(at: "from") { !$0.elements.isEmpty } : []
      }),
    UpgradeNote(
      "route-subset-gone", next, .refused, ["MeshHTTPRoute", "MeshTCPRoute"],
      "MeshServiceSubset is refused as a backend, and stored routes lose such a backend.",
      remedy: "Use a MeshService that selects the subset by labels.",
      check: .resource { route, _ in
        ["to[].rules[].default.backendRefs[].kind", "to[].rules[].default.filters[].requestMirror.backendRef.kind"]
          .flatMap { route.sights(at: $0) { $0.isOne(of: "MeshServiceSubset") } }
      }),
    UpgradeNote(
      "route-without-backends", next, .silent, ["MeshHTTPRoute"],
      "A rule whose backends are all missing, or lack the port, answers with status 500.",
      remedy: "Make sure that every backend exists and has the port.",
      notTold: "which MeshServices there are in other zones, and their ports, is not to be seen from one cluster"),
    UpgradeNote(
      "panic-threshold-gone", next, .silent, ["MeshHealthCheck"],
      "The field healthyPanicThreshold is removed from MeshHealthCheck.",
      remedy: "Set it in a MeshCircuitBreaker.",
      check: .resource { policy, _ in policy.sights(at: "to[].default.healthyPanicThreshold") }),
    UpgradeNote(
      "hash-policies-moved", next, .refused, ["MeshLoadBalancingStrategy"],
      "The hashPolicies of a load balancer type are removed.",
      remedy: "Move them to default.hashPolicies.",
      check: .resource { policy, _ in
        ["ringHash", "maglev"].flatMap { policy.sights(at: "to[].default.loadBalancer.\($0).hashPolicies") }
      }),
    UpgradeNote(
      "source-ip-gone", next, .refused, ["MeshLoadBalancingStrategy"],
      "The hash policy type SourceIP is removed.",
      remedy: "Use type: Connection with connection.sourceIP: true.",
      check: .resource { policy, _ in
        ["", "loadBalancer.ringHash.", "loadBalancer.maglev."].flatMap { place in
          policy.sights(at: "to[].default.\(place)hashPolicies[].type") { $0.isOne(of: "SourceIP") }
        }
      }),
    UpgradeNote(
      "telemetry-endpoint-gone", next, .refused, ["MeshMetric", "MeshTrace", "MeshAccessLog"],
      "The field endpoint of OpenTelemetry backends is removed.",
      remedy: "Create a MeshOpenTelemetryBackend, and refer to it in backendRef.",
      check: .resource { policy, _ in
        ["default", "to[].default", "from[].default", "rules[].default"].flatMap { place in
          policy.sights(at: "\(place).backends[].openTelemetry.endpoint")
        }
      }),
  ]

  private static let announcedKinds: [UpgradeNote] = [
    UpgradeNote(
      "old-policies-gone", next, .silent,
      [
        "CircuitBreaker", "FaultInjection", "HealthCheck", "ProxyTemplate", "RateLimit", "Retry", "Timeout", "TrafficLog",
        "TrafficPermission", "TrafficRoute", "TrafficTrace", "VirtualOutbound",
      ],
      "The kind is removed, and such policies no longer have any effect.",
      remedy: "Replace it by a policy of the new kind before the upgrade, e.g. Timeout by MeshTimeout.",
      check: .resource { policy, _ in [policy.kindSight] })
  ]

  /// The notes of what was merged after the snapshot of Kuma's development branch that this library knows.
  static let announcedLater: [UpgradeNote] = [
    UpgradeNote(
      "proxying-fields-gone-everywhere", next, .silent, ["Dataplane"],
      "Redirect ports and the IP family mode are removed from Dataplanes.",
      remedy: "Remove the fields from Dataplanes that are written by hand.",
      notTold: "those that are written by hand are of Universal, and of others proxying-by-configuration tells it"),
    UpgradeNote(
      "switches-gone", next, .silent, ["Pod", "ContainerPatch"],
      "Strict ports and SO_REUSEPORT cannot be switched off any more.",
      remedy: "Remove the variables, from ContainerPatches too, and declare the ports.",
      check: .any([
        .pod { pod, _ in
          guard pod.sidecarVariables.contains(where: { $0.isOne(of: SidecarVariable.switchesGone) }) else { return [] }
          return [NoteSight.annotation(KumaKey.sidecarVariables, of: pod.metadata)].compactMap(\.self)
        },
        .containerPatch { patch, _ in
          patch.changesOfSidecar.filter { $0.variables.contains { $0.isOne(of: SidecarVariable.switchesGone) } }
            .map(\.valueSight)
        },
      ])),
    UpgradeNote(
      "reserved-labels-dropped", next, .silent, ["Pod", "Node", "Dataplane"],
      "Reserved labels (kuma.io/ and k8s.kuma.io/) of Pods and Nodes are not copied to the Dataplane.",
      remedy: "Select by labels of your own.", rows: ["reserved-labels-dropped"]),
    UpgradeNote(
      "zone-always", next, .silent, ["Dataplane"],
      "Kuma always sets the labels of the zone and of the environment itself.",
      remedy: "Select by other labels.", rows: ["zone-always"]),
    UpgradeNote(
      "reserved-labels-refused", next, .refused, ["Dataplane"],
      "Objects that users write with unknown reserved labels are refused.",
      remedy: "Remove such labels.", notTold: "which labels Kuma will know is not settled yet"),
    UpgradeNote(
      "ignored-state-gone", next, .silent, ["Dataplane"],
      "The inbound state Ignored is gone: such inbounds are ready or not like any other.",
      remedy: "Nothing.", rows: ["ignored-state-gone", "ignored-labels-watched"]),
    UpgradeNote(
      "insights-moved", next, .silent, ["DataplaneInsight"],
      "The contents of a DataplaneInsight move from spec to status.",
      remedy: "Adapt tools that read it.", notTold: "which tools read it is in no object"),
  ]
}
