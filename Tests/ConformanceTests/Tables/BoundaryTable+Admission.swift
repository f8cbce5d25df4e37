import KubernetesObjects
import MeshMapping
import TestSupport

extension BoundaryTable {
  static let admission: [BoundaryCase] = askingOfAdmission + defaultingOfAdmission + refusalsOfAdmission

  private static let zoneProxyType = "k8s.kuma.io/zone-proxy-type"
  private static let labelled = Namespace.fixture(labels: [injection: "disabled"])

  private static let askingOfAdmission: [BoundaryCase] = [
    rows(
      "ADM-1", .webhookKubeSystem, "a Dataplane that is not valid", .at("2.4.10", "2.5.0"),
      pod: injected(namespace: "kube-system", podIP: "0.0.0.0"), in: .fixture(name: "kube-system"),
      see: outcome, before: "fail dataplaneRefused", after: "apply"
    ),
    rows(
      "ADM-1", .webhookNamespaceLabel, "a Dataplane that is not valid", .at("2.10.11", "2.11.0"),
      pod: injected(podIP: "0.0.0.0"),
      see: outcome, before: "fail dataplaneRefused", after: "apply"
    ),
  ].flatMap { $0 }

  private static let defaultingOfAdmission: [BoundaryCase] = [
    rows(
      "ADM-2", .dataplaneDefaulting, "labels", .at("2.8.8", "2.9.0"),
      pod: injected(), settings: { $0.zone = "east" },
      see: storedLabels, before: "none",
      after: """
        k8s.kuma.io/namespace=demo, kuma.io/env=kubernetes, kuma.io/mesh=default, kuma.io/origin=zone, kuma.io/zone=east
        """
    ),
    rows(
      "ADM-3", .dataplaneDefaulting, "annotation", .at("2.8.8", "2.9.0"),
      pod: injected(), see: storedAnnotations, before: "none", after: "kuma.io/display-name=web-1"
    ),
    rows(
      "LBL-1", .proxyTypeLabel, "", .at("2.9.19", "2.10.0"),
      see: labels("kuma.io/proxy-type"), before: "absent", after: "sidecar"
    ),
    rows(
      "ADM-2", .proxyTypeLabel, "", .at("2.9.19", "2.10.0"),
      pod: .fixture(), previous: existing(Dataplane.Networking(address: "10.0.0.1", gateway: builtin)),
      see: proxyTypeOfPrevious, before: "absent", after: "gateway"
    ),
    rows(
      "ADM-3", .serviceAccountLabel, "annotation", .at("2.11.18", "2.12.0"),
      pod: withAccount, in: labelled,
      see: storedAnnotations, before: "kuma.io/display-name=web-1",
      after: "k8s.kuma.io/service-account=shop, kuma.io/display-name=web-1"
    ),
    rows(
      "ADM-3", .workloadLabel, "annotation", .at("2.12.14", "2.13.0"),
      pod: withAccount, in: labelled,
      see: storedAnnotations, before: "k8s.kuma.io/service-account=shop, kuma.io/display-name=web-1",
      after: "k8s.kuma.io/service-account=shop, kuma.io/display-name=web-1, kuma.io/workload=shop"
    ),
    rows(
      "ADM-4", .zoneProxyListeners, "labels, stored", .at("2.13.10", "2.14.0"),
      pod: injected(), in: labelled,
      services: [
        .fixture(labels: [zoneProxyType: "ingress"], ports: [ServicePort(port: 10001, targetPort: 10001)])
      ],
      meshes: .only([Mesh(name: "default", meshServicesMode: .exclusive)]),
      see: stored { $0.metadata.labels["kuma.io/listener-zoneingress"] ?? "absent" }, before: "absent", after: "enabled"
    ),
  ].flatMap { $0 }

  private static let refusalsOfAdmission: [BoundaryCase] = [
    rows(
      "ADM-5", .dataplaneMesh, "a mesh that does not exist", .at("1.4.1", "1.5.0"),
      pod: injected(), meshes: .only([Mesh(name: "payments")]),
      see: outcome, before: "apply", after: "fail meshNotFound"
    ),
    rows(
      "ADM-6", .dataplaneMesh, "a constraint that is not met", .at("1.4.1", "1.5.0"),
      pod: injected(),
      meshes: .only([Mesh(name: "default", constraints: MeshConstraints(requirements: [["team": "*"]]))]),
      see: outcome, before: "apply", after: "fail dataplaneRefused"
    ),
    rows(
      "VALID-8", .validationAdminPort, "", .at("1.7.6", "1.8.0"),
      previous: existing(Dataplane.Networking(address: "10.0.0.1", inbound: [inbound(9901)], adminPort: 9901)),
      see: problemsOfPrevious, before: "networking.admin.port adminPortInUse", after: "none"
    ),
    rows(
      "VALID-8", .localhostInboundsGone, "", .at("2.1.7", "2.2.0"),
      previous: existing(Dataplane.Networking(address: "10.0.0.1", inbound: [inbound(9901)], adminPort: 9901)),
      settings: { $0.localhostInboundClusters = .enabled },
      see: problemsOfPrevious, before: "networking.admin.port adminPortInUse", after: "none"
    ),
    rows(
      "SET-2", .localhostInboundsGone, "", .at("2.1.7", "2.2.0"), settings: { $0.localhostInboundClusters = .enabled },
      see: settingNotes, before: "none", after: "unknown-setting"
    ),
    rows(
      "ADM-1", .namespaceAllowList, "", .at("2.10.11", "2.11.0"), pod: injected(), in: labelled,
      meshes: .only([Mesh(name: "default", constraints: MeshConstraints(requirements: [["team": "*"]]))]),
      settings: { $0.namespaceAllowList = ["shop"] }, see: outcome, before: "fail dataplaneRefused", after: "apply"
    ),
    rows(
      "GATE-7", .namespaceAllowList, "", .at("2.10.11", "2.11.0"),
      in: .fixture(labels: [KumaKey.sidecarInjection: "enabled"]),
      settings: { $0.namespaceAllowList = ["shop"] }, see: webhook, before: "namespace-kuma-injector", after: "none"
    ),
    rows(
      "SET-2", .namespaceAllowList, "", .at("2.10.11", "2.11.0"), settings: { $0.namespaceAllowList = ["shop"] },
      see: settingNotes, before: "unknown-setting", after: "none"
    ),
    rows(
      "VALID-9", .meshNameDots, "", .at("2.4.10", "2.5.0"),
      previous: existing(in: "team.blue", Dataplane.Networking(address: "10.0.0.1", inbound: [inbound(8080)])),
      see: problemsOfPrevious, before: "mesh meshName", after: "none"
    ),
    rows(
      "VALID-10", .validationOrigin, "", .at("2.5.11", "2.6.0"),
      previous: existing(
        labels: ["kuma.io/origin": "elsewhere"],
        Dataplane.Networking(address: "10.0.0.1", inbound: [inbound(8080)])
      ),
      see: problemsOfPrevious, before: "none", after: "labels[\"kuma.io/origin\"] unknownOrigin"
    ),
    rows(
      "VALID-11", .validationReachableBackends, "", .at("2.8.8", "2.9.0"),
      previous: existing(
        Dataplane.Networking(
          address: "10.0.0.1",
          inbound: [inbound(8080)],
          transparentProxying: Dataplane.TransparentProxying(reachableBackends: [
            ReachableBackend(kind: "Service", name: "a")
          ])
        )
      ),
      see: problemsOfPrevious, before: "none",
      after: "networking.transparentProxing.reachableBackends.refs[0].kind backendKind"
    ),
    rows(
      "VALID-12", .validationListeners, "", .at("2.13.10", "2.14.0"),
      previous: existing(
        Dataplane.Networking(
          address: "10.0.0.1",
          inbound: [inbound(8080)],
          listeners: [.init(type: .zoneIngress, address: "10.0.0.1", port: 8080, name: "x", state: .ready)]
        )
      ),
      see: problemsOfPrevious, before: "none", after: "networking.listeners[0] listenerPlaceOfInbound"
    ),
  ].flatMap { $0 }

  private static let builtin = Dataplane.Gateway(
    type: .builtin, tags: Tags([KumaTag(key: "kuma.io/service", value: "edge", origin: .resource)]))

  /// An injected Pod of the service account `shop`.
  private static let withAccount = Pod.fixture(
    annotations: [mark: "true"], serviceAccountName: "shop", statuses: [ContainerStatus(name: "app", isReady: true)])

  private static func inbound(_ port: Int) -> Dataplane.Inbound {
    Dataplane.Inbound(
      port: .init(port), tags: Tags([KumaTag(key: "kuma.io/service", value: "web_demo_svc_80", origin: .resource)]))
  }

  /// The type of the proxy in the labels of the Dataplane as it stands, once it is written again.
  private static let proxyTypeOfPrevious: Observation = { kuma, given in
    guard let written = given.previous, let namespace = given.namespace else { return "no Dataplane" }
    let stored = try kuma.storedDataplane(of: written, in: namespace, among: given.catalog.meshes).get()
    return stored.metadata.labels["kuma.io/proxy-type"] ?? "absent"
  }
}
