import KubernetesObjects
import MeshMapping

extension UpgradeNote {
  private static let next = KumaRelease(3, 0, 0)
  private static let mesh = ["Mesh"]

  /// The notes of 3.0 about meshes, and about services, zones and identities in them.
  static let announcedMesh: [UpgradeNote] = announcedMeshFields + announcedServices + announcedGateways

  private static let announcedMeshFields: [UpgradeNote] = [
    UpgradeNote(
      "mesh-mtls-without-identity", next, .silent, mesh,
      "The mTLS settings of the Mesh are ignored: without a MeshIdentity, traffic is plaintext and permissions are not enforced; the input has no MeshIdentity that selects proxies of this mesh.",
      remedy: "Create a MeshIdentity that selects all proxies of the mesh before the upgrade.",
      check: .mesh { mesh, around in
        mesh.hasMTLS && !around.hasIdentity(in: mesh.name) ? mesh.fields(at: "mtls.enabledBackend").map(\.sight) : []
      }),
    UpgradeNote(
      "mesh-permissive", next, .silent, mesh,
      "The mode PERMISSIVE of the Mesh is ignored: without a MeshTLS, inbounds accept only encrypted traffic.",
      remedy: "Create a MeshTLS with the mode Permissive.",
      check: .mesh { mesh, around in
        guard !around.has("MeshTLS", in: mesh.name) else { return [] }
        return mesh.fields(at: "mtls.backends[].mode").filter { $0.value.isOne(of: "PERMISSIVE") }.map(\.sight)
      }),
    UpgradeNote(
      "mesh-passthrough", next, .silent, mesh,
      "The field networking.outbound.passthrough of the Mesh is ignored, so traffic to destinations outside the mesh is allowed.",
      remedy: "Create a MeshPassthrough with passthroughMode: None.",
      check: .mesh { mesh, around in
        guard !around.has("MeshPassthrough", in: mesh.name) else { return [] }
        return mesh.fields(at: "networking.outbound.passthrough").filter { $0.value == .bool(false) }.map(\.sight)
      }),
    UpgradeNote(
      "mesh-fields-gone", next, .silent, mesh,
      "This field of the Mesh is removed.",
      remedy: "Use MeshAccessLog, MeshTrace, MeshMetric or MeshLoadBalancingStrategy instead.",
      check: .mesh { mesh, _ in
        ["logging", "tracing", "metrics"].flatMap(mesh.fields).map(\.sight)
          + mesh.fields(at: "routing").flatMap { field in
            field.value.members.filter { $0.value != .null && $0.value != .bool(false) }.map { member in
              MeshResource.Field(path: DocumentPath(field.path.steps + [.key(ExactString(member.key))]), value: member.value)
                .sight
            }
          }
      }),
    UpgradeNote(
      "constraints-gone", next, .silent, mesh,
      "The constraints of the Mesh are ignored: Dataplanes with any tags join it.",
      remedy:
        "Restrict in another way who may put Pods into the mesh: an admission policy may refuse the label kuma.io/mesh, for example.",
      [17710],
      check: .mesh { mesh, _ in
        let lists = [("requirements", mesh.constraints.requirements), ("restrictions", mesh.constraints.restrictions)]
        return lists.filter { !$0.1.isEmpty }.map { list in
          NoteSight(DocumentPath(["spec", "constraints", "dataplaneProxy", .key(ExactString(list.0))]), .something)
        }
      }),
    UpgradeNote(
      "mesh-services-mode-gone", next, .silent, mesh,
      "Every mesh uses MeshServices exclusively, as with the mode Exclusive.",
      remedy: "Try meshServices.mode: Exclusive before the upgrade.", [17102, 17457, 17476],
      check: .mesh { mesh, _ in
        let path = DocumentPath(["spec", "meshServices", "mode"])
        guard let mode = mesh.meshServicesMode else { return [NoteSight(path, .nothing)] }
        return mode == .exclusive ? [] : [NoteSight(path, .value(ExactString(mode.rawValue)))]
      }),
  ]

  private static let announcedServices: [UpgradeNote] = [
    UpgradeNote(
      "mesh-service-tags-gone", next, .silent, ["MeshService"],
      "A MeshService cannot select proxies by tags; this one loses its endpoints.",
      remedy: "Use dataplaneLabels instead.",
      check: .resource { service, _ in service.sights(at: "selector.dataplaneTags") { !$0.members.isEmpty } }),
    UpgradeNote(
      "mesh-service-identities", next, .refused, ["MeshService"],
      "Identities of the type ServiceTag are refused.",
      remedy: "Use identities of the type SpiffeID.",
      check: .resource { service, _ in service.sights(at: "identities[].type") { $0.isOne(of: "ServiceTag") } }),
    UpgradeNote(
      "external-service-tls", next, .refused, ["MeshExternalService"],
      "TLS certificates and keys need a type: without it the object is refused, and a stored one becomes unreachable.",
      remedy:
        "Rewrite them with type: Secret and secretRef, or type: InsecureInline and insecureInline, together with the upgrade.",
      check: .resource { service, _ in
        ["caCert", "clientCert", "clientKey"].flatMap { service.fields(at: "tls.verification.\($0)") }
          .filter { $0.value["type"] == nil }
          .map { NoteSight(DocumentPath($0.path.steps + ["type"]), .nothing) }
      }),
    UpgradeNote(
      "external-service-of-a-zone", next, .silent, ["MeshExternalService"],
      "The label kuma.io/zone is ignored: each zone reaches the service through its own egress.",
      remedy: "Make sure that every zone can reach it, and remove the label.",
      check: .resource { service, _ in [NoteSight.label(KumaKey.zoneTag, of: service.metadata)].compactMap(\.self) }),
    UpgradeNote(
      "external-service-identity", next, .silent, ["MeshExternalService"],
      "Only proxies with a MeshIdentity can reach it; the input has no MeshIdentity that selects proxies of its mesh.",
      remedy: "Create a MeshIdentity that selects the proxies that use it.",
      check: .resource { service, around in
        around.hasIdentity(in: service.effectiveMesh) ? [] : [.name(service.metadata.name)]
      }),
    UpgradeNote(
      "trust-origin-gone", next, .silent, ["MeshTrust"],
      "The field spec.origin is removed.", remedy: "Remove the field.",
      check: .resource { trust, _ in trust.sights(at: "origin") }),
    UpgradeNote(
      "zone-without-address", next, .silent, ["Zone"],
      "Other zones reach a zone only through its MeshZoneAddress; the input has none.",
      remedy:
        "Use a Service with the label k8s.kuma.io/zone-proxy-type: ingress, or create a MeshZoneAddress right after the upgrade.",
      check: .resource { zone, around in
        around.hasAnywhere("MeshZoneAddress") ? [] : [.name(zone.metadata.name)]
      }),
    UpgradeNote(
      "external-services-gone", next, .silent, ["ExternalService"],
      "The kind is removed.", remedy: "Create a MeshExternalService before the upgrade.",
      check: .resource { service, _ in [service.kindSight] }),
    UpgradeNote(
      "zone-proxy-insights-gone", next, .silent, ["ZoneIngressInsight", "ZoneEgressInsight"],
      "The kind is removed, together with standalone zone proxies.",
      remedy: "Delete the CRD after the upgrade.",
      notTold: "Kuma writes such objects itself, and they are not read"),
  ]

  private static let announcedGateways: [UpgradeNote] = [
    UpgradeNote(
      "gateway-kinds-gone", next, .silent,
      ["MeshGateway", "MeshGatewayRoute", "MeshGatewayInstance", "MeshGatewayConfig"],
      "The kind is removed, together with builtin gateways.",
      remedy: "Switch to a delegated gateway, and delete the object before the upgrade.", [17383, 17478],
      check: .resource { gateway, _ in [gateway.kindSight] }),
    UpgradeNote(
      "gateway-api-gone", next, .silent, ["Gateway"],
      "Kuma no longer runs a gateway for a Gateway of the class kuma.",
      remedy: "Use a gatewayClassName of another implementation.",
      check: .resource { gateway, _ in gateway.sights(at: "gatewayClassName") { $0.isOne(of: "kuma") } }),
    UpgradeNote(
      "gateway-class-gone", next, .silent, ["GatewayClass"],
      "Kuma no longer implements a GatewayClass.", remedy: "Delete the class.",
      check: .resource { gatewayClass, _ in
        gatewayClass.sights(at: "controllerName") { $0.isOne(of: "gateways.kuma.io/controller") }
      }),
    UpgradeNote(
      "route-of-a-gateway", next, .silent, ["HTTPRoute"],
      "Kuma no longer reads routes that are attached to a Gateway.",
      remedy: "Make sure that the implementation of the Gateway reads the route.",
      check: .resource { route, _ in
        route.fields(at: "parentRefs[]").filter { $0.value["kind"]?.isOne(of: "Gateway") ?? true }
          .map {
            NoteSight(
              DocumentPath($0.path.steps + ["name"]), $0.value["name"]?.string.map { .value(ExactString($0)) } ?? .nothing)
          }
      }),
    UpgradeNote(
      "route-across-namespaces", next, .silent, ["HTTPRoute"],
      "A backend in another namespace needs a ReferenceGrant in that namespace; the input has none.",
      remedy: "Create a ReferenceGrant in the namespace of the backend.",
      check: .resource { route, around in
        route.sights(at: "rules[].backendRefs[].namespace") { namespace in
          guard let name = namespace.string, !name.hasSameBytes(as: route.metadata.effectiveNamespace) else { return false }
          return !around.has("ReferenceGrant", inNamespace: name)
        }
      }),
  ]
}

extension MeshResource {
  /// The kind as what shows something.
  var kindSight: NoteSight { NoteSight(DocumentPath([form == .kubernetes ? "kind" : "type"]), .value(ExactString(kind))) }
}
