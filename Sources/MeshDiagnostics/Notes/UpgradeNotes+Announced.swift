import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let pod = ["Pod"]
  private static let next = KumaRelease(3, 0, 0)

  /// The notes of 3.0 about proxies and what they are made of.
  static let announced: [UpgradeNote] = announcedRows + announcedPods + announcedObjects

  /// Those that the mapping knows.
  private static let announcedRows: [UpgradeNote] = [
    UpgradeNote(
      "virtual-probes-gone", next, .silent, ["Pod", "Dataplane"],
      "Virtual probes are removed, and a Pod with the probe proxy switched off keeps its own probes.",
      remedy: "Remove the annotations, and recreate the Pods.", rows: ["virtual-probes-gone"]),
    UpgradeNote(
      "metrics-gone", next, .silent, ["Pod", "Dataplane"],
      "The annotations for metrics are no longer read.", remedy: "Write a MeshMetric.", rows: ["metrics-gone"]),
    UpgradeNote(
      "mesh-annotation-gone", next, .silent, ["Pod", "Namespace"],
      "The mesh is read only from the label kuma.io/mesh; a Pod with just the annotation joins the mesh default.",
      remedy: "Write kuma.io/mesh as a label.", rows: ["mesh-annotation-gone"]),
    UpgradeNote(
      "proxying-by-configuration", next, .silent, ["Pod", "Dataplane"],
      "Transparent proxying is configured only through a ConfigMap, and Dataplanes no longer contain it.",
      remedy: "Restart the Pods after the upgrade, and again after a rollback.",
      rows: ["proxying-by-configuration", "proxying-fields-gone", "proxying-checks", "proxy-config-map-required"]),
    UpgradeNote(
      "reachable-services-gone", next, .silent, ["Pod", "Dataplane"],
      "The annotation kuma.io/transparent-proxying-reachable-services is not read, so every service is reachable.",
      remedy: "Use kuma.io/reachable-backends instead.", rows: ["reachable-services-gone"]),
    UpgradeNote(
      "named-direct-access", next, .silent, pod,
      "A name in kuma.io/direct-access-services matches nothing.",
      remedy: "Use *, or reach the service through the mesh.", rows: ["direct-access-by-label", "direct-access-wildcard"]),
    UpgradeNote(
      "zone-proxies-gone", next, .silent, pod,
      "The annotations kuma.io/ingress and kuma.io/egress are ignored: such Pods get an ordinary Dataplane or none.",
      remedy: "Use a Service with the label k8s.kuma.io/zone-proxy-type instead.", rows: ["zone-proxies-gone"]),
    UpgradeNote(
      "listeners-everywhere", next, .silent, ["Service", "Dataplane"],
      "Services of zone proxies produce listeners in every mesh.", remedy: "Nothing.", rows: ["listeners-everywhere"]),
    UpgradeNote(
      "builtin-gateway-gone", next, .refused, pod,
      "Pods annotated kuma.io/gateway: builtin are no longer gateways.",
      remedy: "Run a delegated gateway.", rows: ["gateway-builtin-gone", "gateway-gone"]),
    UpgradeNote(
      "gateway-annotation-gone", next, .silent, ["Pod", "Dataplane"],
      "Gateways have no tags, and kuma.io/gateway is not read: such Pods get inbounds, and their incoming traffic is redirected.",
      remedy: "Select them by labels, and exclude their ports with traffic.kuma.io/exclude-inbound-ports.",
      rows: ["inbound-tags-gone", "gateway-gone"]),
    UpgradeNote(
      "inbound-tags-gone", next, .silent, ["Dataplane"],
      "Inbounds have no tags, not even kuma.io/service.",
      remedy: "Select by labels of the Pod, and refer to services as MeshServices.", rows: ["inbound-tags-gone"]),
    UpgradeNote(
      "one-inbound-a-port", next, .silent, ["Pod", "Service"],
      "Of several inbounds on one port, only the one with the best state remains.",
      remedy: "Nothing, if the Services agree about the port.", rows: ["deduplication-everywhere"]),
    UpgradeNote(
      "native-sidecars-only", next, .silent, pod,
      "From Kubernetes 1.29 on the sidecar is always an init container.",
      remedy: "Have tools that look for the sidecar look among the init containers too.",
      notTold: "it concerns every new Pod alike, and nothing of its Dataplane depends on it"),
    UpgradeNote(
      "admin-port-overwritten", next, .silent, pod,
      "A Pod can no longer choose the port of Envoy's admin API.",
      remedy: "Set bootstrapServer.params.adminPort.", rows: ["admin-port-overwritten"]),
    UpgradeNote(
      "labels-of-dataplanes", next, .silent, ["Dataplane"],
      "Kuma always sets the labels kuma.io/display-name and kuma.io/origin itself, and kuma.io/proxy-type is gone.",
      remedy: "Select by other labels.", rows: ["display-name-always", "origin-always", "proxy-type-gone"]),
    UpgradeNote(
      "node-labels", next, .silent, ["Dataplane"],
      "Labels of the Node become labels of the Dataplane instead of tags.",
      remedy: "Select by labels.", rows: ["inbound-tags-gone"]),
    UpgradeNote(
      "kafka-gone", next, .silent, ["Service", "Dataplane"],
      "The protocol kafka is no longer supported.", remedy: "Write tcp.", rows: ["protocol-kafka-gone"]),
  ]

  /// Those that Pods show.
  private static let announcedPods: [UpgradeNote] = [
    UpgradeNote(
      "virtual-probes-annotations", next, .silent, pod,
      "The annotations for virtual probes are not read.",
      remedy: "Remove the annotation; probes go through the application probe proxy.", [17901],
      mend: NoteMend.removing("remove the annotations for virtual probes"),
      check: .pod { pod, _ in
        // That they are off, as injectors write from 2.13 on, stays so.
        let value = pod.metadata.annotations[KumaKey.virtualProbes] ?? ""
        if ["disabled", "false", "no"].contains(value) { return [] }
        return [KumaKey.virtualProbes, KumaKey.virtualProbesPort].compactMap { .annotation($0, of: pod.metadata) }
      }),
    UpgradeNote(
      "probe-proxy-switched-off", next, .silent, pod,
      "A Pod whose application probe proxy is switched off keeps its own probes, and the kubelet sends them through the sidecar.",
      remedy: "Remove the annotation, so that probes go through the application probe proxy.", [17901],
      mend: NoteMend.removing("remove the annotation that switches the application probe proxy off"),
      check: .pod { pod, around in
        guard pod.hasProbes else { return [] }
        let sights = [NoteSight.annotation(KumaKey.probeProxyPort, of: pod.metadata)].compactMap(\.self)
        return around.ifInjected(pod, sights.filter { $0.text == "0" })
      }),
    probeProxyPortTaken(
      "probe-proxy-port-taken-of-gateways", in: next, after: .newest,
      "The application probe proxy listens on port 9001 in Pods of gateways too, and this container uses the same port, so one of the two cannot start.",
      // Before, a gateway that names a port is refused.
      remedy:
        "Have the container listen on another port; or set kuma.io/application-probe-proxy-port to a port that no container uses together with the upgrade, since before it a gateway that names one is refused.",
      mend: nil),
    UpgradeNote(
      "metrics-annotations", next, .silent, pod,
      "The annotations for metrics are not read, so the proxy exposes no metrics by them.",
      remedy: "Create a MeshMetric for the Pods before the upgrade.", [17607, 17873],
      check: .pod { pod, _ in
        pod.metadata.annotations.filter { $0.key.hasPrefix("prometheus.metrics.kuma.io/") }.compactMap {
          .annotation($0.key, of: pod.metadata)
        }
      }),
    UpgradeNote(
      "kafka-of-services", next, .silent, ["Service"],
      "The protocol kafka is not known: appProtocol becomes tcp, and the annotation makes Kuma refuse the Dataplane.",
      remedy: "Write tcp.", [17831],
      mend: NoteMend.writing("tcp", "write tcp instead of kafka"),
      check: .service { service, _ in service.kafkaSights }),
    UpgradeNote(
      "builtin-dns-gone", next, .silent, pod,
      "The annotations for the builtin DNS are not read, since kuma-dp answers DNS itself.",
      remedy: "Remove the annotation, and upgrade the proxies together with the control plane.", [17821, 17873],
      check: .pod { pod, _ in
        [KumaKey.builtinDNS, KumaKey.builtinDNSPort, KumaKey.builtinDNSLogging].compactMap {
          .annotation($0, of: pod.metadata)
        }
      }),
    UpgradeNote(
      "ebpf-gone", next, .silent, pod,
      "Transparent proxying with eBPF is removed, and its annotations are not read.",
      remedy: "Clean the Nodes with kumactl uninstall ebpf of the old release, and remove the annotation.", [17225],
      check: .pod { pod, _ in
        if let value = pod.metadata.annotations[KumaKey.ebpf], ["disabled", "false"].contains(value) { return [] }
        return pod.metadata.annotations.filter { $0.key.hasPrefix(KumaKey.ebpf) }.compactMap {
          .annotation($0.key, of: pod.metadata)
        }
      }),
    UpgradeNote(
      "delta-xds-only", next, .silent, pod,
      "Only delta xDS is supported: an old proxy that uses state of the world connects and receives nothing.",
      remedy:
        "Before the upgrade, set KUMA_EXPERIMENTAL_DELTA_XDS=true and restart the Pods; upgrade, and restart them again.",
      check: .pod { pod, _ in
        [NoteSight.annotation("kuma.io/xds-transport-protocol-variant", of: pod.metadata)].compactMap(\.self)
      }),
    UpgradeNote(
      "mesh-annotation-of-services", next, .silent, ["Service"],
      "The mesh of a Service is read only from the label kuma.io/mesh.",
      remedy: "Write kuma.io/mesh as a label of the Service or of its Namespace.", [17547],
      mend: NoteMend(message: "label the Services kuma.io/mesh with the mesh of their annotation") { sights in
        sights.map { .label(KumaKey.mesh, $0.text) }
      },
      check: .service { service, around in around.annotatedMesh(service.metadata) }),
    UpgradeNote(
      "mesh-annotation-of-routes", next, .silent, ["HTTPRoute"],
      "The mesh of a route is read only from the label kuma.io/mesh.",
      remedy: "Write kuma.io/mesh as a label of the route or of its Namespace.", [17547],
      check: .resource { route, around in around.annotatedMesh(route.metadata) }),
    UpgradeNote(
      "names-of-metrics", next, .silent, pod,
      "Prometheus can no longer discover proxies through the control plane on Kubernetes, and the names of Envoy's resources and statistics change.",
      remedy: "Use MeshMetric, and adapt dashboards and alerts.",
      notTold: "scrape configurations and dashboards are in no object that is read"),
    UpgradeNote(
      "webhooks-lose-kinds", next, .silent, ["Namespace"],
      "The webhooks no longer cover the removed kinds; they select Namespaces as before.",
      remedy: "Change your own copies of the webhooks in the same way.", notTold: "webhooks are not read"),
    UpgradeNote(
      "global-on-kubernetes-gone", next, .refused, ["ControlPlane"],
      "A global control plane can no longer run on Kubernetes, and the mode standalone is gone.",
      remedy: "Run the global control plane on Universal, and use the mode zone.",
      notTold: "the mode is a setting of the control plane, and no object holds it"),
  ]

  /// Those that Dataplanes and zone proxies show.
  private static let announcedObjects: [UpgradeNote] = [
    UpgradeNote(
      "standalone-zone-proxies-gone", next, .silent, ["ZoneIngress", "ZoneEgress"],
      "Standalone zone proxies are removed: Helm deletes them, and those that still run cannot connect.",
      remedy:
        "Set up zone proxies per mesh (Helm's meshes[].ingress and meshes[].egress) before the upgrade, and delete the old CRDs after it.",
      [17883, 17900], check: .zoneProxy { [.name($0.objectName.name)] }),
    UpgradeNote(
      "stored-builtin-gateway", next, .refused, ["Dataplane"],
      "A stored Dataplane of a builtin gateway breaks listing the Dataplanes of its mesh.",
      remedy: "Delete the gateway, and with it its Dataplanes, before the upgrade.", [17383, 17478],
      check: .dataplane { dataplane, _ in
        dataplane.networking.gateway?.type == .builtin
          ? [NoteSight(DocumentPath(["spec", "networking", "gateway", "type"]), .value("BUILTIN"))] : []
      }),
    UpgradeNote(
      "outbounds-by-tags", next, .refused, ["Dataplane"],
      "Outbounds need a backendRef: those with tags are refused, and stored ones lead nowhere.",
      remedy: "Use backendRef; on Kubernetes, remove the outbounds.", [17386, 17904],
      check: .dataplane { dataplane, _ in
        guard dataplane.isWrittenByHand else { return [] }
        return dataplane.networking.outbound.enumerated().filter { !$0.element.tags.isEmpty }.map { index, _ in
          NoteSight(DocumentPath(["spec", "networking", "outbound", .index(index), "tags"]), .something)
        }
      }),
    UpgradeNote(
      "protocol-by-field", next, .silent, ["Dataplane"],
      "The protocol of an inbound is read only from its field; with just the tag it becomes tcp.",
      remedy: "Set the field protocol of each inbound that is written by hand.",
      check: .dataplane { dataplane, _ in
        guard dataplane.isWrittenByHand else { return [] }
        return dataplane.networking.inbound.enumerated().compactMap { index, inbound in
          guard inbound.appProtocol.isEmpty, inbound.tags["k8s.kuma.io/namespace"] == nil,
            let tag = inbound.tags["kuma.io/protocol"], !tag.hasSameBytes(as: "tcp")
          else { return nil }
          let steps: [DocumentPath.Step] = ["spec", "networking", "inbound", .index(index), "tags", "kuma.io/protocol"]
          return NoteSight(DocumentPath(steps), .value(ExactString(tag)))
        }
      }),
    UpgradeNote(
      "advertised-address-gone", next, .silent, ["Dataplane"],
      "The field networking.advertisedAddress is removed.",
      remedy: "Use an address that other proxies can reach.",
      check: .dataplane { dataplane, _ in
        dataplane.isWrittenByHand ? dataplane.sights(ofOtherFieldsAt: ["networking", "advertisedAddress"]) : []
      }),
    UpgradeNote(
      "mesh-owner", next, .refused, [],
      "An object owned by another Mesh than the one it belongs to is refused the next time it is written.",
      remedy: "Delete the object, and apply it again in the right mesh.",
      check: .resource { resource, _ in
        resource.metadata.ownerReferences.enumerated()
          .filter { $0.element.kind == "Mesh" && !$0.element.name.hasSameBytes(as: resource.effectiveMesh) }
          .map { index, owner in
            NoteSight(DocumentPath(["metadata", "ownerReferences", .index(index), "name"]), .value(ExactString(owner.name)))
          }
      }),
    UpgradeNote(
      "mesh-name-as-label", next, .refused, ["Mesh"],
      "Mesh names must be RFC 1035 labels: a Mesh with another name can no longer be changed, and it cannot be renamed.",
      remedy: "Move its Pods to a mesh with a valid name before the upgrade.", [18026, 18011],
      check: .mesh { mesh, _ in mesh.name.isHostLabel ? [] : [.name(mesh.name)] }),
    UpgradeNote(
      "names-as-labels", next, .refused, namedAsHosts,
      "Names must be RFC 1035 labels; the control plane of a zone with another name does not start.",
      remedy:
        "Create the object again under a name of at most 63 lower case letters, digits and hyphens that begins with a letter.",
      [18026, 18011],
      check: .resource { resource, _ in resource.metadata.name.isHostLabel ? [] : [.name(resource.metadata.name)] }),
    UpgradeNote(
      "left-over-objects", next, .silent, ["Secret", "ConfigMap"],
      "Secrets of the old CAs and gateways and ConfigMaps with virtual IPs are left behind, and nothing uses them any more.",
      remedy: "Delete them after the upgrade.", bearing: UpgradeNote.Bearing.none,
      check: .named { object, around in
        object.namespace.hasSameBytes(as: around.cluster.controlPlane.settings.systemNamespace) && object.isLeftOver
          ? [.name(object.name)] : []
      }),
  ]
}

extension Service {
  /// Where the Service says that a port speaks kafka: in the annotation of the port, which holds once the port's own word is not known, and
  /// in the port itself.
  fileprivate var kafkaSights: [NoteSight] {
    ports.enumerated().flatMap { index, port -> [NoteSight] in
      let key = "\(port.port).service.kuma.io/protocol"
      let annotation = NoteSight.annotation(key, of: metadata).map { $0.text == "kafka" ? [$0] : [] }
      guard port.appProtocol == "kafka" else { return annotation ?? [] }
      let path = DocumentPath(["spec", "ports", .index(index), "appProtocol"])
      return (annotation ?? []) + [NoteSight(path, .value("kafka"))]
    }
  }
}

extension ObjectReference {
  /// Whether it is something that Kuma wrote for what is gone in 3.0.
  fileprivate var isLeftOver: Bool {
    switch kind {
    case "Secret": name.hasPrefix("gapi-") || name.contains(".ca-builtin-")
    case "ConfigMap": name.hasPrefix("kuma-") && name.hasSuffix("-dns-vips")
    default: false
    }
  }
}

extension Pod {
  /// Whether a container of the application is probed.
  var hasProbes: Bool {
    spec.containers.contains { !$0.isSidecar && !($0.httpProbes.isEmpty && $0.portProbes.isEmpty) }
  }
}

extension Dataplane {
  /// Whether no Pod owns it: what the controller writes it writes anew.
  var isWrittenByHand: Bool { metadata.ownerReferences.allSatisfy { $0.kind != Pod.kind } }
}
