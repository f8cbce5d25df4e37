import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let pod = ["Pod"]

  /// The notes of 1.3 to 1.8.
  static let lineOne: [UpgradeNote] = [
    UpgradeNote(
      "generated-outbounds-gone", KumaRelease(1, 3, 0), .silent, ["Dataplane"],
      "Dataplanes hold no outbounds for virtual IPs any more.",
      remedy: "Nothing on Kubernetes; on Universal write the Dataplanes anew.", rows: ["no-virtual-outbounds"]),
    UpgradeNote(
      "one-mtls-backend", KumaRelease(1, 3, 0), .refused, ["Mesh"],
      "A Mesh with more than one backend of mTLS is refused.",
      remedy: "Leave one entry in spec.mtls.backends.",
      check: .mesh { mesh, _ in
        mesh.fields(at: "mtls.backends").filter { $0.value.elements.count > 1 }.map(\.sight)
      }),
    UpgradeNote(
      "injection-as-label", KumaRelease(1, 4, 1), .silent, ["Pod", "Namespace"],
      "The injection is switched by a label first, and by the annotation only where there is no label.",
      remedy: "Write kuma.io/sidecar-injection as a label.", rows: ["injection-labels", "webhook-selectors"]),
    UpgradeNote(
      "injection-annotation-deprecated", KumaRelease(1, 5, 0), .warning, ["Pod", "Namespace"],
      "Only the label makes sure that a sidecar is injected; the annotation alone is deprecated.",
      remedy: "Write kuma.io/sidecar-injection as a label.", rows: ["injection-labels", "injection-labels-only"]),
    UpgradeNote(
      "admin-port-setting-renamed", KumaRelease(1, 5, 0), .warning, ["ControlPlane"],
      "The setting of the port of Envoy's administration has another name.",
      remedy: "Set bootstrapServer.params.adminPort.",
      notTold: "it is a setting of the control plane, and no object holds it"),
    UpgradeNote(
      "dataplane-ingress-gone", KumaRelease(1, 5, 0), .refused, ["Dataplane"],
      "A Dataplane can have neither networking.ingress nor an address that means every address.",
      remedy: "Write a ZoneIngress, and the address under which the proxy is reached.", rows: ["validation-address"]),
    UpgradeNote(
      "gateway-instance-suffix", KumaRelease(1, 6, 0), .silent, pod,
      "What a MeshGatewayInstance makes has no random end of the name any more, so that it is made anew under another name.",
      remedy: "Expect other names of Deployment, Service and Pods, and adapt what names them.",
      check: .pod { pod, _ in
        pod.metadata.ownerReferences.enumerated().filter { $0.element.kind == "MeshGatewayInstance" }.map { index, _ in
          NoteSight(DocumentPath(["metadata", "ownerReferences", .index(index), "kind"]), .value("MeshGatewayInstance"))
        }
      }),
    UpgradeNote(
      "egress-on-request", KumaRelease(1, 6, 0), .silent, ["Mesh"],
      "Traffic to other zones and to external services goes through the zone egress only where the Mesh asks for it.",
      remedy: "Set spec.routing.zoneEgress to true.",
      check: .mesh { mesh, around in
        guard !around.cluster.existingZoneProxies.allSatisfy({ $0.kind != ZoneEgress.kind }), mesh.hasMTLS else { return [] }
        let field = mesh.fields(at: "routing.zoneEgress").first
        if field?.value == .bool(true) { return [] }
        return [field?.sight ?? NoteSight(DocumentPath(["spec", "routing", "zoneEgress"]), .nothing)]
      }),
    UpgradeNote(
      "external-service-zone", KumaRelease(1, 6, 0), .silent, ["ExternalService"],
      "An ExternalService with a zone is reached through that zone.",
      remedy: "Take the tag kuma.io/zone away to have it reached as before.",
      check: .resource { service, _ in
        (service.fields["tags"]?[KumaKey.zoneTag]?.string).map { zone in
          [
            NoteSight(
              DocumentPath(service.form.path.steps + ["tags", .key(ExactString(KumaKey.zoneTag))]), .value(ExactString(zone))
            )
          ]
        } ?? []
      }),
    UpgradeNote(
      "dns-server-gone", KumaRelease(1, 7, 0), .silent, pod,
      "The control plane answers no DNS any more, so that names of the mesh need transparent proxying.",
      remedy: "Have the sidecar answer DNS, or reach services by their addresses.",
      check: .pod { pod, _ in
        let sight = NoteSight.annotation(KumaKey.transparentProxying, of: pod.metadata)
        return sight.map { ["enabled", "true", "yes"].contains($0.text) ? [] : [$0] } ?? []
      }),
    UpgradeNote(
      "localhost-applications", KumaRelease(1, 8, 0), .silent, pod,
      "Applications that listen at localhost only cannot be reached through the mesh.",
      remedy: "Have the application listen at 0.0.0.0.", notTold: "where an application listens stands in no object"),
    UpgradeNote(
      "dns-annotations-renamed", KumaRelease(1, 8, 0), until: KumaRelease(2, 2, 0), .warning, pod,
      "The annotations of the builtin DNS have new names, and the old ones are deprecated.",
      remedy: "Write kuma.io/builtin-dns and kuma.io/builtin-dns-port.",
      check: .pod { pod, _ in
        ["kuma.io/builtindns", "kuma.io/builtindnsport"].compactMap { .annotation($0, of: pod.metadata) }
      }),
  ]
}

extension Mesh {
  /// The fields of the spec, but for those that the mapping reads, that a pattern leads to.
  func fields(at pattern: String) -> [MeshResource.Field] {
    otherFields.found(at: pattern, from: DocumentPath(["spec"]))
  }

  /// Whether traffic in the mesh is encrypted, by the Mesh itself.
  var hasMTLS: Bool { !(otherFields[["mtls", "enabledBackend"]]?.string ?? "").isEmpty }
}

extension NoteSight {
  /// The value that stands in the field; empty where none does.
  var text: String {
    guard case .value(let value) = seen else { return "" }
    return value.string
  }
}
