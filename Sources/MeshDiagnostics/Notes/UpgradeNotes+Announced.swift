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
      "There are no virtual probes, and a Pod that wants no proxy of probes keeps its own.",
      remedy: "Drop the annotations, and create the Pods anew.", rows: ["virtual-probes-gone"]),
    UpgradeNote(
      "metrics-gone", next, .silent, ["Pod", "Dataplane"],
      "The annotations of metrics are not read.", remedy: "Write a MeshMetric.", rows: ["metrics-gone"]),
    UpgradeNote(
      "mesh-annotation-gone", next, .silent, ["Pod", "Namespace"],
      "The mesh is read as a label only; a Pod with the annotation alone joins the mesh default.",
      remedy: "Write kuma.io/mesh as a label.", rows: ["mesh-annotation-gone"]),
    UpgradeNote(
      "proxying-by-configuration", next, .silent, ["Pod", "Dataplane"],
      "Transparent proxying is set up by a ConfigMap only, and Dataplanes hold nothing of it.",
      remedy: "Restart the Pods after the upgrade, and once more where it is taken back.",
      rows: ["proxying-by-configuration", "proxying-fields-gone", "proxying-checks"]),
    UpgradeNote(
      "reachable-services-gone", next, .silent, ["Pod", "Dataplane"],
      "The reachable services are not read, so that every service is reachable.",
      remedy: "Write kuma.io/reachable-backends.", rows: ["reachable-services-gone"]),
    UpgradeNote(
      "named-direct-access", next, .silent, pod,
      "A name in the direct access matches nothing.",
      remedy: "Write * or reach the service through the mesh.", rows: ["direct-access-by-label", "direct-access-wildcard"]),
    UpgradeNote(
      "zone-proxies-gone", next, .silent, pod,
      "Pods annotated as ingress or egress are Pods like others.",
      remedy: "Label a Service k8s.kuma.io/zone-proxy-type instead.", rows: ["zone-proxies-gone"]),
    UpgradeNote(
      "listeners-everywhere", next, .silent, ["Service", "Dataplane"],
      "Services of zone proxies give listeners in every mesh.", remedy: "Nothing.", rows: ["listeners-everywhere"]),
    UpgradeNote(
      "builtin-gateway-gone", next, .refused, pod,
      "Pods annotated as builtin gateway get no Dataplane of one.",
      remedy: "Run a delegated gateway.", rows: ["gateway-builtin-gone"]),
    UpgradeNote(
      "gateway-annotation-gone", next, .silent, ["Pod", "Dataplane"],
      "Gateways have no tags, and then the annotation is not read: such Pods get inbounds, and what comes in is redirected.",
      remedy: "Select by labels, and leave ports out with traffic.kuma.io/exclude-inbound-ports.",
      rows: ["inbound-tags-gone", "gateway-gone"]),
    UpgradeNote(
      "inbound-tags-gone", next, .silent, ["Dataplane"],
      "Inbounds have no tags, neither those of the Pod and the Node nor kuma.io/service.",
      remedy: "Select by labels of the Pod, and reach services as MeshServices.", rows: ["inbound-tags-gone"]),
    UpgradeNote(
      "constraints-gone", next, .silent, ["Mesh", "Dataplane"],
      "A Mesh has no constraints, so that every Pod may join it.",
      remedy: "Restrict by other means which namespace may join which mesh.", rows: ["constraints-gone"]),
    UpgradeNote(
      "one-inbound-a-port", next, .silent, ["Pod", "Service"],
      "Of several inbounds of one port the one with the best state stays.",
      remedy: "Nothing, where the Services agree about the port.", rows: ["deduplication-everywhere"]),
    UpgradeNote(
      "native-sidecars-only", next, .silent, pod,
      "From Kubernetes 1.29 on the sidecar is always an init container.",
      remedy: "Have what looks for the sidecar look among the init containers.", rows: ["native-sidecars-only"]),
    UpgradeNote(
      "admin-port-overwritten", next, .silent, pod,
      "A Pod cannot choose the port of Envoy's administration.",
      remedy: "Set bootstrapServer.params.adminPort.", rows: ["admin-port-overwritten"]),
    UpgradeNote(
      "labels-of-dataplanes", next, .silent, ["Dataplane"],
      "The labels of the name to show and of the origin are always Kuma's, and that of the type of the proxy is gone.",
      remedy: "Select by other labels.", rows: ["display-name-always", "origin-always", "proxy-type-gone"]),
    UpgradeNote(
      "node-labels", next, .silent, ["Dataplane"],
      "Labels of the Node are labels of the Dataplane, no longer tags.",
      remedy: "Select by labels.", rows: ["inbound-tags-gone"]),
    UpgradeNote(
      "kafka-gone", next, .silent, ["Service", "Dataplane"],
      "The protocol kafka is not known.", remedy: "Write tcp.", rows: ["protocol-kafka-gone"]),
  ]

  /// Those that Pods show.
  private static let announcedPods: [UpgradeNote] = [
    UpgradeNote(
      "builtin-dns-gone", next, .silent, pod,
      "The annotations of the builtin DNS are not read: the sidecar answers DNS itself.",
      remedy: "Drop the annotation, and upgrade proxies together with the control plane.", [17821, 17873],
      check: .pod { pod, _ in
        [KumaKey.builtinDNS, KumaKey.builtinDNSPort, KumaKey.builtinDNSLogging].compactMap {
          .annotation($0, of: pod.metadata)
        }
      }),
    UpgradeNote(
      "ebpf-gone", next, .silent, pod,
      "The annotations of eBPF are not read.",
      remedy: "Clean the Nodes with kumactl uninstall ebpf of the old release, and drop the annotation.", [17225],
      check: .pod { pod, _ in
        pod.metadata.annotations.filter { $0.key.hasPrefix(KumaKey.ebpf) }.compactMap {
          .annotation($0.key, of: pod.metadata)
        }
      }),
    UpgradeNote(
      "delta-xds-only", next, .silent, pod,
      "The control plane speaks to proxies in one way only, and an old proxy that speaks the other connects and receives nothing.",
      remedy:
        "Set KUMA_EXPERIMENTAL_DELTA_XDS=true before the upgrade and restart the Pods, then upgrade and restart them again.",
      check: .pod { pod, _ in
        [NoteSight.annotation("kuma.io/xds-transport-protocol-variant", of: pod.metadata)].compactMap(\.self)
      }),
    UpgradeNote(
      "mesh-annotation-of-services", next, .silent, ["Service"],
      "The mesh of a Service is read as a label only.",
      remedy: "Write kuma.io/mesh as a label of the Service or of its Namespace.", [17547],
      check: .service { service, around in around.annotatedMesh(service.metadata) }),
    UpgradeNote(
      "mesh-annotation-of-routes", next, .silent, ["HTTPRoute"],
      "The mesh of a route is read as a label only.",
      remedy: "Write kuma.io/mesh as a label of the route or of its Namespace.", [17547],
      check: .resource { route, around in around.annotatedMesh(route.metadata) }),
    UpgradeNote(
      "names-of-metrics", next, .silent, pod,
      "The control plane tells Prometheus nothing of proxies on Kubernetes, and what Envoy calls its resources and statistics changes.",
      remedy: "Write a MeshMetric, and adapt dashboards and alerts.",
      notTold: "what asks for metrics and what shows them stands in no object that is read"),
    UpgradeNote(
      "webhooks-lose-kinds", next, .silent, ["Namespace"],
      "The webhooks ask about fewer kinds, and select Namespaces as before.",
      remedy: "Change your own copies of the webhooks likewise.", notTold: "webhooks are not read"),
    UpgradeNote(
      "global-on-kubernetes-gone", next, .refused, ["ControlPlane"],
      "A global control plane cannot run on Kubernetes, and the mode standalone is gone.",
      remedy: "Run the global control plane on Universal, and use the mode zone.",
      notTold: "the mode is a setting of the control plane, and no object holds it"),
  ]

  /// Those that Dataplanes and zone proxies show.
  private static let announcedObjects: [UpgradeNote] = [
    UpgradeNote(
      "standalone-zone-proxies-gone", next, .silent, ["ZoneIngress", "ZoneEgress"],
      "Zone proxies of their own are gone: Helm deletes them, and those that still run are turned away.",
      remedy:
        "Set up zone proxies of the mesh (meshes[].ingress, meshes[].egress) before the upgrade, and delete the kinds after it.",
      [17883, 17900], check: .zoneProxy { [.name($0.objectName.name)] }),
    UpgradeNote(
      "stored-builtin-gateway", next, .refused, ["Dataplane"],
      "A Dataplane of a builtin gateway that is left over keeps the control plane from listing its mesh.",
      remedy: "Delete the gateway, and with it its Dataplanes, before the upgrade.", [17383, 17478],
      check: .dataplane { dataplane, _ in
        dataplane.networking.gateway?.type == .builtin
          ? [NoteSight(DocumentPath(["spec", "networking", "gateway", "type"]), .value("BUILTIN"))] : []
      }),
    UpgradeNote(
      "outbounds-by-tags", next, .refused, ["Dataplane"],
      "Outbounds need a backendRef: those by tags are refused, and stored ones lead nowhere.",
      remedy: "Write backendRef; on Kubernetes leave outbounds out.", [17386, 17904],
      check: .dataplane { dataplane, _ in
        dataplane.networking.outbound.enumerated().filter { !$0.element.tags.isEmpty }.map { index, _ in
          NoteSight(DocumentPath(["spec", "networking", "outbound", .index(index), "tags"]), .something)
        }
      }),
    UpgradeNote(
      "protocol-by-field", next, .silent, ["Dataplane"],
      "The protocol of an inbound is read from its field only, and is tcp where only the tag names it.",
      remedy: "Set protocol on each inbound that is written by hand.",
      check: .dataplane { dataplane, _ in
        // What the controller writes it writes anew.
        guard dataplane.metadata.ownerReferences.allSatisfy({ $0.kind != Pod.kind }) else { return [] }
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
      "A Dataplane has no address of its own for others.",
      remedy: "Give it an address that others reach.",
      notTold: "it stands only in Dataplanes of Universal, of which the field is not read"),
    UpgradeNote(
      "mesh-owner", next, .refused, [],
      "An object whose owner is another Mesh than the one it is in is refused when it is written the next time.",
      remedy: "Delete the object, and apply it anew in its mesh.",
      check: .resource { resource, _ in
        resource.metadata.ownerReferences.enumerated()
          .filter { $0.element.kind == "Mesh" && !$0.element.name.hasSameBytes(as: resource.effectiveMesh) }
          .map { index, owner in
            NoteSight(DocumentPath(["metadata", "ownerReferences", .index(index), "name"]), .value(ExactString(owner.name)))
          }
      }),
    UpgradeNote(
      "mesh-name-as-label", next, .refused, ["Mesh"],
      "A Mesh whose name is no host name of one part cannot be changed any more, nor renamed.",
      remedy: "Move its Pods to a mesh of another name before the upgrade.", [18026, 18011],
      check: .mesh { mesh, _ in mesh.name.isHostLabel ? [] : [.name(mesh.name)] }),
    UpgradeNote(
      "names-as-labels", next, .refused, namedAsHosts,
      "Names must be host names of one part; with a zone of another name the control plane of the zone does not start.",
      remedy:
        "Make the object anew under a name of at most 63 lower case letters, digits and hyphens that begins with a letter.",
      [18026, 18011],
      check: .resource { resource, _ in resource.metadata.name.isHostLabel ? [] : [.name(resource.metadata.name)] }),
    UpgradeNote(
      "left-over-objects", next, .silent, ["Secret", "ConfigMap"],
      "Secrets of the old certificates and gateways and the ConfigMap of virtual IPs are left over.",
      remedy: "Delete them after the upgrade.", notTold: "Secrets and ConfigMaps are only counted"),
  ]
}
