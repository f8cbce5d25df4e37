/// What is to be said of lists of services: direct access, reachable services and backends.
enum ServiceListRows {
  static let rows: [FindingRow] = directAccess + wildcards + unread + entries + reachable + backends

  private static let services = """
    {apiVersion: v1, kind: Service, metadata: {name: kv, namespace: demo}, spec: {selector: {app: kv}, ports: [{port: 6379}]}}
    ---
    {apiVersion: v1, kind: Service, metadata: {name: api, namespace: demo},
     spec: {selector: {app: api}, ports: [{port: 80}, {port: 443}, {port: 53, protocol: UDP}]}}
    ---
    {apiVersion: v1, kind: Service, metadata: {name: quiet, namespace: demo, annotations: {kuma.io/ignore: 'true'}},
     spec: {selector: {app: api}, ports: [{port: 80}]}}
    ---
    {apiVersion: v1, kind: Service, metadata: {name: cart, namespace: shop}, spec: {selector: {app: cart}, ports: [{port: 80}]}}
    ---

    """

  /// Workloads with a Service of their own name, with one of another name, and with none.
  private static let deployments = """
    {apiVersion: v1, kind: Service, metadata: {name: orders, namespace: demo}, spec: {selector: {app: orders}, ports: [{port: 80}]}}
    ---
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: orders, namespace: demo},
     spec: {template: {metadata: {labels: {app: orders}}, spec: {containers: [{name: app}]}}}}
    ---
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: backend, namespace: demo},
     spec: {template: {metadata: {labels: {app: api}}, spec: {containers: [{name: app}]}}}}
    ---
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: worker, namespace: demo},
     spec: {template: {metadata: {labels: {app: worker}}, spec: {containers: [{name: app}]}}}}
    ---

    """

  private static func pod(_ annotations: String, _ labels: String = "") -> String {
    """
    {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, labels: {app: web\(labels)}, annotations: {\(annotations)}},
     spec: {containers: [{name: app}]}, status: {phase: Pending, podIP: 10.0.0.1}}
    """
  }

  private static func direct(_ list: String) -> Manifests {
    .inMesh(services + pod("kuma.io/direct-access-services: '\(list)'"))
  }
  private static let ofDirect = "Pod demo/web metadata.annotations[\"kuma.io/direct-access-services\"]"

  private static let directAccess: [FindingRow] = [
    FindingRow(
      "direct-access-to-nothing", "another port", direct("kv_demo_svc_6380"), at: [ofDirect],
      saying: ["no port of Service kv, which has port 6379; write kv_demo_svc_6379."]),
    FindingRow(
      "direct-access-to-nothing", "another port of several", direct("api_demo_svc_8080"), at: [ofDirect],
      saying: ["ports 80, 443."]),
    FindingRow("direct-access-to-nothing", "a port that is not TCP", direct("api_demo_svc_53"), at: [ofDirect]),
    FindingRow(
      "direct-access-to-nothing", "a name that is near", direct("apis_demo_svc_80"), at: [ofDirect],
      saying: ["did you mean api_demo_svc_80?"]),
    FindingRow(
      "direct-access-to-nothing", "the name in another namespace", direct("cart_demo_svc_80"), at: [ofDirect],
      saying: ["did you mean cart_shop_svc_80?"]),
    FindingRow(
      "direct-access-to-nothing", "a Service that is left out", direct("quiet_demo_svc_80"), at: [ofDirect],
      saying: ["kuma.io/ignore"]),
    FindingRow(
      "direct-access-to-nothing", "services that there are", direct("kv_demo_svc_6379,api_demo_svc_443,cart_shop_svc_80"),
      at: []),
    FindingRow("direct-access-to-nothing", "a namespace that is not in the input", direct("kv_prod_svc_6379"), at: []),
    FindingRow(
      "direct-access-to-nothing", "no Services in the input",
      .inMesh(pod("kuma.io/direct-access-services: kv_demo_svc_6380")), at: []),
    FindingRow("direct-access-to-nothing", "Pods without a Service", direct("web_demo_svc"), at: []),
    FindingRow(
      "direct-access-to-nothing", "a Service named as Pods without one", direct("kv_demo_svc"), at: [ofDirect],
      saying: ["did you mean kv_demo_svc_6379?"]),
    FindingRow(
      "direct-access-to-nothing", "the port left out",
      .inMesh(services + deployments + pod("kuma.io/direct-access-services: orders_demo_svc")),
      at: [ofDirect], saying: ["names no Pods without a Service of namespace demo; did you mean orders_demo_svc_80?"]),
    FindingRow(
      "direct-access-to-nothing", "a name that is near, and the port left out",
      .inMesh(services + deployments + pod("kuma.io/direct-access-services: ordesr_demo_svc")), at: [ofDirect],
      saying: ["did you mean orders_demo_svc_80?"]),
    FindingRow(
      "direct-access-to-nothing", "the name of a workload whose Pods a Service of another name leads to",
      .inMesh(services + deployments + pod("kuma.io/direct-access-services: backend_demo_svc")), at: [ofDirect],
      saying: ["did you mean api_demo_svc_80?"]),
    FindingRow(
      "direct-access-to-nothing", "Pods to come without a Service",
      .inMesh(services + deployments + pod("kuma.io/direct-access-services: worker_demo_svc")), at: []),
    FindingRow(
      "direct-access-to-nothing", "a name that is near that of Pods without a Service",
      .inMesh(services + deployments + pod("kuma.io/direct-access-services: wroker_demo_svc")), at: [ofDirect],
      saying: ["did you mean worker_demo_svc?"]),
    FindingRow("direct-access-to-nothing", "beside every service", direct("*,kv_demo_svc_6380"), at: []),
    FindingRow(
      "direct-access-to-nothing", "where names match nothing", under: "3.0", direct("kv_demo_svc_6380"), at: []),
  ]

  private static let wildcards: [FindingRow] = [
    FindingRow(
      "direct-access-beside-wildcard", "a name beside it", direct("*,kv_demo_svc_6379"), at: [ofDirect],
      saying: ["\"kv_demo_svc_6379\""]),
    FindingRow(
      "direct-access-beside-wildcard", "as documented", under: "documented", direct("kv_demo_svc_6379, *"), at: [ofDirect]),
    FindingRow("direct-access-beside-wildcard", "alone", direct("*"), at: []),
    FindingRow("direct-access-beside-wildcard", "names alone", direct("kv_demo_svc_6379"), at: []),
  ]

  private static let unread: [FindingRow] = [
    FindingRow(
      "service-list-not-read", "backends, before they were known", under: "2.8.0",
      .inMesh(pod("kuma.io/reachable-backends: 'refs: []'")),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/reachable-backends\"]"], saying: ["this release"]),
    FindingRow(
      "service-list-not-read", "backends", under: "2.9.0", .inMesh(pod("kuma.io/reachable-backends: 'refs: []'")), at: []),
    FindingRow(
      "service-list-not-read", "reachable services, which are gone", under: "3.0",
      .inMesh(pod("kuma.io/transparent-proxying-reachable-services: kv_demo_svc_6379")),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/transparent-proxying-reachable-services\"]"],
      saying: ["kuma.io/reachable-backends"]),
    FindingRow(
      "service-list-not-read", "without transparent proxying",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, annotations: {kuma.io/sidecar-injected: 'true',
          kuma.io/transparent-proxying: disabled, kuma.io/direct-access-services: '*'}},
         spec: {containers: [{name: app}, {name: kuma-sidecar}]}, status: {phase: Running, podIP: 10.0.0.1}}
        """),
      at: [ofDirect], saying: ["transparent proxying is not on"]),
    FindingRow("service-list-not-read", "with transparent proxying", direct("*"), at: []),
    FindingRow("service-list-not-read", "a list without entries", direct(", ,"), at: []),
  ]

  private static func listed(_ list: String) -> Manifests {
    .inMesh(services + pod("kuma.io/transparent-proxying-reachable-services: '\(list)'"))
  }

  private static let ofReachable =
    "Pod demo/web metadata.annotations[\"kuma.io/transparent-proxying-reachable-services\"]"

  private static let entries: [FindingRow] = [
    FindingRow(
      "reachable-service-entry", "the name of a Service", listed("kv"), at: [ofReachable],
      saying: ["did you mean kv_demo_svc_6379?"]),
    FindingRow(
      "reachable-service-entry", "the DNS name of a Service", listed("kv.demo.svc"), at: [ofReachable],
      saying: ["did you mean kv_demo_svc_6379?"]),
    FindingRow(
      "reachable-service-entry", "a name of something else", listed("basket"), at: [ofReachable], saying: ["ExternalService"]
    ),
    FindingRow(
      "reachable-service-entry", "whitespace", listed("kv_demo_svc_6379, api_demo_svc_80"), at: [ofReachable],
      saying: ["\" api_demo_svc_80\" has whitespace"]),
    FindingRow("reachable-service-entry", "a wildcard", listed("*"), at: [ofReachable], saying: ["direct access alone"]),
    FindingRow(
      "reachable-service-entry", "names of services", listed("kv_demo_svc_6379,api_demo_svc_80,web_demo_svc"), at: []),
  ]

  private static let reachable: [FindingRow] = [
    FindingRow(
      "reachable-service-to-nothing", "another port", listed("kv_demo_svc_6380"), at: [ofReachable],
      saying: ["write kv_demo_svc_6379."]),
    FindingRow(
      "reachable-service-to-nothing", "a name that is near none", listed("warehouse_demo_svc_80"), at: [ofReachable],
      saying: ["other zone"]),
    FindingRow(
      "reachable-service-to-nothing", "services that there are", listed("kv_demo_svc_6379,cart_shop_svc_80"), at: []),
    FindingRow("reachable-service-to-nothing", "a namespace that is not in the input", listed("kv_prod_svc_6379"), at: []),
  ]

  private static func backend(_ reference: String) -> Manifests {
    .inMesh(services + pod("kuma.io/reachable-backends: 'refs: [{\(reference)}]'"))
  }

  private static let ofBackends = "Pod demo/web metadata.annotations[\"kuma.io/reachable-backends\"]"

  private static let backends: [FindingRow] = [
    FindingRow(
      "reachable-backend-to-nothing", "a name that is near", backend("kind: MeshService, name: apis"), at: [ofBackends],
      saying: ["did you mean api?"]),
    FindingRow(
      "reachable-backend-to-nothing", "another port", backend("kind: MeshService, name: kv, port: 80"), at: [ofBackends],
      saying: ["has no port 80; Service kv has 6379."]),
    FindingRow("reachable-backend-to-nothing", "a Service", backend("kind: MeshService, name: kv, port: 6379"), at: []),
    FindingRow(
      "reachable-backend-to-nothing", "a Service elsewhere", backend("kind: MeshService, name: cart, namespace: shop"),
      at: []),
    FindingRow(
      "reachable-backend-to-nothing", "the Service of another namespace", backend("kind: MeshService, name: cart"),
      at: [ofBackends]),
    FindingRow(
      "reachable-backend-to-nothing", "by labels", backend("kind: MeshService, labels: {k8s.kuma.io/service-name: apis}"),
      at: []),
    FindingRow(
      "reachable-backend-to-nothing", "an external service", backend("kind: MeshExternalService, name: apis"), at: []),
    FindingRow(
      "reachable-backend-to-nothing", "no Services in the input",
      .inMesh(pod("kuma.io/reachable-backends: 'refs: [{kind: MeshService, name: basket}]'")), at: []),
  ]
}
