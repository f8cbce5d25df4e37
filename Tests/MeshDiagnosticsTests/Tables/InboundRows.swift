import MeshMapping

/// What is to be said of inbounds: their readiness, and ports that have none.
enum InboundRows {
  static let rows: [FindingRow] = withoutService + undeclared + notReady + ofProbes

  private static func pod(
    _ containers: String, annotations: String = "", metadata: String = "", statuses: String = "", initStatuses: String = ""
  ) -> String {
    """
    {apiVersion: v1, kind: Pod,
     metadata: {name: web-1, namespace: demo, labels: {app: web}\(metadata), annotations: {kuma.io/sidecar-injected: 'true',
      kuma.io/transparent-proxying: enabled, kuma.io/transparent-proxying-inbound-port: '15006',
      kuma.io/transparent-proxying-outbound-port: '15001'\(annotations)}},
     spec: {containers: [\(containers), {name: kuma-sidecar}]},
     status: {phase: Running, podIP: 10.0.0.1, containerStatuses: [\(statuses)], initContainerStatuses: [\(initStatuses)]}}
    """
  }

  private static func inMesh(_ pod: String, target: String = "8080", service: Bool = true) -> Manifests {
    let ports = "{port: 80, targetPort: \(target), appProtocol: http}"
    return .inMesh(service ? "\(ProtocolRows.service(ports))\n---\n\(pod)" : pod)
  }

  private static let metrics = "{name: app, ports: [{containerPort: 8080}, {name: metrics, containerPort: 9102}]}"

  private static let withoutService: [FindingRow] = [
    FindingRow(
      "container-port-without-service", "a port for metrics", under: "2.14.0", inMesh(pod(metrics)),
      at: ["Pod demo/web-1 spec.containers[0].ports[1].containerPort"],
      saying: ["Container port 9102 (metrics) of app is in no Service"]),
    FindingRow(
      "container-port-without-service", "Prometheus is sent there", under: "2.13.0",
      inMesh(pod(metrics, annotations: ", prometheus.io/scrape: 'true', prometheus.io/port: '9102'")),
      at: ["Pod demo/web-1 spec.containers[0].ports[1].containerPort"], saying: ["send Prometheus there"]),
    FindingRow(
      "container-port-without-service", "several ports of one container", under: "2.14.0",
      inMesh(pod("{name: app, ports: [{containerPort: 8080}, {containerPort: 7000}, {name: jmx, containerPort: 7199}]}")),
      at: ["Pod demo/web-1 spec.containers[0].ports[1].containerPort"],
      saying: ["Container ports 7000, 7199 (jmx) of app are in no Service"]),
    FindingRow(
      "container-port-without-service", "no Service selects the Pod", under: "2.14.0", inMesh(pod(metrics), service: false),
      at: []),
    FindingRow(
      "container-port-without-service", "no Service selects the Pod, and Prometheus is sent there", under: "2.14.0",
      inMesh(pod(metrics, annotations: ", prometheus.io/scrape: 'true', prometheus.io/port: '9102'"), service: false),
      at: ["Pod demo/web-1 spec.containers[0].ports[1].containerPort"]),
    FindingRow("container-port-without-service", "it is passed on", under: "2.12.14", inMesh(pod(metrics)), at: []),
    FindingRow(
      "container-port-without-service", "it is left to the application", under: "2.14.0",
      inMesh(pod(metrics, annotations: ", traffic.kuma.io/exclude-inbound-ports: '22,9102'")), at: []),
    FindingRow(
      "container-port-without-service", "the sidecar asks it", under: "2.14.0",
      inMesh(pod(metrics, annotations: ", prometheus.metrics.kuma.io/aggregate-app-port: '9102'")), at: []),
    FindingRow(
      "container-port-without-service", "a UDP port", under: "2.14.0",
      inMesh(pod("{name: app, ports: [{containerPort: 8080}, {containerPort: 53, protocol: UDP}]}")), at: []),
    FindingRow(
      "container-port-without-service", "a Service leads there", under: "2.14.0",
      inMesh(pod("{name: app, ports: [{containerPort: 8080}]}")), at: []),
    FindingRow(
      "container-port-without-service", "a gateway", under: "2.14.0",
      inMesh(pod(metrics, annotations: ", kuma.io/gateway: enabled")), at: []),
  ]

  private static let probed = "readinessProbe: {httpGet: {port: 8080, path: /}}"
  private static let notReadyApp = "{name: app, ready: false}, {name: kuma-sidecar, ready: true}"

  private static let undeclared: [FindingRow] = [
    FindingRow(
      "target-port-undeclared", "a container is probed", inMesh(pod("{name: app, \(probed)}")),
      at: ["Pod demo/web-1 spec.containers[0].ports"], saying: ["declare containerPort: 8080"]),
    FindingRow(
      "target-port-undeclared", "several ports of one container",
      .inMesh(
        "\(ProtocolRows.service("{name: a, port: 80, targetPort: 8080}, {name: b, port: 81, targetPort: 8081}"))\n---\n\(pod("{name: app, \(probed)}"))"
      ),
      at: ["Pod demo/web-1 spec.containers[0].ports"], saying: ["No container declares the ports 8080, 8081"]),
    FindingRow(
      "target-port-undeclared", "a container is asked by a command",
      inMesh(pod("{name: app, readinessProbe: {exec: {command: [ok]}}}")), at: ["Pod demo/web-1 spec.containers[0].ports"],
      saying: ["the readiness of container app does not count"]),
    FindingRow(
      "target-port-undeclared", "liveness is asked by a command",
      inMesh(pod("{name: app, livenessProbe: {exec: {command: [ok]}}}")), at: []),
    FindingRow(
      "target-port-undeclared", "the port is declared",
      inMesh(pod("{name: app, \(probed), ports: [{containerPort: 8080}]}")), at: []),
    FindingRow("target-port-undeclared", "nothing is probed", inMesh(pod("{name: app}")), at: []),
    FindingRow(
      "target-port-undeclared", "only liveness is probed",
      inMesh(pod("{name: app, livenessProbe: {httpGet: {port: 8080}}}")), at: []),
    FindingRow(
      "inbound-ready-regardless", "the container is not ready", under: "2.13.0",
      inMesh(pod("{name: app}", statuses: notReadyApp)),
      at: ["Pod demo/web-1 spec.containers[0].ports"], saying: ["Inbound 8080 is ready although container app is not"]),
    FindingRow(
      "inbound-ready-regardless", "the port is declared", under: "2.13.0",
      inMesh(pod("{name: app, ports: [{containerPort: 8080}]}", statuses: notReadyApp)), at: []),
    FindingRow(
      "inbound-ready-regardless", "the container is ready", under: "2.13.0",
      inMesh(pod("{name: app}", statuses: "{name: app, ready: true}, {name: kuma-sidecar, ready: true}")), at: []),
    FindingRow(
      "inbound-ready-regardless", "the sidecar is not ready either", under: "2.13.0",
      inMesh(pod("{name: app}", statuses: "{name: app, ready: false}, {name: kuma-sidecar, ready: false}")), at: []),
  ]

  private static let declaring = "{name: app, ports: [{containerPort: 8080}]}"
  private static let deleted = ", deletionTimestamp: '2026-01-01T00:00:00Z'"
  private static let ready = "{name: app, ready: true}, {name: kuma-sidecar, ready: true}"

  private static let notReady: [FindingRow] = [
    FindingRow(
      "inbound-not-ready", "its container", inMesh(pod(declaring, statuses: notReadyApp)),
      at: ["Pod demo/web-1 status.containerStatuses[0].ready"],
      saying: ["Inbound 8080 is not ready, since container app, which declares the port, is not."]),
    FindingRow(
      "inbound-not-ready", "its container, in health", under: "2.5.0", inMesh(pod(declaring, statuses: notReadyApp)),
      at: ["Pod demo/web-1 status.containerStatuses[0].ready"]),
    FindingRow(
      "inbound-not-ready", "the sidecar",
      inMesh(pod(declaring, statuses: "{name: app, ready: true}, {name: kuma-sidecar, ready: false}")),
      at: ["Pod demo/web-1 status"], saying: ["since the sidecar, container kuma-sidecar, is not."]),
    FindingRow(
      "inbound-not-ready", "the sidecar among the init containers", under: "2.7.0",
      inMesh(pod(declaring, statuses: "{name: app, ready: true}", initStatuses: "{name: kuma-sidecar, ready: false}")),
      at: ["Pod demo/web-1 status"]),
    FindingRow(
      "inbound-not-ready", "the sidecar is not looked for there", under: "2.6.15",
      inMesh(pod(declaring, statuses: "{name: app, ready: true}", initStatuses: "{name: kuma-sidecar, ready: false}")),
      at: []),
    FindingRow(
      "inbound-not-ready", "the Pod is being deleted", inMesh(pod(declaring, metadata: deleted, statuses: ready)),
      at: ["Pod demo/web-1 metadata.deletionTimestamp"]),
    FindingRow(
      "inbound-not-ready", "deletion does not count yet", under: "1.6.0",
      inMesh(pod(declaring, metadata: deleted, statuses: ready)), at: []),
    FindingRow(
      "inbound-not-ready", "without a Service",
      inMesh(pod(declaring, statuses: notReadyApp), service: false),
      at: ["Pod demo/web-1 status.containerStatuses[0].ready"],
      saying: ["Inbound 49151 is not ready, since container app is not."]),
    FindingRow(
      "inbound-not-ready", "its container has done its work",
      inMesh(
        pod(
          declaring,
          statuses: "{name: app, ready: false, state: {terminated: {exitCode: 0}}}, {name: kuma-sidecar, ready: true}"
        ), service: false), at: []),
    FindingRow(
      "inbound-not-ready", "its container has failed",
      inMesh(
        pod(
          declaring,
          statuses: "{name: app, ready: false, state: {terminated: {exitCode: 1}}}, {name: kuma-sidecar, ready: true}"
        ), service: false), at: ["Pod demo/web-1 status.containerStatuses[0].ready"]),
    FindingRow(
      "inbound-not-ready", "a container that declares no port of it",
      inMesh(pod("\(declaring), {name: other}", statuses: "\(ready), {name: other, ready: false}")), at: []),
    FindingRow("inbound-not-ready", "all is ready", inMesh(pod(declaring, statuses: ready)), at: []),
    FindingRow("inbound-not-ready", "no statuses", inMesh(pod(declaring)), at: []),
  ]

  private static func listening(_ port: String, annotations: String = "", labels: String = "") -> Manifests {
    .inMesh(
      """
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
       spec: {template: {metadata: {labels: {app: web\(labels)}, annotations: {\(annotations)}},
        spec: {containers: [{name: helper}, {name: app, ports: [{containerPort: 8080}, {\(port)}]}]}}}}
      """)
  }

  private static let ofListening = "Deployment demo/web spec.template.spec.containers[1].ports[1].containerPort"

  private static let ofProbes: [FindingRow] = [
    FindingRow(
      "probe-proxy-port-used", "the port of the proxy", under: "2.9.0", listening("containerPort: 9001"), at: [ofListening],
      saying: ["Container app listens on port 9001", "kuma.io/application-probe-proxy-port=9010"]),
    FindingRow(
      "probe-proxy-port-used", "before there was one", under: "2.8.8", listening("containerPort: 9001"), at: []),
    FindingRow(
      "probe-proxy-port-used", "UDP is another port", under: "2.9.0", listening("containerPort: 9001, protocol: UDP"),
      at: []),
    FindingRow(
      "probe-proxy-port-used", "the Pod names another one", under: "2.9.0",
      listening("containerPort: 9001", annotations: "kuma.io/application-probe-proxy-port: '9005'"), at: []),
    FindingRow(
      "probe-proxy-port-used", "the Pod names the port of a container", under: "2.9.0",
      listening("containerPort: 9005", annotations: "kuma.io/application-probe-proxy-port: '9005'"), at: [ofListening],
      saying: ["port 9005"]),
    FindingRow(
      "probe-proxy-port-used", "a setting names another one", under: "2.9.0", listening("containerPort: 9001"),
      settings: { $0.injector.probeProxyPort = 9500 }, at: []),
    FindingRow(
      "probe-proxy-port-used", "a setting names the port of a container", under: "2.9.0",
      listening("containerPort: 9500"), settings: { $0.injector.probeProxyPort = 9500 }, at: [ofListening]),
    FindingRow(
      "probe-proxy-port-used", "the Pod wants none", under: "2.9.0",
      listening("containerPort: 9001", annotations: "kuma.io/application-probe-proxy-port: '0'"), at: []),
    FindingRow(
      "probe-proxy-port-used", "there is none without virtual probes", under: "2.12.0",
      listening("containerPort: 9001", annotations: "kuma.io/virtual-probes: disabled"), at: []),
    FindingRow(
      "probe-proxy-port-used", "there is one without virtual probes", under: "2.13.0",
      listening("containerPort: 9001", annotations: "kuma.io/virtual-probes: disabled"), at: [ofListening]),
    FindingRow(
      "probe-proxy-port-used", "a gateway has none", under: "2.9.0",
      listening("containerPort: 9001", annotations: "kuma.io/gateway: enabled"), at: []),
    FindingRow(
      "probe-proxy-port-used", "a Pod that is in no mesh", under: "2.9.0",
      listening("containerPort: 9001", labels: ", kuma.io/sidecar-injection: disabled"), at: []),
    FindingRow(
      "probe-proxy-port-used", "what it is instead is free", under: "2.9.0",
      listening("containerPort: 9001}, {containerPort: 9010"), at: [ofListening],
      saying: ["kuma.io/application-probe-proxy-port=9011"]),
    FindingRow(
      "probe-proxy-port-used", "a sidecar that has it", under: "2.9.0",
      .inMesh(
        pod("{name: app, ports: [{containerPort: 9001}]}", annotations: ", kuma.io/application-probe-proxy-port: '9001'")),
      at: ["Pod demo/web-1 spec.containers[0].ports[0].containerPort"]),
    FindingRow(
      "probe-proxy-port-used", "a sidecar that has none, of a release before", under: "2.9.0",
      .inMesh(pod("{name: app, ports: [{containerPort: 9001}]}")), at: []),
  ]
}
