import KubernetesObjects
import MeshMapping

/// What changes by rows of the release history: of each note that is left to rows, and of what no note of Kuma's says, by release.
enum ChangeRows {
  static let rows = noted + notedOfThree + unnoted + unnotedOfThree

  private static let probe =
    "containers: [{name: app, image: app, ports: [{containerPort: 8080}], livenessProbe: {httpGet: {port: 8080, path: /}}}]"

  /// What the injector writes on a Pod, and the container that it adds.
  private static let running = "kuma.io/sidecar-injected: 'true'"
  private static let sidecar = "containers: [{name: app, ports: [{containerPort: 8080}]}, {name: kuma-sidecar}]"

  private static func pod(_ labels: String = "", annotations: String = "", mesh: String = "") -> String {
    ChangeRow.pod(labels, annotations: annotations, mesh: mesh)
  }

  private static var allowing: ControlPlaneSettings {
    var settings = ControlPlaneSettings()
    settings.namespaceAllowList = ["shop"]
    return settings
  }

  private static let noted: [ChangeRow] = [
    ChangeRow(
      "injection-as-label", ["injection-labels"], in: "1.4.1", pod(),
      not: ChangeRow.pod(namespace: "", namespaceAnnotations: "kuma.io/sidecar-injection: enabled")),
    ChangeRow(
      nil, ["injection-labels-only"], in: "2.2.0", from: "1.5.0",
      ChangeRow.pod(annotations: "kuma.io/sidecar-injection: enabled", namespace: ""),
      not: ChangeRow.pod("kuma.io/sidecar-injection: enabled", namespace: "")),
    ChangeRow(
      "dataplane-ingress-gone", ["validation-address"], in: "1.5.0",
      ChangeRow.pod(namespaceAnnotations: "kuma.io/sidecar-injection: enabled", status: "phase: Running, podIP: 0.0.0.0"),
      not: pod()),
    ChangeRow(
      "service-without-a-service", ["owner-name"], in: "2.1.0",
      ChangeRow.pod(
        service: nil,
        metadata: ", ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: backend, controller: true}]"),
      not: pod()),
    ChangeRow(
      "injection-annotation-gone", ["injection-labels-only"], in: "2.2.0",
      ChangeRow.pod(annotations: "kuma.io/sidecar-injection: disabled"),
      not: ChangeRow.pod("kuma.io/sidecar-injection: disabled")),
    ChangeRow(
      "proxying-engine-gone", ["proxying-engine-gone"], in: "2.5.0",
      pod(annotations: "kuma.io/transparent-proxying-engine-v1: maybe"),
      not: pod(annotations: "kuma.io/transparent-proxying-engine-v1: enabled")),
    ChangeRow(
      "v6-port-gone", ["no-v6-port"], in: "2.9.0",
      ChangeRow.pod(
        annotations: running + """
          , kuma.io/transparent-proxying: enabled, kuma.io/transparent-proxying-inbound-port: '15006', \
          kuma.io/transparent-proxying-outbound-port: '15001', kuma.io/transparent-proxying-inbound-v6-port: '15010'
          """,
        spec: sidecar),
      not: ChangeRow.outside),
    ChangeRow(
      "probe-proxy", ["probe-proxy"], in: "2.9.0", pod(annotations: "kuma.io/application-probe-proxy-port: abc"), not: pod()),
    ChangeRow(
      nil, ["mesh-label"], in: "2.9.0",
      pod("kuma.io/mesh: blue", annotations: "kuma.io/mesh: default"), not: pod(annotations: "kuma.io/mesh: blue")),
    ChangeRow(
      "namespace-label-needed", ["webhook-namespace-label"], in: "2.11.0",
      ChangeRow.pod("kuma.io/sidecar-injection: enabled", namespace: ""),
      not: ChangeRow.pod("kuma.io/sidecar-injection: enabled", namespace: "kuma.io/sidecar-injection: disabled")),
    ChangeRow(
      "allow-list", ["namespace-allow-list"], in: "2.11.0", settings: allowing, pod(),
      not: ChangeRow.pod(name: "shop")),
    ChangeRow(
      "virtual-probes-off", ["virtual-probes-off"], in: "2.13.0", pod(), not: ChangeRow.outside),
  ]

  private static let notedOfThree: [ChangeRow] = [
    ChangeRow(
      "virtual-probes-gone", ["virtual-probes-gone"], in: "3.0",
      ChangeRow.pod(annotations: "kuma.io/virtual-probes: enabled", spec: probe), not: pod()),
    ChangeRow(
      "metrics-gone", ["metrics-gone"], in: "3.0", pod(annotations: "prometheus.metrics.kuma.io/port: '1234'"), not: pod()),
    ChangeRow(
      "mesh-annotation-gone", ["mesh-annotation-gone"], in: "3.0", pod(annotations: "kuma.io/mesh: blue"),
      not: pod("kuma.io/mesh: blue")),
    ChangeRow(
      "proxying-by-configuration", ["proxying-by-configuration", "proxying-fields-gone"], in: "3.0", pod(),
      not: ChangeRow.outside),
    ChangeRow(
      "reachable-services-gone", ["reachable-services-gone"], in: "3.0",
      pod(annotations: "kuma.io/transparent-proxying-reachable-services: db_x_svc_80"), not: pod()),
    ChangeRow(
      "named-direct-access", ["direct-access-wildcard"], in: "3.0",
      pod(annotations: "kuma.io/direct-access-services: db_x_svc_80"),
      not: pod(annotations: "kuma.io/direct-access-services: '*'")),
    ChangeRow(
      "zone-proxies-gone", ["zone-proxies-gone"], in: "3.0",
      ChangeRow.pod(annotations: "kuma.io/ingress: enabled, \(running)", spec: sidecar, name: "kuma-system"),
      not: ChangeRow.pod(annotations: running, spec: sidecar, name: "kuma-system")),
    ChangeRow(
      "zone-proxies-gone", ["zone-proxies-gone"], in: "3.0",
      ChangeRow.pod(annotations: "kuma.io/ingress: enabled", namespace: "", name: "kuma-system"),
      not: ChangeRow.pod(annotations: "kuma.io/ingress: disabled", namespace: "", name: "kuma-system")),
    ChangeRow(
      "zone-proxies-gone", ["zone-proxies-gone"], in: "3.0",
      ChangeRow.pod(annotations: "kuma.io/egress: enabled", namespace: "", name: "kuma-system"),
      not: ChangeRow.pod(annotations: "kuma.io/egress: disabled", namespace: "", name: "kuma-system")),
    ChangeRow(
      "listeners-everywhere", ["listeners-everywhere"], in: "3.0",
      ChangeRow.pod(serviceMetadata: ", labels: {k8s.kuma.io/zone-proxy-type: ingress}"), not: pod()),
    ChangeRow(
      "builtin-gateway-gone", ["gateway-gone"], in: "3.0",
      pod(annotations: "kuma.io/gateway: builtin, kuma.io/tags: '{}'"), not: pod()),
    ChangeRow(
      "builtin-gateway-gone", ["gateway-builtin-gone"], in: "3.0",
      pod("kuma.io/sidecar-injection: disabled", annotations: "kuma.io/gateway: builtin, kuma.io/tags: '{}'"),
      not: pod("kuma.io/sidecar-injection: disabled", annotations: "kuma.io/tags: '{}'")),
    ChangeRow(
      "gateway-annotation-gone", ["gateway-gone"], in: "3.0", pod(annotations: "kuma.io/gateway: enabled"), not: pod()),
    ChangeRow("inbound-tags-gone", ["inbound-tags-gone"], in: "3.0", pod(), not: ChangeRow.outside),
    ChangeRow(
      "one-inbound-a-port", ["deduplication-everywhere"], in: "3.0", ChangeRow.pod(others: second), not: pod()),
    ChangeRow(
      "admin-port-overwritten", ["admin-port-overwritten"], in: "3.0", pod(annotations: "kuma.io/envoy-admin-port: '1234'"),
      not: pod()),
    ChangeRow("labels-of-dataplanes", ["proxy-type-gone"], in: "3.0", pod(), not: ChangeRow.outside),
    ChangeRow("node-labels", ["inbound-tags-gone"], in: "3.0", pod(), not: ChangeRow.outside),
    ChangeRow(
      "kafka-gone", ["protocol-kafka-gone"], in: "3.0",
      ChangeRow.pod(service: "{port: 80, targetPort: 8080, appProtocol: kafka}"), not: pod()),
    ChangeRow(
      "reserved-labels-dropped", ["reserved-labels-dropped"], in: "3.0", pod("kuma.io/team: a"), not: pod("team: a")),
    ChangeRow("zone-always", ["zone-always"], in: "3.0", pod("kuma.io/zone: west"), not: ChangeRow.outside),
    ChangeRow("ignored-state-gone", ["ignored-state-gone"], in: "3.0", settings: ignoring, ignored, not: pod()),
  ]

  private static let second = """
    apiVersion: v1
    kind: Service
    metadata: {name: web-too, namespace: demo}
    spec: {clusterIP: 10.96.0.2, selector: {app: web}, ports: [{port: 81, targetPort: 8080}]}
    """
  private static let alias = """
    apiVersion: v1
    kind: Service
    metadata: {name: alias, namespace: demo}
    spec: {type: ExternalName, externalName: example.com, selector: {app: web}, ports: [{port: 81, targetPort: 8080}]}
    """
  private static let rollout = """
    apiVersion: v1
    kind: Service
    metadata: {name: web-new, namespace: demo}
    spec: {clusterIP: 10.96.0.3, selector: {app: web, hash: new}, ports: [{port: 82, targetPort: 8081}]}
    """
  private static let ignored = ChangeRow.pod("hash: old", others: rollout)
  private static var ignoring: ControlPlaneSettings {
    var settings = ControlPlaneSettings()
    settings.ignoredSelectorLabels = ["hash"]
    return settings
  }
  private static let slices = [
    """
    apiVersion: v1
    kind: Service
    metadata: {name: bare, namespace: demo}
    spec: {clusterIP: 10.96.0.4, ports: [{port: 83, targetPort: 8080}]}
    """,
    """
    apiVersion: discovery.k8s.io/v1
    kind: EndpointSlice
    metadata: {name: bare-1, namespace: demo, labels: {kubernetes.io/service-name: bare}}
    addressType: IPv4
    endpoints: [{addresses: [10.0.0.1], targetRef: {kind: Pod, name: web-1, namespace: demo, uid: u}}]
    ports: [{port: 8080}]
    """,
  ]
  private static let node = """
    apiVersion: v1
    kind: Node
    metadata: {name: node, labels: {topology.kubernetes.io/zone: a, kubernetes.io/hostname: node}}
    """
  private static let injected = "kuma.io/sidecar-injection: enabled"
  private static let zoneProxy = "k8s.kuma.io/zone-proxy-type: ingress, kuma.io/mesh: default"
  private static var unadmitted: ControlPlaneSettings {
    var settings = ControlPlaneSettings()
    settings.admission = .leftOut
    return settings
  }

  /// The lists *No note* of the releases that are out, in their order.
  private static let unnoted: [ChangeRow] = [
    ChangeRow(
      nil, ["reserved-labels", "kubernetes-tags"], in: "1.4.1",
      ChangeRow.pod("kuma.io/team: a", namespaceAnnotations: injected), not: ChangeRow.outside),
    ChangeRow(
      nil, ["ignore-annotation"], in: "1.4.0",
      ChangeRow.pod(namespaceAnnotations: injected, serviceMetadata: ", annotations: {kuma.io/ignore: 'true'}"), not: pod()),
    ChangeRow(
      nil, ["mesh-namespace"], in: "1.5.0",
      ChangeRow.pod(annotations: running, namespaceAnnotations: "kuma.io/mesh: blue", spec: sidecar), not: pod()),
    ChangeRow(
      nil, ["dataplane-mesh"], in: "1.5.0",
      ChangeRow.pod(annotations: "kuma.io/mesh: green, \(running)", spec: sidecar),
      not: ChangeRow.pod(annotations: "kuma.io/mesh: blue, \(running)", spec: sidecar)),
    ChangeRow(
      nil, ["gateway-provided"], in: "1.8.0",
      ChangeRow.pod(annotations: "kuma.io/gateway: provided, \(running)", spec: sidecar),
      not: ChangeRow.pod(annotations: "kuma.io/gateway: enabled, \(running)", spec: sidecar)),
    ChangeRow(
      nil, ["outbounds-as-vips"], in: "2.2.0", ChangeRow.pod(others: other), not: ChangeRow.outside),
    ChangeRow(
      nil, ["sidecar-user"], in: "2.3.0",
      ChangeRow.pod(spec: "containers: [{name: app, securityContext: {runAsUser: 5678}}]"), not: pod()),
    ChangeRow(
      nil, ["app-protocol-known"], in: "2.4.0",
      ChangeRow.pod(
        service: "{port: 80, targetPort: 8080, appProtocol: rpc}",
        serviceMetadata: ", annotations: {80.service.kuma.io/protocol: http}"),
      not: pod()),
    ChangeRow(nil, ["inbound-state"], in: "2.5.1", pod(), not: ChangeRow.outside),
    ChangeRow(nil, ["external-name"], in: "2.5.0", from: "2.4.3", ChangeRow.pod(others: alias), not: pod()),
    ChangeRow(nil, ["webhook-kube-system"], in: "2.5.0", ChangeRow.pod(name: "kube-system"), not: pod()),
    ChangeRow(nil, ["default-zone"], in: "2.6.0", pod(), not: ChangeRow.outside),
    ChangeRow(
      nil, ["webhook-catch-all"], in: "2.6.0", ChangeRow.pod(namespace: "kuma.io/sidecar-injection: 'yes'"),
      not: ChangeRow.outside),
    ChangeRow(
      nil, ["node-labels"], in: "2.7.0",
      ChangeRow.pod(spec: "nodeName: node, containers: [{name: app}]", others: node), not: ChangeRow.outside),
    ChangeRow(
      nil, ["switch-yes-no"], in: "2.7.0", pod("kuma.io/sidecar-injection: 'no'"),
      not: pod("kuma.io/sidecar-injection: 'false'")),
    ChangeRow(
      nil, ["selectorless-services"], in: "2.8.0",
      ChangeRow.pod(metadata: ", uid: u", others: slices[0], slices[1]), not: ChangeRow.pod(metadata: ", uid: u")),
    ChangeRow(nil, ["dataplane-defaulting"], in: "2.9.0", pod(), not: ChangeRow.outside),
    ChangeRow(
      nil, ["dataplane-labels", "inbound-name-container"], in: "2.10.0", pod("team: a"), not: ChangeRow.outside),
    ChangeRow(
      nil, ["mesh-required"], in: "2.11.0", settings: unadmitted,
      ChangeRow.pod(annotations: "kuma.io/mesh: green, \(running)", spec: sidecar),
      not: ChangeRow.pod(annotations: "kuma.io/mesh: blue, \(running)", spec: sidecar)),
    ChangeRow(
      nil, ["deduplication"], in: "2.11.0", ChangeRow.pod(mesh: "meshServices: {mode: Exclusive}", others: second),
      not: ChangeRow.pod(mesh: "meshServices: {mode: Everywhere}", others: second)),
    ChangeRow(nil, ["service-account-label"], in: "2.12.0", pod(), not: ChangeRow.outside),
    ChangeRow(nil, ["workload-label"], in: "2.13.0", pod(), not: ChangeRow.outside),
    ChangeRow(
      nil, ["workload-label-refused"], in: "2.13.0", pod("kuma.io/workload: shop"), not: pod("workload: shop")),
    ChangeRow(nil, ["inbound-protocol"], in: "2.14.0", pod(), not: ChangeRow.outside),
    ChangeRow(
      nil, ["zone-proxy-listeners"], in: "2.14.0",
      ChangeRow.pod(
        serviceMetadata: ", labels: {k8s.kuma.io/zone-proxy-type: ingress}", mesh: "meshServices: {mode: Exclusive}"),
      not: pod()),
    ChangeRow(
      nil, ["webhook-zone-proxy"], in: "2.14.0",
      ChangeRow.pod("\(zoneProxy), \(injected)", namespace: "", name: "kuma-system"),
      not: ChangeRow.pod("\(zoneProxy), \(injected)", namespace: "")),
  ]

  private static let other = """
    apiVersion: v1
    kind: Pod
    metadata: {name: db, namespace: demo, labels: {app: db}}
    spec: {containers: [{name: app}]}
    status: {phase: Running, podIP: 10.0.0.2}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: db, namespace: demo}
    spec: {clusterIP: 10.96.0.5, selector: {app: db}, ports: [{port: 84, targetPort: 8080}]}
    """

  /// What is marked *no note* among those of 3.0 and is no note of the library's either.
  private static let unnotedOfThree: [ChangeRow] = [
    ChangeRow(nil, ["builtin-dns-gone"], in: "3.0", pod(annotations: "kuma.io/builtin-dns: maybe"), not: pod()),
    ChangeRow(
      nil, ["constraints-gone"], in: "3.0", pod(mesh: "constraints: {dataplaneProxy: {requirements: [{tags: {team: a}}]}}"),
      not: pod()),
    ChangeRow(nil, ["ebpf-gone"], in: "3.0", pod(annotations: "kuma.io/transparent-proxying-ebpf: maybe"), not: pod()),
  ]
}
