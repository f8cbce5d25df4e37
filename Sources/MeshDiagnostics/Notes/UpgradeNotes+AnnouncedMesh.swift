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
      "The Mesh itself encrypts nothing: without a MeshIdentity, of which there is none in the input, traffic is plaintext and permissions are off.",
      remedy: "Create a MeshIdentity, and a MeshTrust, for all proxies of the mesh before the upgrade.",
      check: .mesh { mesh, around in
        mesh.hasMTLS && !around.has("MeshIdentity", in: mesh.name) ? mesh.fields(at: "mtls.enabledBackend").map(\.sight) : []
      }),
    UpgradeNote(
      "mesh-permissive", next, .silent, mesh,
      "The mode of the Mesh is not read: without a MeshTLS inbounds take encrypted traffic only.",
      remedy: "Write a MeshTLS with the mode Permissive.",
      check: .mesh { mesh, around in
        guard !around.has("MeshTLS", in: mesh.name) else { return [] }
        return mesh.fields(at: "mtls.backends[].mode").filter { $0.value.isOne(of: "PERMISSIVE") }.map(\.sight)
      }),
    UpgradeNote(
      "mesh-passthrough", next, .silent, mesh,
      "Whether traffic may leave the mesh is not read from the Mesh: it may.",
      remedy: "Write a MeshPassthrough with passthroughMode: None.",
      check: .mesh { mesh, around in
        guard !around.has("MeshPassthrough", in: mesh.name) else { return [] }
        return mesh.fields(at: "networking.outbound.passthrough").filter { $0.value == .bool(false) }.map(\.sight)
      }),
    UpgradeNote(
      "mesh-fields-gone", next, .silent, mesh,
      "This part of the Mesh is not read any more.",
      remedy: "Write MeshAccessLog, MeshTrace, MeshMetric and MeshLoadBalancingStrategy instead.",
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
      "mesh-services-mode-gone", next, .silent, mesh,
      "Every mesh uses MeshServices exclusively, whatever its mode.",
      remedy: "Try meshServices.mode: Exclusive first.", [17102, 17457, 17476],
      check: .mesh { mesh, _ in
        let path = DocumentPath(["spec", "meshServices", "mode"])
        guard let mode = mesh.meshServicesMode else { return [NoteSight(path, .nothing)] }
        return mode == .exclusive ? [] : [NoteSight(path, .value(ExactString(mode.rawValue)))]
      }),
  ]

  private static let announcedServices: [UpgradeNote] = [
    UpgradeNote(
      "mesh-service-tags-gone", next, .silent, ["MeshService"],
      "A MeshService cannot select by tags, so that it has no endpoints.",
      remedy: "Write dataplaneLabels instead.",
      check: .resource { service, _ in service.sights(at: "selector.dataplaneTags") { !$0.members.isEmpty } }),
    UpgradeNote(
      "mesh-service-identities", next, .refused, ["MeshService"],
      "The identity of a MeshService cannot be a tag.",
      remedy: "Write an identity of the type SpiffeID.",
      check: .resource { service, _ in service.sights(at: "identities[].type") { $0.isOne(of: "ServiceTag") } }),
    UpgradeNote(
      "external-service-tls", next, .refused, ["MeshExternalService"],
      "Certificates and keys need a type: without it they are refused, and a stored destination cannot be reached.",
      remedy: "Write type: Secret with secretRef, or type: InsecureInline with insecureInline, together with the upgrade.",
      check: .resource { service, _ in
        ["caCert", "clientCert", "clientKey"].flatMap { service.fields(at: "tls.verification.\($0)") }
          .filter { $0.value["type"] == nil }
          .map { NoteSight(DocumentPath($0.path.steps + ["type"]), .nothing) }
      }),
    UpgradeNote(
      "external-service-of-a-zone", next, .silent, ["MeshExternalService"],
      "The zone of a MeshExternalService is not read: each zone reaches it through its own egress.",
      remedy: "See that every zone reaches it, and drop the label.",
      check: .resource { service, _ in [NoteSight.label(KumaKey.zoneTag, of: service.metadata)].compactMap(\.self) }),
    UpgradeNote(
      "external-service-identity", next, .silent, ["MeshExternalService"],
      "A proxy without an identity cannot reach it, and there is no MeshIdentity of its mesh in the input.",
      remedy: "Create a MeshIdentity for the proxies that use it.",
      check: .resource { service, around in
        around.has("MeshIdentity", in: service.effectiveMesh) ? [] : [.name(service.metadata.name)]
      }),
    UpgradeNote(
      "trust-origin-gone", next, .silent, ["MeshTrust"],
      "The field origin of the spec is gone.", remedy: "Drop the field.",
      check: .resource { trust, _ in trust.sights(at: "origin") }),
    UpgradeNote(
      "zone-without-address", next, .silent, ["Zone"],
      "Others reach a zone by its MeshZoneAddress only, of which there is none in the input.",
      remedy:
        "Label the Service of the mesh's ingress k8s.kuma.io/zone-proxy-type: ingress, or write a MeshZoneAddress after the upgrade.",
      check: .resource { zone, around in
        around.hasAnywhere("MeshZoneAddress") ? [] : [.name(zone.metadata.name)]
      }),
    UpgradeNote(
      "external-services-gone", next, .silent, ["ExternalService"],
      "The kind is gone.", remedy: "Write a MeshExternalService before the upgrade.",
      check: .resource { service, _ in [service.kindSight] }),
  ]

  private static let announcedGateways: [UpgradeNote] = [
    UpgradeNote(
      "gateway-kinds-gone", next, .silent,
      ["MeshGateway", "MeshGatewayRoute", "MeshGatewayInstance", "MeshGatewayConfig"],
      "The kind is gone, and with it the gateway that Kuma runs.",
      remedy: "Run a delegated gateway, and delete the object before the upgrade.", [17383, 17478],
      check: .resource { gateway, _ in [gateway.kindSight] }),
    UpgradeNote(
      "gateway-api-gone", next, .silent, ["Gateway"],
      "No gateway is run for a Gateway of the class kuma.",
      remedy: "Use the class of another gateway.",
      check: .resource { gateway, _ in gateway.sights(at: "gatewayClassName") { $0.isOne(of: "kuma") } }),
    UpgradeNote(
      "gateway-class-gone", next, .silent, ["GatewayClass"],
      "Kuma runs no gateways for a class.", remedy: "Delete the class.",
      check: .resource { gatewayClass, _ in
        gatewayClass.sights(at: "controllerName") { $0.isOne(of: "gateways.kuma.io/controller") }
      }),
    UpgradeNote(
      "route-of-a-gateway", next, .silent, ["HTTPRoute"],
      "A route whose parent is a Gateway is not read, also where the Gateway is another one's.",
      remedy: "See that whoever runs the Gateway reads the route.",
      check: .resource { route, _ in
        route.fields(at: "parentRefs[]").filter { $0.value["kind"]?.isOne(of: "Gateway") ?? true }
          .map {
            NoteSight(
              DocumentPath($0.path.steps + ["name"]), $0.value["name"]?.string.map { .value(ExactString($0)) } ?? .nothing)
          }
      }),
    UpgradeNote(
      "route-across-namespaces", next, .silent, ["HTTPRoute"],
      "A backend in another namespace needs a ReferenceGrant there, of which there is none in the input.",
      remedy: "Write a ReferenceGrant in the namespace of the backend.",
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
