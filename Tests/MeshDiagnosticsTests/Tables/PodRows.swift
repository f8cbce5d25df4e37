import MeshMapping

/// Where that is which the tables of the mapping show for its reasons, and what it must not be taken for.
enum PodRows {
  static let rows: [FindingRow] = switches + sidecars + refusals + labels + ports + lists + documented

  private static let ofNamespace = "Namespace demo metadata.labels[\"kuma.io/sidecar-injection\"]"

  /// A Namespace, what it has beside its name, and a Pod in it that does not run yet, what its metadata has beside its name.
  private static func pod(
    _ metadata: String = "", in namespace: String = "labels: {kuma.io/sidecar-injection: enabled}",
    spec: String = "containers: [{name: app}]", status: String = "{phase: Pending}", and others: String...
  ) -> Manifests {
    let objects = [
      "{apiVersion: v1, kind: Namespace, metadata: {name: demo, \(namespace)}}",
      "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, \(metadata)}, spec: {\(spec)}, status: \(status)}",
    ]
    return Manifests((objects + others).joined(separator: "\n---\n"))
  }

  private static func service(_ ports: String, labels: String = "", annotations: String = "") -> String {
    """
    {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, labels: {\(labels)}, annotations: {\(annotations)}},
     spec: {selector: {app: web}, ports: [\(ports)]}}
    """
  }

  private static let annotatedSwitch = "metadata.annotations[\"kuma.io/sidecar-injection\"]"

  private static let switches: [FindingRow] = [
    FindingRow(
      "switch-by-annotation", "of the Pod", under: "2.1.7", pod("annotations: {kuma.io/sidecar-injection: enabled}", in: ""),
      at: ["Pod demo/web \(annotatedSwitch)"]),
    FindingRow(
      "switch-by-annotation", "of the Namespace", under: "2.1.7",
      pod(in: "annotations: {kuma.io/sidecar-injection: enabled}"),
      at: ["Namespace demo \(annotatedSwitch)"]),
    FindingRow(
      "switch-by-annotation", "a label of the Pod decides", under: "2.1.7",
      pod("labels: {kuma.io/sidecar-injection: enabled}", in: "annotations: {kuma.io/sidecar-injection: enabled}"), at: []),
    FindingRow(
      "switch-not-read", "of the Pod and of the Namespace", under: "2.2.0",
      pod(
        "annotations: {kuma.io/sidecar-injection: enabled}", in: "annotations: {kuma.io/sidecar-injection: 'true'}"),
      at: ["Namespace demo \(annotatedSwitch)", "Pod demo/web \(annotatedSwitch)"]),
    FindingRow(
      "switch-not-read", "where it is read", under: "2.1.7", pod("annotations: {kuma.io/sidecar-injection: enabled}"), at: []
    ),
  ]

  private static let running = "{phase: Running, podIP: 10.0.0.1}"
  private static let injected = "annotations: {kuma.io/sidecar-injected: 'true'}"
  private static let withSidecar = "containers: [{name: app}, {name: kuma-sidecar}]"

  private static let sidecars: [FindingRow] = [
    FindingRow("runs-without-sidecar", "for the Namespace", pod(status: running), at: [ofNamespace]),
    FindingRow(
      "runs-without-sidecar", "for a label of the Pod",
      pod("labels: {kuma.io/sidecar-injection: enabled}", in: "", status: running),
      at: ["Pod demo/web metadata.labels[\"kuma.io/sidecar-injection\"]"]),
    FindingRow("runs-without-sidecar", "that does not run yet", pod(), at: []),
    FindingRow(
      "would-get-no-sidecar", "for a label of the Pod",
      pod(injected + ", labels: {kuma.io/sidecar-injection: disabled}", spec: withSidecar, status: running),
      at: ["Pod demo/web metadata.labels[\"kuma.io/sidecar-injection\"]"]),
    FindingRow(
      "would-get-no-sidecar", "for a label of the Namespace", under: "2.5.0",
      pod(injected, in: "labels: {kuma.io/sidecar-injection: disabled}", spec: withSidecar, status: running),
      settings: { $0.webhookGate = .own }, at: [ofNamespace]),
    FindingRow(
      "would-get-no-sidecar", "since nothing asks for one", under: "2.5.0",
      pod(injected, in: "", spec: withSidecar, status: running), settings: { $0.webhookGate = .own }, at: ["Pod demo/web"]),
    FindingRow(
      "would-get-no-sidecar", "which it would get", pod(injected, spec: withSidecar, status: running), at: []),
    FindingRow(
      "sidecar-not-looked-for", "among the init containers", under: "2.6.15",
      pod(injected, spec: "initContainers: [{name: kuma-sidecar}], containers: [{name: app}]", status: running),
      at: ["Pod demo/web"]),
    FindingRow(
      "sidecar-not-looked-for", "where it is looked for", under: "2.7.0",
      pod(injected, spec: "initContainers: [{name: kuma-sidecar}], containers: [{name: app}]", status: running), at: []),
  ]

  /// A Mesh that no Dataplane without the tag `team` is in.
  private static let picky =
    "{apiVersion: kuma.io/v1alpha1, kind: Mesh, metadata: {name: default}, spec: {constraints: {dataplaneProxy: {requirements: [{tags: {team: '*'}}]}}}}"
  private static let unknownProtocol = service(
    "{port: 80, targetPort: 8080}", annotations: "80.service.kuma.io/protocol: mongo")

  private static let refusals: [FindingRow] = [
    FindingRow(
      "pod-refused", "for a label", pod("labels: {kuma.io/sidecar-injection: 'on'}"),
      at: ["Pod demo/web metadata.labels[\"kuma.io/sidecar-injection\"]"]),
    FindingRow(
      "pod-refused", "for an annotation", under: "2.13.0", pod("annotations: {kuma.io/sidecar-env-vars: x}"),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/sidecar-env-vars\"]"]),
    FindingRow(
      "pod-refused", "for the Namespace", under: "2.5.0", pod(in: "labels: {kuma.io/sidecar-injection: 'on'}"),
      settings: { $0.webhookGate = .own }, at: [ofNamespace]),
    FindingRow(
      "pod-refused", "for the mesh that it names", under: "2.13.0", pod("labels: {kuma.io/mesh: blue}", and: picky),
      at: ["Pod demo/web metadata.labels[\"kuma.io/mesh\"]"]),
    FindingRow(
      "pod-refused", "for the probe of a native sidecar", under: "2.14.3",
      pod(
        spec: """
          initContainers: [{name: a}, {name: b, restartPolicy: Always, livenessProbe: {httpGet: {port: 9001}}}],
          containers: [{name: app}]
          """),
      at: ["Pod demo/web spec.initContainers[1].livenessProbe"]),
    FindingRow("pod-refused", "where nothing is wrong", under: "2.13.0", pod(), at: []),
    FindingRow(
      "dataplane-fails", "for an annotation", under: "2.9.0", pod("annotations: {prometheus.metrics.kuma.io/port: x}"),
      at: ["Pod demo/web metadata.annotations[\"prometheus.metrics.kuma.io/port\"]"]),
    FindingRow(
      "dataplane-fails", "where it can be read", under: "2.9.0", pod("annotations: {prometheus.metrics.kuma.io/port: '1'}"),
      at: []),
    FindingRow(
      "dataplane-refused", "by the Mesh", under: "2.9.0", pod("labels: {app: web}", status: running, and: picky),
      at: ["Pod demo/web"]),
    FindingRow(
      "dataplane-refused", "that meets what the Mesh requires", under: "2.9.0",
      pod("labels: {app: web, team: a}", status: running, and: picky, service("{port: 80, targetPort: 8080}")), at: []),
    FindingRow(
      "invalid-dataplane-stored", "in a Namespace without the label", under: "2.13.0",
      pod(injected + ", labels: {app: web}", in: "", spec: withSidecar, status: running, and: unknownProtocol),
      at: ["Service demo/web metadata.annotations[\"80.service.kuma.io/protocol\"]"]),
    FindingRow(
      "invalid-dataplane-stored", "in a Namespace with the label, where it is refused", under: "2.13.0",
      pod(injected + ", labels: {app: web}", spec: withSidecar, status: running, and: unknownProtocol), at: []),
    FindingRow(
      "mesh-name-refused", "for a label of the Pod", under: "3.0.0", pod("labels: {kuma.io/mesh: blue.team}"),
      at: ["Pod demo/web metadata.labels[\"kuma.io/mesh\"]"]),
    FindingRow(
      "mesh-name-refused", "for a label of the Namespace", under: "3.0.0",
      pod(in: "labels: {kuma.io/sidecar-injection: enabled, kuma.io/mesh: blue.team}"),
      at: ["Namespace demo metadata.labels[\"kuma.io/mesh\"]"]),
    FindingRow(
      "mesh-name-refused", "a name as there may be", under: "3.0.0", pod("labels: {kuma.io/mesh: blue-team}"), at: []),
  ]

  private static let node =
    "{apiVersion: v1, kind: Node, metadata: {name: one, labels: {topology.kubernetes.io/zone: b}}}"
  private static let behindService = service("{port: 80, targetPort: 8080}")

  private static let labels: [FindingRow] = [
    FindingRow(
      "reserved-label", "of a Pod behind a Service", pod("labels: {app: web, x.kuma.io/y: '1'}", and: behindService),
      at: ["Pod demo/web metadata.labels[\"x.kuma.io/y\"]"]),
    FindingRow("reserved-label", "a key of one's own", pod("labels: {app: web, x.io/y: '1'}", and: behindService), at: []),
    FindingRow(
      "reserved-label-converted", "without a Service", under: "2.8.8", pod("labels: {x.kuma.io/y: '1'}"),
      at: ["Pod demo/web metadata.labels[\"x.kuma.io/y\"]"]),
    FindingRow(
      "reserved-label-converted", "behind a Service", under: "2.8.8",
      pod("labels: {app: web, x.kuma.io/y: '1'}", and: behindService), at: []),
    FindingRow(
      "empty-label", "of a Pod behind a Service", pod("labels: {app: web, note: ''}", and: behindService),
      at: ["Pod demo/web metadata.labels.note"]),
    FindingRow("empty-label", "with a value", pod("labels: {app: web, note: a}", and: behindService), at: []),
    FindingRow(
      "overridden-label", "by the Node's", under: "2.7.0",
      pod(
        "labels: {app: web, topology.kubernetes.io/zone: a}", spec: "nodeName: one, containers: [{name: app}]",
        and: node, behindService),
      at: ["Pod demo/web metadata.labels[\"topology.kubernetes.io/zone\"]"]),
    FindingRow(
      "overridden-label", "which the Node does not have", under: "2.7.0",
      pod(
        "labels: {app: web, topology.kubernetes.io/region: a}", spec: "nodeName: one, containers: [{name: app}]",
        and: node, behindService),
      at: []),
  ]

  private static let declaring = "containers: [{name: app, ports: [{containerPort: 8080}]}]"
  private static let ingress = service(
    "{port: 10001, targetPort: 10001}", labels: "k8s.kuma.io/zone-proxy-type: ingress")

  private static let ports: [FindingRow] = [
    FindingRow(
      "port-not-tcp", "the second of two",
      pod("labels: {app: web}", and: service("{port: 80, targetPort: 8080}, {port: 53, targetPort: 53, protocol: UDP}")),
      at: ["Service demo/web spec.ports[1].protocol"]),
    FindingRow("port-not-tcp", "that is TCP", pod("labels: {app: web}", and: behindService), at: []),
    FindingRow(
      "target-port-filled-in", "the second of two",
      pod("labels: {app: web}", spec: declaring, and: service("{name: a, port: 80, targetPort: 8080}, {name: b, port: 81}")),
      at: ["Service demo/web spec.ports[1]"], saying: ["takes 81", "they declare 8080"]),
    FindingRow(
      "target-port-filled-in", "with the number that is declared",
      pod("labels: {app: web}", spec: declaring, and: service("{port: 8080}")), at: []),
    FindingRow(
      "zone-proxy-listeners-skipped", "where MeshServices are not used exclusively", under: "2.14.0",
      pod("labels: {app: web}", and: ingress), settings: { $0.meshServicesMode = .everywhere },
      at: ["Service demo/web metadata.labels[\"k8s.kuma.io/zone-proxy-type\"]"]),
    FindingRow(
      "zone-proxy-listeners-skipped", "where they are", under: "2.14.0",
      pod("labels: {app: web}", and: ingress), settings: { $0.meshServicesMode = .exclusive }, at: []),
  ]

  private static let ofList = "Pod demo/web metadata.annotations[\"kuma.io/direct-access-services\"]"

  private static func direct(_ list: String) -> Manifests { pod("annotations: {kuma.io/direct-access-services: '\(list)'}") }

  private static let lists: [FindingRow] = [
    FindingRow("direct-access-entry", "the name of no service", under: "2.8.8", direct("Service1"), at: [ofList]),
    FindingRow("direct-access-entry", "the name of a service", under: "2.8.8", direct("a_b_svc_1"), at: []),
    FindingRow("direct-access-name", "where only the wildcard counts", under: "3.0.0", direct("a_b_svc_1"), at: [ofList]),
    FindingRow("direct-access-name", "where names count", under: "2.8.8", direct("a_b_svc_1"), at: []),
    FindingRow("direct-access-to-every-service", "the wildcard", under: "2.8.8", direct("*"), at: [ofList]),
    FindingRow("direct-access-to-every-service", "a name", under: "2.8.8", direct("a_b_svc_1"), at: []),
    FindingRow(
      "outbounds-not-mapped", "while there were virtual IPs", under: "1.2.3",
      pod(injected, spec: withSidecar, status: running), at: ["Pod demo/web"]),
    FindingRow(
      "outbounds-not-mapped", "without virtual IPs", under: "1.3.0", pod(injected, spec: withSidecar, status: running),
      at: []),
  ]

  private static let documented: [FindingRow] = [
    FindingRow(
      "differs-from-releases", "a reserved label", under: "documented", pod("labels: {x.kuma.io/y: '1'}"),
      at: ["Pod demo/web"], saying: ["every release turns them into tags"]),
    FindingRow(
      "differs-from-releases", "whitespace in a list", under: "documented", direct("a_b_svc_1, c_d_svc_2"), at: [ofList]),
    FindingRow("differs-from-releases", "nothing of that", under: "documented", direct("a_b_svc_1,c_d_svc_2"), at: []),
  ]
}
