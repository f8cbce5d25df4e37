import KubernetesObjects
import MeshMapping
import TestSupport

extension BoundaryTable {
  static let lineTwoNine: [BoundaryCase] =
    injectionOfLineTwoNine + inboundsOfLineTwoNine + proxyingOfLineTwoNine + labelsOfLineTwoNine + zoneProxiesOfLineTwoNine

  private static let zoneProxyType = "k8s.kuma.io/zone-proxy-type"
  private static let exclusive = MeshCatalog.only([Mesh(name: "default", meshServicesMode: .exclusive)])

  private static let injectionOfLineTwoNine: [BoundaryCase] = [
    rows(
      "MESH-1", .meshLabel, "label of the Pod", .at("2.8.8", "2.9.0"),
      pod: .fixture(labels: [mesh: "payments"], annotations: [mesh: "orders"]),
      see: meshes,
      before: "controller 'orders' injector 'orders'", after: "controller 'payments' injector 'payments'"
    ),
    rows(
      "MESH-1", .meshLabel, "label of the Namespace", .at("2.8.8", "2.9.0"),
      in: .fixture(labels: [mesh: "payments"], annotations: [mesh: "orders"]),
      see: meshes,
      before: "controller 'orders' injector 'orders'", after: "controller 'payments' injector 'payments'"
    ),
    rows(
      "WRITE-2", .meshLabel, "written", .at("2.8.8", "2.9.0"),
      see: written(mesh), before: "label absent annotation default", after: "label default annotation absent"
    ),
    rows(
      "WRITE-4", .ipFamilyModeKept, "", .at("2.8.8", "2.9.0"),
      pod: .fixture(annotations: [familyMode: "ipv4"]),
      see: written(familyMode), before: "label absent annotation dualstack", after: "label absent annotation ipv4"
    ),
    rows(
      "SVC-7", .serviceValidatorGone, "", .at("2.9.19", "2.10.0"), pod: injected(),
      services: [
        .fixture(
          annotations: ["80.service.kuma.io/protocol": "htttp"],
          ports: [ServicePort(appProtocol: "http", port: 80, targetPort: 8080)])
      ],
      see: findingCodes, before: "service-refused", after: "none"
    ),
    rows(
      "WRITE-8", .proxyConfigMap, "", .at("2.8.8", "2.9.0"), pod: .fixture(annotations: ["kuma.io/envoy-admin-port": "99"]),
      settings: { $0.injector.transparentProxyConfigMap = "kuma-tproxy" },
      see: written("kuma.io/envoy-admin-port"), before: "label absent annotation 99", after: "label absent annotation 9901"
    ),
    rows(
      "INJ-20", .proxyConfigMap, "", .at("2.8.8", "2.9.0"),
      pod: .fixture(labels: [injection: "enabled"], annotations: ["traffic.kuma.io/exclude-inbound-ports": "x"]),
      settings: { $0.injector.transparentProxyConfigMap = "kuma-tproxy" },
      see: decision, before: "inject podLabel", after: "reject unreadableAnnotation"
    ),
    rows(
      "WRITE-8", .proxyConfigMapOptional, "", .at("2.9.19", "2.10.0"), pod: .fixture(labels: [injection: "enabled"]),
      settings: {
        $0.injector.transparentProxyConfigMap = "kuma-tproxy"
        $0.injector.transparentProxyConfiguration = .missing
      },
      see: decision, before: "reject missingProxyConfigMap", after: "inject podLabel"
    ),
    rows(
      "SET-2", .proxyConfigMap, "", .at("2.8.8", "2.9.0"),
      settings: { $0.injector.transparentProxyConfigMap = "kuma-tproxy" },
      see: settingNotes, before: "unknown-setting", after: "unread-config-map"
    ),
    rows(
      "WRITE-8", .proxyConfiguration, "", .at("2.10.11", "2.11.0"),
      settings: { $0.injector.transparentProxyConfigMap = "kuma-tproxy" },
      see: written("kuma.io/transparent-proxying-inbound-port"),
      before: "label absent annotation 15006", after: "label absent annotation absent"
    ),
    rows(
      "GATE-4", .webhookNamespaceLabel, "Namespace without the label", .at("2.10.11", "2.11.0"),
      pod: .fixture(labels: [injection: "enabled"]),
      see: webhook, before: "pods-kuma-injector", after: "none"
    ),
    rows(
      "GATE-4", .webhookNamespaceLabel, "Namespace of the control plane", .at("2.10.11", "2.11.0"),
      pod: .fixture(namespace: "kuma-system"), in: .fixture(name: "kuma-system", labels: [injection: "enabled"]),
      see: webhook, before: "namespace-kuma-injector", after: "none"
    ),
    rows(
      "GATE-5", .webhookZoneProxy, "", .at("2.13.10", "2.14.0"),
      pod: .fixture(
        namespace: "kuma-system",
        labels: [injection: "enabled", mesh: "default", zoneProxyType: "ingress"]
      ),
      in: .fixture(name: "kuma-system"),
      see: webhook, before: "none", after: "mesh-zoneproxy-kuma-injector"
    ),
    rows(
      "INJ-8", .meshTolerated, "label of the Pod", .at("2.13.10", "2.14.0"),
      pod: .fixture(labels: [injection: "enabled", mesh: "payments", zoneProxyType: "egress"]),
      meshes: exclusive,
      see: decision, before: "reject meshNotFound", after: "inject podLabel"
    ),
    rows(
      "INJ-8", .meshTolerated, "label of a Service", .at("2.13.10", "2.14.0"),
      pod: .fixture(labels: ["app": "web", injection: "enabled"]), in: .fixture(annotations: [mesh: "payments"]),
      services: [.fixture(labels: [zoneProxyType: "egress"])], meshes: exclusive,
      see: decision, before: "reject meshNotFound", after: "inject podLabel"
    ),
    rows(
      "MESH-3", .meshRequired, "where no webhook is asked", .at("2.10.11", "2.11.0"),
      pod: injected(namespace: "kube-system"), in: .fixture(name: "kube-system"), meshes: .only([Mesh(name: "payments")]),
      see: outcome, before: "apply", after: "fail meshNotFound"
    ),
  ].flatMap { $0 }

  private static let inboundsOfLineTwoNine: [BoundaryCase] = [
    rows(
      "INB-5", .inboundName, "", .at("2.8.8", "2.9.0"),
      pod: withNamedPort, services: [.fixture(ports: [ServicePort(name: "of-service", port: 80, targetPort: 8080)])],
      see: inboundName, before: "none", after: "of-service"
    ),
    rows(
      "INB-5", .inboundNameContainer, "", .at("2.9.19", "2.10.0"),
      pod: withNamedPort, services: [.fixture(ports: [ServicePort(name: "of-service", port: 80, targetPort: 8080)])],
      see: inboundName, before: "of-service", after: "of-container"
    ),
    rows(
      "INB-5", .inboundNameContainer, "a port that no container declares", .at("2.9.19", "2.10.0"),
      pod: withNamedPort, services: [.fixture(ports: [ServicePort(name: "of-service", port: 80, targetPort: 9090)])],
      see: inboundName, before: "of-service", after: "none"
    ),
    rows(
      "TAG-13", .protocolMysql, "", .at("2.9.19", "2.10.0"),
      services: [annotatedService(appProtocol: "mysql")],
      see: tags("kuma.io/protocol"), before: "http2", after: "mysql"
    ),
    rows(
      "INB-7", .deduplication, "", .at("2.10.11", "2.11.0"),
      services: [.fixture(), .fixture(name: "alias")], meshes: exclusive,
      see: inbounds, before: "8080 alias_demo_svc_80, 8080 web_demo_svc_80", after: "8080 alias_demo_svc_80"
    ),
    rows(
      "INB-7", .deduplicationWithoutTags, "", .at("2.14.0", "2.14.1"),
      services: [.fixture(), .fixture(name: "alias")], meshes: exclusive,
      see: inbounds, before: "8080 alias_demo_svc_80", after: "8080 alias_demo_svc_80, 8080 web_demo_svc_80"
    ),
    rows(
      "INB-7", .deduplicationByState, "", .at("2.13.9", "2.13.10", beforeAgain: ["2.14.0"]),
      services: [.fixture(), .fixture(name: "alias", selector: ["app": "web", "version": "v2"])], meshes: exclusive,
      settings: { $0.ignoredSelectorLabels = ["version"] },
      see: inbounds, before: "8080 alias_demo_svc_80", after: "8080 alias_demo_svc_80, 8080 web_demo_svc_80"
    ),
    rows(
      "TAG-11", .inboundTagsDisabled, "", .at("2.13.10", "2.14.0"),
      services: [.fixture()], settings: { $0.inboundTags = .disabled },
      see: inbounds, before: "8080 web_demo_svc_80", after: "8080 untagged"
    ),
    rows(
      "INB-6", .inboundProtocol, "with a Service", .at("2.13.10", "2.14.0"),
      services: [annotatedService(appProtocol: "http")],
      see: protocolField, before: "none", after: "http"
    ),
    rows(
      "INB-6", .inboundProtocol, "without a Service", .at("2.13.10", "2.14.0"),
      see: protocolField, before: "none", after: "tcp"
    ),
    rows(
      "VALID-3", .validationRelaxed, "no inbound", .at("2.13.10", "2.14.0"),
      previous: existing(Dataplane.Networking(address: "10.0.0.1")),
      see: problemsOfPrevious, before: "networking noInbound", after: "none"
    ),
    rows(
      "VALID-3", .validationRelaxed, "no tags", .at("2.13.10", "2.14.0"),
      previous: existing(Dataplane.Networking(address: "10.0.0.1", inbound: [Dataplane.Inbound(port: 80, tags: Tags())])),
      see: problemsOfPrevious, before: "networking.inbound[0].tags[\"kuma.io/service\"] missingService", after: "none"
    ),
    rows(
      "VALID-7", .validationGateway, "", .at("2.14.1", "2.14.2"),
      previous: existing(Dataplane.Networking(address: "10.0.0.1", gateway: Dataplane.Gateway(tags: Tags()))),
      see: problemsOfPrevious, before: "networking.gateway.tags missingService", after: "none"
    ),
  ].flatMap { $0 }

  private static let proxyingOfLineTwoNine: [BoundaryCase] = [
    rows(
      "TP-3", .noV6Port, "", .at("2.8.8", "2.9.0"),
      pod: .fixture(annotations: proxied([v6Port: "15010", familyMode: "dualstack"])),
      see: ipv6, before: "DualStack, port 15010", after: "DualStack, port 0"
    ),
    rows(
      "TP-4", .noV6Port, "no mode and the port 0", .at("2.8.8", "2.9.0"),
      pod: .fixture(annotations: proxied([v6Port: "0"])),
      see: ipv6, before: "IPv4, port 0", after: "DualStack, port 0"
    ),
    rows(
      "REACH-2", .reachableBackends, "nothing reachable", .at("2.8.8", "2.9.0"),
      pod: .fixture(annotations: proxied(["kuma.io/reachable-backends": "{}"])),
      see: reachableBackends, before: "all", after: "none"
    ),
    rows(
      "REACH-2", .reachableBackends, "one backend", .at("2.8.8", "2.9.0"),
      pod: .fixture(annotations: proxied(["kuma.io/reachable-backends": "refs: [{kind: MeshService, name: orders}]"])),
      see: reachableBackends, before: "all", after: "MeshService orders"
    ),
    rows(
      "TP-1", .proxyConfiguration, "lists", .at("2.10.11", "2.11.0"),
      pod: .fixture(
        annotations: [
          "traffic.kuma.io/transparent-proxy-config": "redirect: {}", "kuma.io/direct-access-services": "web_demo_svc_80",
        ]
      ),
      see: directAccess, before: "none", after: "'web_demo_svc_80'"
    ),
    rows(
      "TP-4", .proxyConfiguration, "empty mode", .at("2.10.11", "2.11.0"),
      pod: .fixture(annotations: proxied([familyMode: ""])),
      see: ipv6, before: "fail invalidIPFamilyMode", after: "UnSpecified, port 0"
    ),
    rows(
      "TP-5", .proxyConfiguration, "nothing set but the ports 0", .at("2.10.11", "2.11.0"),
      pod: .fixture(
        annotations: [
          "kuma.io/transparent-proxying": "enabled",
          "kuma.io/transparent-proxying-inbound-port": "0",
          "kuma.io/transparent-proxying-outbound-port": "0",
          familyMode: "",
        ]
      ),
      see: ipv6, before: "fail invalidIPFamilyMode", after: "none"
    ),
  ].flatMap { $0 }

  private static let labelsOfLineTwoNine: [BoundaryCase] = [
    rows(
      "LBL-1", .dataplaneLabels, "", .at("2.9.19", "2.10.0"),
      settings: { $0.zone = "east" },
      see: allLabels, before: "none",
      after: """
        app=web, k8s.kuma.io/namespace=demo, kuma.io/env=kubernetes, kuma.io/mesh=default, kuma.io/origin=zone, \
        kuma.io/proxy-type=sidecar, kuma.io/zone=east
        """
    ),
    rows(
      "LBL-2", .serviceAccountLabel, "", .at("2.11.18", "2.12.0"),
      pod: .fixture(serviceAccountName: "shop"),
      see: labels("k8s.kuma.io/service-account"), before: "absent", after: "shop"
    ),
    rows(
      "LBL-3", .workloadLabel, "service account", .at("2.12.14", "2.13.0"),
      pod: .fixture(serviceAccountName: "shop"),
      see: labels("kuma.io/workload"), before: "absent", after: "shop"
    ),
    rows(
      "LBL-3", .workloadLabel, "configured label", .at("2.12.14", "2.13.0"),
      pod: .fixture(labels: ["app": "web"], serviceAccountName: "shop"), settings: { $0.workloadLabels = ["app"] },
      see: labels("kuma.io/workload"), before: "absent", after: "web"
    ),
    rows(
      "INB-9", .strictInboundPorts, "", .at("2.12.14", "2.13.0"),
      pod: .fixture(
        labels: ["app": "web"],
        annotations: (["kuma.io/sidecar-injected": "true"] as StringMap).over(.proxied),
        containers: [
          Container(
            name: "app",
            ports: [ContainerPort(containerPort: 8080), ContainerPort(name: "metrics", containerPort: 9102)])
        ]),
      services: [.fixture()],
      see: undeclaredPorts, before: "not told", after: "told"
    ),
    rows(
      "LBL-5", .nodeLabelsAsLabels, "", .at("2.14.1", "2.14.2"),
      pod: .fixture(labels: ["app": "web"], nodeName: "node-a"), nodes: [node], settings: { $0.inboundTags = .disabled },
      see: labels("topology.kubernetes.io/zone", "app"), before: "absent, web", after: "eu-1a, web"
    ),
  ].flatMap { $0 }

  private static let zoneProxiesOfLineTwoNine: [BoundaryCase] = [
    rows(
      "LSN-1", .zoneProxyListeners, "in a mesh that uses MeshServices exclusively", .at("2.13.10", "2.14.0"),
      services: [
        .fixture(labels: [zoneProxyType: "ingress"], ports: [ServicePort(port: 10001, targetPort: 10001)])
      ],
      meshes: exclusive,
      see: listeners,
      before: "inbounds 10001; listeners none", after: "inbounds none; listeners ZoneIngress 10001"
    ),
    rows(
      "LSN-2", .zoneProxyListeners, "in any other mesh", .at("2.13.10", "2.14.0"),
      services: [
        .fixture(labels: [zoneProxyType: "egress"], ports: [ServicePort(port: 10002, targetPort: 10002)])
      ],
      see: listeners, before: "inbounds 10002; listeners none", after: "inbounds none; listeners none"
    ),
    rows(
      "LBL-4", .zoneProxyListeners, "labels", .at("2.13.10", "2.14.0"),
      previous: existing(
        Dataplane.Networking(
          address: "10.0.0.1",
          listeners: [
            Dataplane.Listener(type: .zoneEgress, address: "10.0.0.1", port: 10002, name: "10002", state: .ready)
          ]
        )
      ),
      see: labels("kuma.io/listener-zoneegress", "kuma.io/listener-zoneingress"),
      before: "absent, absent", after: "enabled, absent"
    ),
  ].flatMap { $0 }

  private static let inboundName = dataplane { dataplane in
    let name = dataplane.networking.inbound.first?.name ?? ""
    return name.isEmpty ? "none" : name
  }

  private static let protocolField = dataplane { dataplane in
    let field = dataplane.networking.inbound.first?.appProtocol ?? ""
    return field.isEmpty ? "none" : field
  }

  /// A Pod whose container names its port.
  private static let withNamedPort = Pod.fixture(
    labels: ["app": "web"],
    containers: [Container(name: "app", ports: [ContainerPort(name: "of-container", containerPort: 8080)])]
  )

  /// The Dataplane `demo/web-1` as it stands, with the given networking.
  static func existing(
    in mesh: String = "default",
    labels: StringMap = [:],
    _ networking: Dataplane.Networking
  ) -> Dataplane {
    Dataplane(
      mesh: mesh,
      metadata: Dataplane.Metadata(name: "web-1", namespace: "demo", labels: labels),
      networking: networking
    )
  }
}
