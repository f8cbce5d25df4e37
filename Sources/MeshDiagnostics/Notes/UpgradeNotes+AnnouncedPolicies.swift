import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let next = KumaRelease(3, 0, 0)

  /// The notes of 3.0 about policies and routes.
  static let announcedPolicies: [UpgradeNote] = announcedTargets + announcedPolicyFields + announcedKinds

  private static let announcedTargets: [UpgradeNote] = [
    UpgradeNote(
      "policy-kind-gone", next, .refused, policiesWithTargets,
      "A policy is for a Mesh or for Dataplanes; another kind is refused, and a stored policy of one applies to nothing.",
      remedy: "Write kind: Dataplane with labels, or kind: Mesh.",
      check: .resource { policy, _ in policy.sights(at: "targetRef.kind") { !$0.isOne(of: "Mesh", "Dataplane") } }),
    UpgradeNote(
      "policy-narrowing-gone", next, .silent, policiesWithTargets,
      "This field of the target is dropped, so that the policy applies to more proxies.",
      remedy: "Narrow the policy by kind: Dataplane with labels.", [17668],
      check: .resource { policy, _ in
        guard policy.fields[["targetRef", "kind"]]?.isOne(of: "Mesh", "Dataplane") ?? true else { return [] }
        return ["tags", "mesh", "proxyTypes"].flatMap { policy.sights(at: "targetRef.\($0)") }
      }),
    UpgradeNote(
      "policy-dataplane-by-name", next, .silent, policiesWithTargets,
      "The name and the namespace of a Dataplane are not read: without labels the policy applies to every proxy.",
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
      "Destinations can be neither subsets nor gateways.",
      remedy: "Write kind: MeshService with labels.",
      check: .resource { policy, _ in
        policy.sights(at: "to[].targetRef.kind") { $0.isOne(of: "MeshSubset", "MeshServiceSubset", "MeshGateway") }
      }),
    UpgradeNote(
      "policy-to-by-name", next, .refused, policiesWithTargets,
      "Destinations are selected by labels only: by a name they are refused, and a stored policy does nothing to them.",
      remedy: "Write labels, e.g. kuma.io/display-name and k8s.kuma.io/namespace, instead of the name.",
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
      "Dataplanes have no label of the type of the proxy, so that nothing is selected by it.",
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
      "What is said of incoming traffic in from is dropped; most policies that say nothing else are refused.",
      remedy: "Write rules instead of from.", [17507],
      check: .resource { policy, _ in policy.sights(at: "from") { !$0.elements.isEmpty } }),
    UpgradeNote(
      "permission-from-gone", next, .refused, ["MeshTrafficPermission"],
      "A permission without rules is refused, and a stored one denies.",
      remedy: "Write rules that allow by the identity of the client.",
      check: .resource { permission, _ in
        (permission.fields["rules"]?.elements ?? []).isEmpty ? permission.sights(at: "from") { !$0.elements.isEmpty } : []
      }),
    UpgradeNote(
      "route-subset-gone", next, .refused, ["MeshHTTPRoute", "MeshTCPRoute"],
      "A route cannot lead to a MeshServiceSubset: it is refused, and a stored one loses the backend.",
      remedy: "Lead to a MeshService that selects the subset by labels.",
      check: .resource { route, _ in
        ["to[].rules[].default.backendRefs[].kind", "to[].rules[].default.filters[].requestMirror.backendRef.kind"]
          .flatMap { route.sights(at: $0) { $0.isOne(of: "MeshServiceSubset") } }
      }),
    UpgradeNote(
      "route-without-backends", next, .silent, ["MeshHTTPRoute"],
      "A rule of which no backend is found answers 500, and so does one whose backend lacks the port.",
      remedy: "See that every backend exists and has the port.",
      notTold: "which MeshServices there are in other zones, and their ports, is not to be seen from one cluster"),
    UpgradeNote(
      "panic-threshold-gone", next, .silent, ["MeshHealthCheck"],
      "The threshold of panic is not read from a MeshHealthCheck.",
      remedy: "Write it in a MeshCircuitBreaker.",
      check: .resource { policy, _ in policy.sights(at: "to[].default.healthyPanicThreshold") }),
    UpgradeNote(
      "hash-policies-moved", next, .refused, ["MeshLoadBalancingStrategy"],
      "Policies of hashing are not read from below a kind of load balancer.",
      remedy: "Write them in default.hashPolicies.",
      check: .resource { policy, _ in
        ["ringHash", "maglev"].flatMap { policy.sights(at: "to[].default.loadBalancer.\($0).hashPolicies") }
      }),
    UpgradeNote(
      "source-ip-gone", next, .refused, ["MeshLoadBalancingStrategy"],
      "SourceIP is no policy of hashing any more.",
      remedy: "Write type: Connection with sourceIP.",
      check: .resource { policy, _ in
        ["", "loadBalancer.ringHash.", "loadBalancer.maglev."].flatMap { place in
          policy.sights(at: "to[].default.\(place)hashPolicies[].type") { $0.isOne(of: "SourceIP") }
        }
      }),
    UpgradeNote(
      "telemetry-endpoint-gone", next, .refused, ["MeshMetric", "MeshTrace", "MeshAccessLog"],
      "A backend of OpenTelemetry cannot be named by its address.",
      remedy: "Create a MeshOpenTelemetryBackend, and name it in backendRef.",
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
      "The kind is gone, and what it said holds no more.",
      remedy: "Write the policy of the new kind before the upgrade, e.g. MeshTimeout for Timeout.",
      check: .resource { policy, _ in [policy.kindSight] })
  ]

  /// The notes of what was merged after the snapshot of Kuma's development branch that this library knows.
  static let announcedLater: [UpgradeNote] = [
    UpgradeNote(
      "proxying-fields-gone-everywhere", next, .silent, ["Dataplane"],
      "No Dataplane has redirect ports or an IP family mode.",
      remedy: "Drop the fields from Dataplanes that are written by hand.", rows: ["proxying-fields-gone-everywhere"]),
    UpgradeNote(
      "switches-gone", next, .silent, ["ContainerPatch"],
      "Strict ports and SO_REUSEPORT cannot be switched off any more.",
      remedy: "Drop the variables, and declare the ports.", notTold: "of ContainerPatches only the names are read"),
    UpgradeNote(
      "reserved-labels-dropped", next, .silent, ["Pod", "Node", "Dataplane"],
      "Reserved labels of Pods and Nodes do not come to the Dataplane.",
      remedy: "Select by labels of your own.", rows: ["reserved-labels-dropped"]),
    UpgradeNote(
      "zone-always", next, .silent, ["Dataplane"],
      "The labels of the zone and of the environment are always Kuma's.",
      remedy: "Select by other labels.", rows: ["zone-always"]),
    UpgradeNote(
      "reserved-labels-refused", next, .refused, ["Dataplane"],
      "Objects that people write with reserved labels that Kuma does not know are refused.",
      remedy: "Drop such labels.", notTold: "which labels Kuma will know is not settled yet"),
    UpgradeNote(
      "ignored-state-gone", next, .silent, ["Dataplane"],
      "No inbound is ignored: one that comes from labels that are left out is ready or not like others.",
      remedy: "Nothing.", rows: ["ignored-state-gone", "ignored-labels-watched"]),
    UpgradeNote(
      "insights-moved", next, .silent, ["DataplaneInsight"],
      "What Kuma tells of a Dataplane's state stands in status, no longer in spec.",
      remedy: "Adapt what reads it.", notTold: "what reads the state of proxies stands in no object"),
  ]
}
