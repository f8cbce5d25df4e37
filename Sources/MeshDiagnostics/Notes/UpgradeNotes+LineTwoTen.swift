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
      "Names with an underscore are refused, also where an object that is there is changed.",
      remedy: "Make the object anew under a name of lower case letters, digits, dots and hyphens.",
      check: .resource { resource, _ in
        resource.type.apiGroup == "kuma.io" && resource.metadata.name.utf8.contains(UInt8(ascii: "_"))
          ? [.name(resource.metadata.name)] : []
      }),
    UpgradeNote(
      "names-as-labels-deprecated", KumaRelease(2, 10, 0), until: KumaRelease(3, 0, 0), .warning, namedAsHosts,
      "Names that are no host name of one part are deprecated: they begin with a digit, hold dots, or are longer than 63 characters.",
      remedy:
        "Make the object anew under a name of at most 63 lower case letters, digits and hyphens that begins with a letter.",
      check: .resource { resource, _ in resource.metadata.name.isHostLabel ? [] : [.name(resource.metadata.name)] }),
    UpgradeNote(
      "mesh-name-as-label-deprecated", KumaRelease(2, 10, 0), until: KumaRelease(3, 0, 0), .warning, ["Mesh"],
      "Names of meshes that are no host name of one part are deprecated.",
      remedy: "Plan for a mesh of another name: a Mesh cannot be renamed.",
      check: .mesh { mesh, _ in mesh.name.isHostLabel ? [] : [.name(mesh.name)] }),
    UpgradeNote(
      "no-mesh-service-of-tags", KumaRelease(2, 10, 0), .silent, ["Dataplane"],
      "No MeshService is made on Universal for a service whose name is no host name.",
      remedy: "Name the service otherwise, or write a MeshService.",
      notTold: "it concerns Universal only, and on Kubernetes every name of a service has underscores in it"),
    UpgradeNote(
      "subsets-deprecated", KumaRelease(2, 10, 0), until: KumaRelease(3, 0, 0), .warning, policiesWithTargets,
      "MeshSubset is deprecated, and so is from where a policy has rules.",
      remedy: "Select by kind: Dataplane with labels, and write rules instead of from.",
      check: .resource { policy, _ in
        policy.sights(at: "targetRef.kind") { $0.isOne(of: "MeshSubset") } + policy.sights(at: "from")
      }),
    UpgradeNote(
      "passthrough-default", KumaRelease(2, 10, 0), .silent, ["MeshPassthrough"],
      "A MeshPassthrough without a mode means another one on Kubernetes than before.",
      remedy: "Set default.passthroughMode, None for what it was.",
      check: .resource { policy, _ in
        policy.fields[["default", "passthroughMode"]] == nil ? [policy.absence(of: "default.passthroughMode")] : []
      }),
    UpgradeNote(
      "namespace-label-needed", KumaRelease(2, 11, 0), .silent, ["Namespace", "Pod"],
      "A Pod that asks for a sidecar gets one only where its Namespace has the label of the injection too, whatever its value.",
      remedy: "Run kubectl label namespace NAMESPACE kuma.io/sidecar-injection=disabled for each.",
      rows: ["webhook-namespace-label"]),
    UpgradeNote(
      "control-plane-namespace-label", KumaRelease(2, 11, 0), .silent, ["Namespace"],
      "The Namespace of the control plane needs the label of the injection, with false or disabled.",
      remedy: "Run kubectl label namespace with its name and kuma.io/sidecar-injection=disabled.",
      check: .namespace { namespace, around in
        guard namespace.metadata.name.hasSameBytes(as: around.cluster.controlPlane.settings.systemNamespace),
          namespace.metadata.labels[KumaKey.sidecarInjection] == nil
        else { return [] }
        return [NoteSight(DocumentPath(["metadata", "labels", .key(ExactString(KumaKey.sidecarInjection))]), .nothing)]
      }),
    UpgradeNote(
      "allow-list-missing", KumaRelease(2, 11, 0), .refused, ["ControlPlane"],
      "Helm fails with --reuse-values, since the list of namespaces is missing among them.",
      remedy: "Set namespaceAllowList to [].", notTold: "the values of Helm stand in no object that is read"),
    UpgradeNote(
      "allow-list", KumaRelease(2, 11, 0), .silent, ["Namespace"],
      "Where there is a list of namespaces, webhooks and controllers work in those only.",
      remedy: "Put every namespace of a mesh on the list.", rows: ["namespace-allow-list"]),
    UpgradeNote(
      "privilege-escalation", KumaRelease(2, 11, 0), .silent, ["ContainerPatch"],
      "The sidecar cannot gain privileges, by a field that patches of its security context may meet.",
      remedy: "Drop patches that set allowPrivilegeEscalation.", notTold: "of ContainerPatches only the names are read"),
    UpgradeNote(
      "dns-in-dataplane", KumaRelease(2, 11, 0), .silent, pod,
      "The sidecar answers DNS itself once a Pod is started anew.",
      remedy: "Nothing.", notTold: "it concerns every Pod alike, and nothing is to be done"),
  ]

  /// The notes of 2.13 and 2.14.
  private static let lineThirteen: [UpgradeNote] = [
    UpgradeNote(
      "strict-inbound-ports", KumaRelease(2, 13, 0), .silent, pod,
      "A proxy lets in only what comes to a port of an inbound, and this port is none since no Service leads to it.",
      remedy:
        "Give it a port of a Service, or set KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED=false by a ContainerPatch.",
      check: .pod { pod, around in
        let excluded = Set(
          (pod.metadata.annotations["traffic.kuma.io/exclude-inbound-ports"] ?? "").split(separator: ",").map(String.init))
        let isMeant: (ContainerPort) -> Bool = { port in
          port.transportProtocol == .tcp && !excluded.contains("\(port.containerPort)")
        }
        guard !pod.portSights(isMeant).isEmpty, let ports = around.inboundPorts(of: pod) else { return [] }
        return pod.portSights { isMeant($0) && !ports.contains($0.containerPort) }
      }),
    UpgradeNote(
      "virtual-probes-off", KumaRelease(2, 13, 0), .silent, ["Pod", "Dataplane"],
      "Virtual probes are off unless the control plane is set otherwise.",
      remedy: "Let probes go through the proxy of probes.", rows: ["virtual-probes-off"]),
    UpgradeNote(
      "service-account-setting-gone", KumaRelease(2, 13, 0), .silent, ["ControlPlane"],
      "The setting of the control plane's service account is gone.",
      remedy: "Set allowedUsers.", notTold: "it is a setting of the control plane, and no object holds it"),
    UpgradeNote(
      "native-sidecar-default", KumaRelease(2, 14, 0), .silent, pod,
      "From Kubernetes 1.29 on the sidecar is an init container by default.",
      remedy: "Set experimental.sidecarContainers to false to stay as it was for now.", rows: ["native-sidecar-default"]),
    UpgradeNote(
      "readiness-port-taken", KumaRelease(2, 14, 0), .silent, pod,
      "The sidecar tells its readiness on port 9902, where this container listens already.",
      remedy: "Move the container to another port.",
      check: .pod { pod, around in
        let sights = pod.portSights { $0.containerPort == 9902 && $0.transportProtocol == .tcp }
        return sights.isEmpty || !around.hasSidecar(pod) ? [] : sights
      }),
    UpgradeNote(
      "no-cpu-limit", KumaRelease(2, 14, 0), .refused, ["ResourceQuota"],
      "What is injected has no limit of the CPU any more, and a quota that counts limits refuses Pods without one.",
      remedy: "Set limits of the CPU for what is injected in the control plane, or write a LimitRange with a default.",
      check: .resource { quota, around in
        let namespace = quota.metadata.namespace ?? ""
        guard around.wanting.contains(ExactString(namespace)), !around.hasDefaultLimit(in: namespace) else { return [] }
        let limit = quota.fields["hard"]?["limits.cpu"]
        return limit.map { value in
          [MeshResource.Field(path: DocumentPath(["spec", "hard", "limits.cpu"]), value: value).sight]
        } ?? []
      }),
    UpgradeNote(
      "reuse-port", KumaRelease(2, 13, 7), .silent, ["ZoneIngress", "ZoneEgress"],
      "Proxies listen with SO_REUSEPORT, which proxies of older releases beside them do not during a roll-out.",
      remedy: "Set KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED=false for the time of the roll-out.",
      check: .zoneProxy { [.name($0.objectName.name)] }),
    UpgradeNote(
      "multi-zone-name", KumaRelease(2, 14, 0), until: KumaRelease(3, 0, 0), .warning, ["MeshMultiZoneService"],
      "Names of more than 63 characters are deprecated.",
      remedy: "Make the object anew under a shorter name.",
      check: .resource { service, _ in service.metadata.name.utf8.count > 63 ? [.name(service.metadata.name)] : [] }),
    UpgradeNote(
      "hostname-templates", KumaRelease(2, 14, 0), .refused, ["HostnameGenerator"],
      "A template that does not give a valid name is refused.",
      remedy: "Change the template so that it gives lower case letters, digits, dots and hyphens.",
      check: .resource { generator, _ in
        generator.sights(at: "template") { !($0.string ?? "").isHostTemplate }
      }),
    UpgradeNote(
      "copied-labels", KumaRelease(2, 14, 0), .silent, ["MeshService"],
      "Labels that were copied to a MeshService are followed otherwise, and old ones may be left over.",
      remedy: "Look whether labels of a MeshService are no longer on its Service, and remove them.",
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
