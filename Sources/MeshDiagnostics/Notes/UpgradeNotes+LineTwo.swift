import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let pod = ["Pod"]
  private static let oldExclusions = [
    "traffic.kuma.io/exclude-outbound-tcp-ports-for-uids": "tcp",
    "traffic.kuma.io/exclude-outbound-udp-ports-for-uids": "udp",
  ]
  private static let exclusions = "traffic.kuma.io/exclude-outbound-ports-for-uids"

  /// The exclusions of a Pod by user ID under the old keys only.
  private static func exclusionSights(of pod: Pod) -> [NoteSight] {
    guard pod.metadata.annotations[exclusions] == nil else { return [] }
    return oldExclusions.keys.sorted().compactMap { .annotation($0, of: pod.metadata) }
  }

  /// What both old annotations exclude in the one that takes their place, beside them.
  private static let exclusionsMend = NoteMend(message: "write what is excluded by user ID in \(exclusions) too") { sights in
    let entries = sights.flatMap { sight in
      let form = sight.key.flatMap { oldExclusions[$0] } ?? "tcp"
      return sight.text.split(separator: ";").map { "\(form):\($0)" }
    }
    return entries.isEmpty ? [] : [.annotation(exclusions, entries.joined(separator: ";"))]
  }

  /// The notes of 2.0 to 2.9.
  static let lineTwo: [UpgradeNote] = lineTwoOne + lineTwoFive + lineTwoNine

  /// The notes of 2.0 to 2.4.
  private static let lineTwoOne: [UpgradeNote] = [
    UpgradeNote(
      "helm-pod-annotations", KumaRelease(2, 0, 0), .silent, ["ControlPlane"],
      "Helm's ingress.annotations and egress.annotations are called podAnnotations.",
      remedy: "Use podAnnotations.", notTold: "the values of Helm stand in no object that is read"),
    UpgradeNote(
      "route-prefix-slash", KumaRelease(2, 0, 0), .refused, ["MeshGatewayRoute"],
      "A route whose prefix ends in a slash is refused the next time it is written.",
      remedy: "Remove the slash at the end of the prefix.",
      check: .resource { route, _ in
        route.fields(at: "conf.http.rules[].matches[].path").filter { field in
          let value = field.value["value"]?.string ?? ""
          return field.value["match"]?.isOne(of: "PREFIX") ?? false && value.utf8.count > 1 && value.hasSuffix("/")
        }
        .map { NoteSight(DocumentPath($0.path.steps + ["value"]), .value(ExactString($0.value["value"]?.string ?? ""))) }
      }),
    UpgradeNote(
      "service-without-a-service", KumaRelease(2, 1, 0), .silent, ["Pod", "Dataplane"],
      "A Pod without a Service gets the kuma.io/service of its owner instead of a part of its own name, so policies may no longer select it.",
      remedy: "Copy the policies to the new kuma.io/service first.", rows: ["owner-name", "gateway-owner"]),
    UpgradeNote(
      "sidecar-first", KumaRelease(2, 1, 0), .silent, ["ContainerPatch"],
      "The sidecar is the first container of a Pod, so patches that refer to containers by position hit another one.",
      remedy: "Adapt such patches after the upgrade.",
      notTold: "a ContainerPatch changes the sidecar wherever it stands, and nothing else that is read goes by position"
    ),
    UpgradeNote(
      "permission-actions", KumaRelease(2, 1, 0), .refused, ["MeshTrafficPermission"],
      "Actions are written Allow, Deny and AllowWithShadowDeny; all capitals are refused.",
      remedy: "Write the action as Allow, Deny or AllowWithShadowDeny.",
      check: .resource { permission, _ in
        permission.sights(at: "from[].default.action") {
          $0.isOne(of: "ALLOW", "DENY", "ALLOW_WITH_SHADOW_DENY", "DENY_WITH_SHADOW_ALLOW")
        }
      }),
    UpgradeNote(
      "injection-annotation-gone", KumaRelease(2, 2, 0), .silent, ["Pod", "Namespace"],
      "The annotation kuma.io/sidecar-injection is no longer read: enabled gives no sidecar, and disabled does not prevent one.",
      remedy: "Write kuma.io/sidecar-injection as a label.", rows: ["injection-labels-only"]),
    UpgradeNote(
      "dns-annotations-gone", KumaRelease(2, 2, 0), .silent, pod,
      "The old annotations of the builtin DNS are no longer read.",
      remedy: "Write kuma.io/builtin-dns and kuma.io/builtin-dns-port.", mend: dnsMend,
      check: .pod { pod, _ in dnsSights(of: pod) }),
    UpgradeNote(
      "localhost-opt-out-gone", KumaRelease(2, 2, 0), .silent, pod,
      "The control plane can no longer be set to let proxies reach applications on localhost.",
      remedy: "Have the application listen on 0.0.0.0.", notTold: "no object says where an application listens"),
    UpgradeNote(
      "proxying-engine-two", KumaRelease(2, 2, 0), .silent, pod,
      "Newly injected Pods use the new transparent proxy engine and CNI v2.",
      remedy: "Set legacy.transparentProxy or legacy.cni.enabled to keep the old ones for now.",
      notTold: "it concerns every Pod alike, and no object shows it"),
    UpgradeNote(
      "policy-types-needed", KumaRelease(2, 3, 0), .refused, ["MeshAccessLog", "MeshTrace"],
      "Backends of logs and traces, and formats of logs, need a type.",
      remedy: "Add type to each backend, and to each format.",
      check: .resource { policy, _ in
        let patterns = ["default.backends[]", "to[].default.backends[]", "from[].default.backends[]"]
        let backends = patterns.flatMap(policy.fields)
        let formats = patterns.flatMap { pattern in ["tcp", "file"].flatMap { policy.fields(at: "\(pattern).\($0).format") }
        }
        return (backends + formats).filter { $0.value["type"] == nil }
          .map { NoteSight(DocumentPath($0.path.steps + ["type"]), .nothing) }
      }),
    UpgradeNote(
      "path-prefix", KumaRelease(2, 3, 0), .refused, ["MeshHTTPRoute"],
      "The path match Prefix is now called PathPrefix.",
      remedy: "Write type: PathPrefix.",
      check: .resource { route, _ in route.sights(at: "to[].rules[].matches[].path.type") { $0.isOne(of: "Prefix") } }),
    UpgradeNote(
      "outbound-service-gone", KumaRelease(2, 4, 0), .silent, ["Dataplane"],
      "The field service of outbounds is gone.",
      remedy: "Write the tag kuma.io/service.",
      check: .dataplane { dataplane, _ in
        guard dataplane.isWrittenByHand else { return [] }
        return dataplane.networking.outbound.indices.flatMap { index in
          dataplane.sights(ofOtherFieldsAt: ["networking", "outbound", .index(index), "service"])
        }
      }),
  ]

  /// The notes of 2.5 to 2.8.
  private static let lineTwoFive: [UpgradeNote] = [
    UpgradeNote(
      "names-of-new-objects", KumaRelease(2, 5, 0), until: KumaRelease(2, 10, 0), .refused, [],
      "Creating an object with an underscore in its name is refused.",
      remedy: "Use only lower case letters, digits, dots and hyphens in the name.",
      check: .resource { resource, _ in resource.hasUnderscore ? [.name(resource.metadata.name)] : [] }),
    UpgradeNote(
      "proxying-engine-gone", KumaRelease(2, 5, 0), .silent, pod,
      "The old transparent proxy engine and CNI v1 are gone.",
      remedy: "Nothing, unless Pods still use them.", rows: ["proxying-engine-gone"]),
    UpgradeNote(
      "exclusions-merged", KumaRelease(2, 5, 0), until: KumaRelease(2, 9, 0), .warning, pod,
      "The annotations that exclude outgoing traffic by user ID for TCP and for UDP are deprecated in favor of one for both.",
      remedy: "Write traffic.kuma.io/exclude-outbound-ports-for-uids, e.g. tcp:22:1000.", mend: exclusionsMend,
      check: .pod { pod, _ in exclusionSights(of: pod) }),
    UpgradeNote(
      "metrics-port-permissions", KumaRelease(2, 5, 0), .silent, ["Pod", "Dataplane"],
      "The metrics port can be reached without a TrafficPermission.",
      remedy: "Nothing.", notTold: "it allows more for every proxy with metrics, and nothing is to be done"),
    UpgradeNote(
      "synced-policies-namespace", KumaRelease(2, 5, 0), .silent, [],
      "Policies synced from the global control plane are stored in the namespace of the zone's control plane.",
      remedy: "Look for them there.",
      notTold: "an object does not say where it came from before, and nothing changes about what it does"),
    UpgradeNote(
      "connect-timeout", KumaRelease(2, 6, 0), .silent, ["Mesh"],
      "Without a policy, connecting times out after 5 seconds instead of 10; no MeshTimeout or Timeout is in the input.",
      remedy: "Write a MeshTimeout where 5 seconds are not enough.", [8511],
      check: .mesh { mesh, around in
        guard around.knows(mesh.name), !around.has("MeshTimeout", in: mesh.name), !around.has("Timeout", in: mesh.name)
        else { return [] }
        return [.name(mesh.name)]
      }),
    UpgradeNote(
      "no-default-permission", KumaRelease(2, 6, 0), .silent, ["Mesh"],
      "A new Mesh no longer gets a TrafficPermission and a TrafficRoute, so all traffic is denied once mTLS is on.",
      remedy: "Create a MeshTrafficPermission before switching mTLS on.",
      check: .mesh { mesh, around in
        guard mesh.hasMTLS, around.knows(mesh.name), !around.has("MeshTrafficPermission", in: mesh.name),
          !around.has("TrafficPermission", in: mesh.name)
        else { return [] }
        return mesh.fields(at: "mtls.enabledBackend").map(\.sight)
      }),
    UpgradeNote(
      "ties-of-policies", KumaRelease(2, 6, 0), .silent, policiesWithTargets,
      "Of two equally specific policies, the one whose name sorts first now wins; before, it was the last one.",
      remedy: "Check which of the policies should win, and name them accordingly.",
      check: .resource { policy, around in
        guard let field = policy.fields(at: "targetRef.kind").first else { return [] }
        return around.hasTie(policy) ? [field.sight] : []
      }),
    UpgradeNote(
      "gateway-policies", KumaRelease(2, 6, 0), .silent, policiesWithTargets,
      "Policies for builtin gateways should target the MeshGateway, not its service.",
      remedy: "Use kind: MeshGateway; in MeshFaultInjection and MeshRateLimit also use to instead of from.",
      check: .resource { policy, around in
        policy.sights(at: "targetRef.name") { name in
          policy.fields[["targetRef", "kind"]]?.isOne(of: "MeshService") ?? false
            && around.gatewayServices.contains(ExactString(name.string ?? ""))
        }
      }),
    UpgradeNote(
      "v6-port-deprecated", KumaRelease(2, 7, 0), until: KumaRelease(2, 9, 0), .warning, pod,
      "The annotation for the inbound IPv6 port is deprecated.",
      remedy: "Use kuma.io/transparent-proxying-ip-family-mode: ipv4 to switch IPv6 off.",
      check: .pod { pod, _ in [NoteSight.annotation(KumaKey.redirectPortInboundV6, of: pod.metadata)].compactMap(\.self) }),
    UpgradeNote(
      "gateway-instance-service-deprecated", KumaRelease(2, 7, 0), until: KumaRelease(2, 9, 0), .warning,
      ["MeshGatewayInstance"],
      "The service of a MeshGatewayInstance is derived from its name, and setting its kuma.io/service is deprecated.",
      remedy: "Have policies refer to NAME_NAMESPACE_svc, and remove the tag.",
      check: .resource { instance, _ in instance.serviceTag }),
    UpgradeNote(
      "from-mesh-service-deprecated", KumaRelease(2, 7, 0), .warning, ["MeshTrafficPermission", "MeshFaultInjection"],
      "Selecting clients in from by kind MeshService is deprecated.",
      remedy: "Use kind: MeshSubset with the tag kuma.io/service.",
      check: .resource { policy, _ in policy.sights(at: "from[].targetRef.kind") { $0.isOne(of: "MeshService") } }),
    UpgradeNote(
      "old-tokens-refused", KumaRelease(2, 8, 0), .refused, ["Secret"],
      "Tokens issued before 2.1 are refused.",
      remedy: "Issue new tokens.", notTold: "a token says nothing in an object about what made it"),
    UpgradeNote(
      "invalid-retries", KumaRelease(2, 8, 0), .refused, ["MeshRetry", "MeshFaultInjection"],
      "Invalid values in MeshRetry and MeshFaultInjection are refused.",
      remedy: "Use values that Kuma's reference allows.",
      notTold: "Kuma's own validation is not repeated here for policies"),
  ]

  /// The notes of 2.9.
  private static let lineTwoNine: [UpgradeNote] = [
    UpgradeNote(
      "v6-port-gone", KumaRelease(2, 9, 0), .silent, ["Pod", "Dataplane"],
      "The inbound IPv6 port is no longer read, so 0 no longer switches IPv6 off.",
      remedy: "Use kuma.io/transparent-proxying-ip-family-mode: ipv4 instead.", rows: ["no-v6-port", "ip-family-mode-kept"]),
    UpgradeNote(
      "v6-port-of-dataplanes", KumaRelease(2, 9, 0), .refused, ["Dataplane"],
      "A Dataplane that is written by hand is refused where it has the field redirectPortInboundV6, which is gone.",
      remedy: "Delete the field; to switch IPv6 off, set ipFamilyMode to IPv4.",
      check: .dataplane { dataplane, _ in
        guard dataplane.isWrittenByHand, let proxying = dataplane.networking.transparentProxying,
          proxying.redirectPortInboundV6 != 0
        else { return [] }
        let path = DocumentPath(["spec", "networking", "transparentProxying", "redirectPortInboundV6"])
        return [NoteSight(path, .value("\(proxying.redirectPortInboundV6)"))]
      }),
    UpgradeNote(
      "exclusions-gone", KumaRelease(2, 9, 0), .silent, pod,
      "The old annotations that exclude outgoing traffic by user ID are not read, so this traffic goes through the proxy.",
      remedy: "Write traffic.kuma.io/exclude-outbound-ports-for-uids, e.g. tcp:22:1000.", mend: exclusionsMend,
      check: .pod { pod, _ in exclusionSights(of: pod) }),
    UpgradeNote(
      "probe-proxy", KumaRelease(2, 9, 0), .silent, ["Pod", "Dataplane"],
      "Probes go through the application probe proxy, which listens on port 9001.",
      remedy: "Set kuma.io/application-probe-proxy-port where 9001 is taken.", rows: ["probe-proxy"]),
    probeProxyPortTaken(
      "probe-proxy-port-taken", in: KumaRelease(2, 9, 0), after: nil,
      "The application probe proxy listens on port 9001, unless the Pod or a setting names another, and this container uses the same port, so one of the two cannot start."
    ),
    UpgradeNote(
      "gateway-instance-service-refused", KumaRelease(2, 9, 0), .refused, ["MeshGatewayInstance"],
      "A MeshGatewayInstance with the tag kuma.io/service is refused.",
      remedy: "Remove the tag, and have policies refer to NAME_NAMESPACE_svc.",
      check: .resource { instance, _ in instance.serviceTag }),
    UpgradeNote(
      "mesh-annotation-deprecated", KumaRelease(2, 9, 0), until: KumaRelease(3, 0, 0), .warning, ["Pod", "Namespace"],
      "The annotation kuma.io/mesh, and yes and no as values of switches, are deprecated.",
      remedy: "Write kuma.io/mesh as a label, and true or false.",
      check: .any([
        .pod { pod, around in around.annotatedMesh(pod.metadata) + pod.metadata.yesAndNo },
        .namespace { namespace, around in around.annotatedMesh(namespace.metadata) + namespace.metadata.yesAndNo },
      ])),
    UpgradeNote(
      "inbound-request-timeout", KumaRelease(2, 9, 0), .silent, ["Mesh"],
      "Without a policy for inbound traffic, requests that a proxy receives time out after 15 seconds; no such MeshTimeout is in the input.",
      remedy: "Write a MeshTimeout for inbound traffic where requests take longer.",
      check: .mesh { mesh, around in
        guard around.knows(mesh.name), !around.meshesWithInboundTimeout.contains(ExactString(mesh.name)) else { return [] }
        return [.name(mesh.name)]
      }),
  ]

  /// The kinds of policies that have a target at the top.
  static let policiesWithTargets = [
    "MeshAccessLog", "MeshCircuitBreaker", "MeshFaultInjection", "MeshHTTPRoute", "MeshHealthCheck",
    "MeshLoadBalancingStrategy", "MeshMetric", "MeshPassthrough", "MeshProxyPatch", "MeshRateLimit", "MeshRetry",
    "MeshTCPRoute", "MeshTLS", "MeshTimeout", "MeshTrace", "MeshTrafficPermission",
  ]
}

extension MeshResource {
  /// Whether the name has an underscore in it, of a kind of Kuma's.
  fileprivate var hasUnderscore: Bool { type.apiGroup == "kuma.io" && metadata.name.utf8.contains(UInt8(ascii: "_")) }

  /// The tag of the service that the object gives itself.
  fileprivate var serviceTag: [NoteSight] {
    guard let service = fields["tags"]?[KumaKey.serviceTag]?.string else { return [] }
    return [
      NoteSight(
        DocumentPath(form.path.steps + ["tags", .key(ExactString(KumaKey.serviceTag))]), .value(ExactString(service)))
    ]
  }
}

extension Pod {
  /// The ports of the application's containers that are meant, each as what shows it.
  func portSights(_ isMeant: (ContainerPort) -> Bool) -> [NoteSight] {
    spec.containers.enumerated().filter { !$0.element.isSidecar }.flatMap { index, container in
      container.ports.enumerated().filter { isMeant($0.element) }.map { place, port in
        NoteSight(
          DocumentPath(["spec", "containers", .index(index), "ports", .index(place), "containerPort"]),
          .value("\(port.containerPort)"))
      }
    }
  }
}

extension ObjectMeta {
  /// Labels and annotations of Kuma that switch something with yes or no.
  fileprivate var yesAndNo: [NoteSight] {
    func isMeant(_ entry: StringMap.Entry) -> Bool {
      entry.key.hasPrefix("kuma.io/") && ["yes", "no"].contains { $0.hasSameBytes(as: entry.value) }
    }
    return labels.entries.filter(isMeant).compactMap { .label($0.key, of: self) }
      + annotations.entries.filter(isMeant).compactMap { .annotation($0.key, of: self) }
  }
}
