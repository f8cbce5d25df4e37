import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let pod = ["Pod"]

  /// The notes of 2.10 to 2.14.
  static let lineTwoTen: [UpgradeNote] = lineTenToTwelve + lineThirteen

  /// The notes of 2.10 to 2.12.
  private static let lineTenToTwelve: [UpgradeNote] = [
    UpgradeNote(
      "names-of-objects", KumaRelease(2, 10, 0), .refused, [],
      "Objects with an underscore in the name are refused, and existing ones can no longer be changed.",
      remedy: "Create the object again under a name of lower case letters, digits, dots and hyphens.",
      check: .resource { resource, _ in
        resource.type.apiGroup == "kuma.io" && resource.metadata.name.utf8.contains(UInt8(ascii: "_"))
          ? [.name(resource.metadata.name)] : []
      }),
    UpgradeNote(
      "names-as-labels-deprecated", KumaRelease(2, 10, 0), until: KumaRelease(3, 0, 0), .warning, namedAsHosts,
      "Names that are not RFC 1035 labels are deprecated: those that begin with a digit, contain dots, or have more than 63 characters.",
      remedy:
        "Create the object again under a name of at most 63 lower case letters, digits and hyphens that begins with a letter.",
      check: .resource { resource, _ in resource.metadata.name.isHostLabel ? [] : [.name(resource.metadata.name)] }),
    UpgradeNote(
      "mesh-name-as-label-deprecated", KumaRelease(2, 10, 0), until: KumaRelease(3, 0, 0), .warning, ["Mesh"],
      "Mesh names that are not RFC 1035 labels are deprecated.",
      remedy: "Plan a move to a mesh with another name, since a Mesh cannot be renamed.",
      check: .mesh { mesh, _ in mesh.name.isHostLabel ? [] : [.name(mesh.name)] }),
    UpgradeNote(
      "no-mesh-service-of-tags", KumaRelease(2, 10, 0), .silent, ["Dataplane"],
      "On Universal, no MeshService is generated for a service whose name is not a valid host name.",
      remedy: "Rename the service, or write a MeshService by hand.",
      notTold: "it concerns Universal only, and on Kubernetes every name of a service has underscores in it"),
    UpgradeNote(
      "subsets-deprecated", KumaRelease(2, 10, 0), until: KumaRelease(3, 0, 0), .warning, policiesWithTargets,
      "MeshSubset at the top of a policy is deprecated.",
      remedy: "Use kind: Dataplane with labels.",
      check: .resource { policy, _ in policy.sights(at: "targetRef.kind") { $0.isOne(of: "MeshSubset") } }),
    UpgradeNote(
      "from-deprecated", KumaRelease(2, 10, 0), until: KumaRelease(3, 0, 0), .warning,
      ["MeshAccessLog", "MeshCircuitBreaker", "MeshRateLimit", "MeshTLS", "MeshTimeout"],
      "The field spec.from is deprecated.",
      remedy: "Use rules instead of from, in a policy of its own where there is to as well.",
      check: .resource { policy, _ in policy.sights(at: "from") { !$0.elements.isEmpty } }),
    UpgradeNote(
      "passthrough-default", KumaRelease(2, 10, 0), .silent, ["MeshPassthrough"],
      "On Kubernetes, the default of passthroughMode is Matched instead of None.",
      remedy: "Set default.passthroughMode to None to keep what it was.",
      check: .resource { policy, _ in
        policy.fields[["default", "passthroughMode"]] == nil ? [policy.absence(of: "default.passthroughMode")] : []
      }),
    UpgradeNote(
      "namespace-label-needed", KumaRelease(2, 11, 0), .silent, ["Namespace", "Pod"],
      "A Pod labelled for injection gets a sidecar only if its Namespace has the label kuma.io/sidecar-injection too, with any value.",
      remedy: "Run kubectl label namespace NAMESPACE kuma.io/sidecar-injection=disabled for each such Namespace.",
      rows: ["webhook-namespace-label"]),
    UpgradeNote(
      "control-plane-namespace-label", KumaRelease(2, 11, 0), .silent, ["Namespace"],
      "The Namespace of the control plane needs the label kuma.io/sidecar-injection, set to false or disabled.",
      remedy: "Run kubectl label namespace NAMESPACE kuma.io/sidecar-injection=disabled for it.",
      mend: NoteMend.writing("disabled", "label the Namespace of the control plane kuma.io/sidecar-injection=disabled"),
      check: .namespace { namespace, around in
        guard namespace.metadata.name.hasSameBytes(as: around.cluster.controlPlane.settings.systemNamespace),
          namespace.metadata.labels[KumaKey.sidecarInjection] == nil
        else { return [] }
        return [NoteSight(DocumentPath(["metadata", "labels", .key(ExactString(KumaKey.sidecarInjection))]), .nothing)]
      }),
    UpgradeNote(
      "allow-list-missing", KumaRelease(2, 11, 0), .refused, ["ControlPlane"],
      "Running helm upgrade --reuse-values fails, since namespaceAllowList is missing from the old values.",
      remedy: "Set namespaceAllowList to [].", notTold: "the values of Helm stand in no object that is read"),
    UpgradeNote(
      "allow-list", KumaRelease(2, 11, 0), .silent, ["Namespace"],
      "If namespaceAllowList is set, webhooks and controllers work only in the listed namespaces.",
      remedy: "List every namespace that takes part in a mesh.", rows: ["namespace-allow-list"]),
    UpgradeNote(
      "privilege-escalation", KumaRelease(2, 11, 0), .refused, ["ContainerPatch"],
      "The sidecar sets allowPrivilegeEscalation: false, with which Kubernetes refuses what this patch makes of it: a container that is privileged, or adds CAP_SYS_ADMIN.",
      remedy: "Remove the change, or have the patch set allowPrivilegeEscalation to true as well.", [13320],
      check: .containerPatch { patch, _ in patch.allowsEscalation ? [] : patch.escalations.map(\.valueSight) }),
    UpgradeNote(
      "dns-in-dataplane", KumaRelease(2, 11, 0), .silent, pod,
      "After a restart of the Pod, kuma-dp answers DNS itself.",
      remedy: "Nothing.", notTold: "it concerns every Pod alike, and nothing is to be done"),
  ]

  /// The notes of 2.13 and 2.14.
  private static let lineThirteen: [UpgradeNote] = [
    UpgradeNote(
      "strict-inbound-ports", KumaRelease(2, 13, 0), .silent, pod,
      "A proxy accepts traffic only on ports of its inbounds, and no Service leads to this port.",
      remedy:
        "If anything asks the port, add it to a Service, or set KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED=false with kuma.io/sidecar-env-vars.",
      check: .pod { pod, around in around.closedPorts(of: pod).filter { !pod.isScraped(at: $0) } }),
    UpgradeNote(
      "scraped-port-closed", KumaRelease(2, 13, 0), .silent, pod,
      "A proxy accepts traffic only on ports of its inbounds: Prometheus, which the annotation prometheus.io/port leads to this port, gets no answer from it, since no Service leads to it.",
      remedy:
        "Add the port to a Service, or take it out of the proxy with the annotation traffic.kuma.io/exclude-inbound-ports.",
      bearing: .breaks(.portClosed),
      check: .pod { pod, around in around.scrapedClosedPorts(of: pod) }),
    probeProxyPortTaken(
      "probe-proxy-port-taken-always", in: KumaRelease(2, 13, 0), after: KumaRelease(2, 12, 0),
      "The application probe proxy listens on port 9001 in Pods without virtual probes too, and this container uses the same port, so one of the two cannot start."
    ),
    UpgradeNote(
      "probe-proxy-stays-on", KumaRelease(2, 13, 0), .silent, pod,
      "Without virtual probes the probes of this Pod still go through the application probe proxy, which it had not before.",
      remedy: "Check that nothing but the kubelet depends on the probes, and that their port, 9001, is free.", [15113],
      check: .pod { pod, around in
        guard pod.hasProbes, around.probeProxyPort(of: pod, in: KumaRelease(2, 12, 0)) == nil,
          around.probeProxyPort(of: pod, in: KumaRelease(2, 13, 0)) != nil
        else { return [] }
        let path = DocumentPath(["metadata", "annotations", .key(ExactString(KumaKey.virtualProbes))])
        return around.ifInjected(
          pod, [NoteSight.annotation(KumaKey.virtualProbes, of: pod.metadata) ?? NoteSight(path, .nothing)])
      }),
    UpgradeNote(
      "virtual-probes-off", KumaRelease(2, 13, 0), .silent, ["Pod", "Dataplane"],
      "Virtual probes are off by default.",
      remedy: "Use the application probe proxy instead.", rows: ["virtual-probes-off"]),
    UpgradeNote(
      "service-account-setting-gone", KumaRelease(2, 13, 0), .silent, ["ControlPlane"],
      "The setting runtime.kubernetes.serviceAccountName is gone.",
      remedy: "Use allowedUsers instead.", notTold: "it is a setting of the control plane, and no object holds it"),
    UpgradeNote(
      "native-sidecar-default", KumaRelease(2, 14, 0), .silent, pod,
      "From Kubernetes 1.29 on the sidecar is an init container by default.",
      remedy: "Set experimental.sidecarContainers to false to keep the old way for now.",
      notTold: "it concerns every new Pod alike, and nothing of its Dataplane depends on it"),
    UpgradeNote(
      "admin-api-socket", KumaRelease(2, 14, 0), .silent, pod,
      "Envoy's admin API listens on a socket instead of port 9901.",
      remedy: "Adapt scripts that use the port, or set experimental.envoyAdminUnixSocket to false.",
      notTold: "it concerns every Pod alike, and no object shows what uses the port"),
    UpgradeNote(
      "zone-proxy-metrics-flag", KumaRelease(2, 14, 0), .silent, ["ControlPlane"],
      "KUMA_EXPERIMENTAL_EXPOSE_ZONE_PROXY_METRICS exposes metrics of zone proxies; later releases ignore it.",
      remedy: "Nothing.", notTold: "it is a setting of the control plane, and no object holds it"),
    UpgradeNote(
      "readiness-port-taken", KumaRelease(2, 14, 0), .silent, pod,
      "The sidecar reports its readiness on port 9902, which this container uses too, so one of the two cannot start.",
      remedy: "Move the container to another port.",
      bearing: .breaks(.portTaken),
      check: .pod { pod, around in
        around.ifInjected(pod, pod.portSights { $0.containerPort == 9902 && $0.transportProtocol == .tcp })
      }),
    UpgradeNote(
      "no-cpu-limit", KumaRelease(2, 14, 0), .refused, ["ResourceQuota"],
      "Injected containers no longer have a CPU limit, and a quota on limits.cpu refuses Pods without one.",
      remedy: "Set CPU limits for injected containers in the control plane, or add a LimitRange with a default.",
      check: .resource { quota, around in
        guard let limit = quota.limitOfCPU,
          !around.namespacesWithDefaultLimit.contains(ExactString(quota.metadata.effectiveNamespace))
        else { return [] }
        return around.ifAnyIsInjected(inNamespaceOf: quota.metadata, [limit.sight])
      }),
    UpgradeNote(
      "reuse-port", KumaRelease(2, 13, 7), .silent, ["ZoneIngress", "ZoneEgress"],
      "Proxies listen with SO_REUSEPORT, which clashes with older proxies while both run during a rollout.",
      remedy: "Set KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED=false for the time of the rollout.",
      check: .zoneProxy { [.name($0.objectName.name)] }),
    UpgradeNote(
      "multi-zone-name", KumaRelease(2, 14, 0), until: KumaRelease(3, 0, 0), .warning, ["MeshMultiZoneService"],
      "Names of more than 63 characters are deprecated.",
      remedy: "Create the object again under a shorter name.",
      check: .resource { service, _ in service.metadata.name.utf8.count > 63 ? [.name(service.metadata.name)] : [] }),
    UpgradeNote(
      "hostname-templates", KumaRelease(2, 14, 0), .refused, ["HostnameGenerator"],
      "A template that does not produce valid host names is refused.",
      remedy: "Change the template so that it produces only lower case letters, digits, dots and hyphens.",
      check: .resource { generator, _ in
        generator.sights(at: "template") { !($0.string ?? "").isHostTemplate }
      }),
    UpgradeNote(
      "copied-labels", KumaRelease(2, 14, 0), .silent, ["MeshService"],
      "Labels copied to a MeshService are tracked by a hash, and old ones may be left behind.",
      remedy: "Remove labels of the MeshService that its Service no longer has.",
      notTold: "whether a label is left over is not to be seen from the MeshService"),
  ]

  /// The kinds whose names are parts of host names, but for Mesh.
  static let namedAsHosts = ["Zone", "MeshService", "MeshExternalService", "MeshMultiZoneService"]
}

extension String {
  /// Whether the string is a part of a host name (RFC 1035).
  var isHostLabel: Bool {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
    let isLetter: (UInt8) -> Bool = { (0x61...0x7A).contains($0) }
    return isLetter(first) && last != 0x2D && bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// Whether the parts of a template for host names that are written out may stand in one.
  fileprivate var isHostTemplate: Bool {
    var rest = self[...]
    while let open = rest.range(ofBraces: "{{") {
      guard rest[..<open].isHostText, let close = rest[open...].range(ofBraces: "}}") else { return false }
      rest = rest[rest.utf8.index(close, offsetBy: 2)...]
    }
    return rest.isHostText
  }
}

extension Substring {
  /// Where two braces begin; nil where there are none.
  fileprivate func range(ofBraces braces: String) -> Index? {
    let bytes = utf8
    guard let brace = braces.utf8.first else { return nil }
    return zip(bytes.indices, bytes.indices.dropFirst()).first { bytes[$0] == brace && bytes[$1] == brace }?.0
  }

  fileprivate var isHostText: Bool {
    utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
  }
}
