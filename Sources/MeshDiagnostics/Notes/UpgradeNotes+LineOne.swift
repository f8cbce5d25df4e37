import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let pod = ["Pod"]

  /// The notes of 1.3 to 1.8.
  static let lineOne: [UpgradeNote] = [
    UpgradeNote(
      "generated-outbounds-gone", KumaRelease(1, 3, 0), .silent, ["Dataplane"],
      "Dataplanes no longer contain outbounds for virtual IPs.",
      remedy: "Nothing on Kubernetes; on Universal, write the Dataplanes again.",
      notTold: "the control plane writes Dataplanes on Kubernetes again itself, and nothing is to be done"),
    UpgradeNote(
      "one-mtls-backend", KumaRelease(1, 3, 0), .refused, ["Mesh"],
      "A Mesh with more than one backend of mTLS is refused.",
      remedy: "Leave one entry in spec.mtls.backends.",
      check: .mesh { mesh, _ in
        mesh.fields(at: "mtls.backends").filter { $0.value.elements.count > 1 }.map(\.sight)
      }),
    UpgradeNote(
      "injection-as-label", KumaRelease(1, 4, 1), .silent, ["Pod", "Namespace"],
      "The label kuma.io/sidecar-injection takes precedence over the annotation.",
      remedy: "Write kuma.io/sidecar-injection as a label.", rows: ["injection-labels", "webhook-selectors"]),
    UpgradeNote(
      "injection-annotation-deprecated", KumaRelease(1, 5, 0), until: KumaRelease(2, 2, 0), .warning, ["Pod", "Namespace"],
      "Only the label guarantees a sidecar; the annotation alone is deprecated.",
      remedy: "Write kuma.io/sidecar-injection as a label.",
      mend: NoteMend(message: "label what is annotated kuma.io/sidecar-injection with the same value") { sights in
        sights.map { .label(KumaKey.sidecarInjection, $0.text) }
      },
      check: .any([
        .pod { pod, _ in pod.metadata.annotatedSwitch }, .namespace { namespace, _ in namespace.metadata.annotatedSwitch },
      ])),
    UpgradeNote(
      "admin-port-setting-renamed", KumaRelease(1, 5, 0), .warning, ["ControlPlane"],
      "The setting for the port of Envoy's admin API has been renamed.",
      remedy: "Set bootstrapServer.params.adminPort.",
      notTold: "it is a setting of the control plane, and no object holds it"),
    UpgradeNote(
      "dataplane-ingress-gone", KumaRelease(1, 5, 0), .refused, ["Dataplane"],
      "A Dataplane can have neither networking.ingress nor the address 0.0.0.0 or ::.",
      remedy: "Write a ZoneIngress, and the address under which the proxy is reached.",
      rows: ["validation-address", "validation-ingress-gone"]),
    UpgradeNote(
      "dataplane-address", KumaRelease(1, 5, 0), .refused, ["Dataplane"],
      "A Dataplane that is written by hand is refused where its address is 0.0.0.0 or ::, or where it has networking.ingress.",
      remedy: "Write the address under which the proxy is reached, and a ZoneIngress instead of networking.ingress.",
      check: .dataplane { dataplane, _ in
        guard dataplane.isWrittenByHand else { return [] }
        let address = dataplane.networking.address
        let isUnspecified = ["0.0.0.0", "::"].contains { $0.hasSameBytes(as: address) }
        let sight = NoteSight(DocumentPath(["spec", "networking", "address"]), .value(ExactString(address)))
        return (isUnspecified ? [sight] : []) + dataplane.sights(ofOtherFieldsAt: ["networking", "ingress"])
      }),
    UpgradeNote(
      "gateway-instance-suffix", KumaRelease(1, 6, 0), .silent, ["MeshGatewayInstance", "Service", "Deployment"],
      "What a MeshGatewayInstance creates no longer has a random suffix, so it is created again under another name.",
      remedy: "Expect new names for the Deployment, the Service and the Pods, and update whatever refers to them.",
      check: .any([
        .resource { instance, _ in [instance.kindSight] }, .service { service, _ in service.metadata.gatewayInstanceSights },
        .workload { $0.metadata.gatewayInstanceSights },
      ])),
    UpgradeNote(
      "egress-on-request", KumaRelease(1, 6, 0), .silent, ["Mesh"],
      "Traffic uses the zone egress only if the Mesh says so.",
      remedy: "Set spec.routing.zoneEgress to true.",
      check: .mesh { mesh, around in
        guard !around.cluster.existingZoneProxies.allSatisfy({ $0.kind != ZoneEgress.kind }), mesh.hasMTLS else { return [] }
        let field = mesh.fields(at: "routing.zoneEgress").first
        if field?.value == .bool(true) { return [] }
        return [field?.sight ?? NoteSight(DocumentPath(["spec", "routing", "zoneEgress"]), .nothing)]
      }),
    UpgradeNote(
      "external-service-zone", KumaRelease(1, 6, 0), .silent, ["ExternalService"],
      "An ExternalService with the tag kuma.io/zone is reached through that zone.",
      remedy: "Remove the tag to have it reached as before.",
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
      "The control plane no longer answers DNS, so names of the mesh resolve only with transparent proxying.",
      remedy: "Switch transparent proxying and the sidecar's DNS on, or reach services by their addresses.",
      check: .pod { pod, _ in
        let sight = NoteSight.annotation(KumaKey.transparentProxying, of: pod.metadata)
        return sight.map { ["enabled", "true", "yes"].contains($0.text) ? [] : [$0] } ?? []
      }),
    UpgradeNote(
      "localhost-applications", KumaRelease(1, 8, 0), .silent, pod,
      "Applications that listen only on localhost cannot be reached through the mesh.",
      remedy: "Have the application listen on 0.0.0.0.", notTold: "no object says where an application listens"),
    UpgradeNote(
      "dns-annotations-renamed", KumaRelease(1, 8, 0), until: KumaRelease(2, 2, 0), .warning, pod,
      "The annotations of the builtin DNS have new names, and the old ones are deprecated.",
      remedy: "Write kuma.io/builtin-dns and kuma.io/builtin-dns-port.", mend: dnsMend,
      check: .pod { pod, _ in dnsSights(of: pod) }),
  ]

  /// The annotations of the builtin DNS under their old keys, each with the new one.
  private static let dnsKeys = ["kuma.io/builtindns": KumaKey.builtinDNS, "kuma.io/builtindnsport": KumaKey.builtinDNSPort]

  /// The new annotations beside the old ones.
  static let dnsMend = NoteMend.copying(dnsKeys, "write the annotations of the builtin DNS under their new keys too")

  /// The annotations of the builtin DNS that a Pod has under their old keys only.
  static func dnsSights(of pod: Pod) -> [NoteSight] {
    dnsKeys.sorted { $0.key < $1.key }.compactMap { old, new in
      pod.metadata.annotations[new] == nil ? .annotation(old, of: pod.metadata) : nil
    }
  }
}

extension Mesh {
  /// The fields of the spec, but for those that the mapping reads, that a pattern leads to.
  func fields(at pattern: String) -> [MeshResource.Field] {
    otherFields.found(at: pattern, from: DocumentPath(["spec"]))
  }

  /// Whether traffic in the mesh is encrypted, by the Mesh itself.
  var hasMTLS: Bool { !(otherFields[["mtls", "enabledBackend"]]?.string ?? "").isEmpty }
}

extension Dataplane {
  /// A field of the spec that nothing else reads, where the Dataplane has it or a part of it.
  ///
  /// - Parameter steps: The steps to it in the spec.
  func sights(ofOtherFieldsAt steps: [DocumentPath.Step]) -> [NoteSight] {
    let parts = otherFields.filter { $0.path.steps.starts(with: steps) }
    guard let first = parts.first else { return [] }
    let isWhole = first.path.steps.count == steps.count && first.value != "{}"
    return [NoteSight(DocumentPath(["spec"] + steps), isWhole ? .value(ExactString(first.value)) : .something)]
  }
}

extension NoteSight {
  /// The value that stands in the field; empty where none does.
  var text: String {
    guard case .value(let value) = seen else { return "" }
    return value.string
  }
}

extension ObjectMeta {
  /// The owners that are a MeshGatewayInstance.
  fileprivate var gatewayInstanceSights: [NoteSight] {
    ownerReferences.enumerated().filter { $0.element.kind.hasSameBytes(as: "MeshGatewayInstance") }.map { index, _ in
      NoteSight(DocumentPath(["metadata", "ownerReferences", .index(index), "kind"]), .value("MeshGatewayInstance"))
    }
  }

  /// The annotation that asks for a sidecar or against one, where no label does.
  fileprivate var annotatedSwitch: [NoteSight] {
    guard labels[KumaKey.sidecarInjection] == nil else { return [] }
    return [NoteSight.annotation(KumaKey.sidecarInjection, of: self)].compactMap(\.self)
  }
}
