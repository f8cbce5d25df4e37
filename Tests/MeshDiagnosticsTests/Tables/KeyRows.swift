/// What is to be said of keys that nobody reads.
enum KeyRows {
  static let rows: [FindingRow] = mistyped + misplaced + outsideTemplates + workloads

  private static func pod(_ metadata: String) -> Manifests {
    .inMesh(
      "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, \(metadata)}, spec: {containers: [{name: app}]}}")
  }

  private static func namespace(_ metadata: String) -> Manifests {
    Manifests(stringLiteral: "{apiVersion: v1, kind: Namespace, metadata: {name: demo, \(metadata)}}")
  }

  private static func service(_ metadata: String) -> Manifests {
    .inMesh(
      """
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, \(metadata)},
       spec: {selector: {app: web}, ports: [{port: 80}]}}
      """)
  }

  /// A Pod behind a Service, so that its labels become tags.
  private static func served(_ label: String) -> Manifests {
    .inMesh(
      """
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {selector: {app: web}, ports: [{port: 80}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, labels: {app: web, \(label)}}, spec: {containers: [{name: app}]}}
      """)
  }

  private static let mistyped: [FindingRow] = [
    FindingRow(
      "key-mistyped", "a letter too many", namespace("labels: {kuma.io/sidecar-injections: enabled}"),
      at: ["Namespace demo metadata.labels[\"kuma.io/sidecar-injections\"]"],
      saying: ["did you mean kuma.io/sidecar-injection?"]),
    FindingRow(
      "key-mistyped", "an underscore", pod("labels: {kuma.io/sidecar_injection: enabled}"),
      at: ["Pod demo/web metadata.labels[\"kuma.io/sidecar_injection\"]"], saying: ["kuma.io/sidecar-injection?"]),
    FindingRow(
      "key-mistyped", "letters swapped, in the wrong map", pod("labels: {kuma.io/gatewya: enabled}"),
      at: ["Pod demo/web metadata.labels[\"kuma.io/gatewya\"]"], saying: ["kuma.io/gateway, which is an annotation?"]),
    FindingRow(
      "key-mistyped", "a prefix", pod("annotations: {kumaio/direct-access-services: a_demo_svc_80}"),
      at: ["Pod demo/web metadata.annotations[\"kumaio/direct-access-services\"]"],
      saying: ["kuma.io/direct-access-services"]),
    FindingRow(
      "key-mistyped", "of a Service", service("annotations: {kuma.io/ignored: 'true'}"),
      at: ["Service demo/web metadata.annotations[\"kuma.io/ignored\"]"], saying: ["kuma.io/ignore?"]),
    FindingRow(
      "key-mistyped", "the protocol of a port", service("annotations: {80.service.kuma.io/protocl: http}"),
      at: ["Service demo/web metadata.annotations[\"80.service.kuma.io/protocl\"]"],
      saying: ["did you mean 80.service.kuma.io/protocol?"]),
    FindingRow(
      "key-mistyped", "the protocol of a port that is written well",
      service("annotations: {80.service.kuma.io/protocol: http}"), at: []),
    FindingRow(
      "key-mistyped", "a short key that is near to others", pod("labels: {kuma.io/node: a, kuma.io/team: b}"), at: []),
    FindingRow(
      "key-mistyped", "keys that Kuma writes",
      pod(
        "labels: {kuma.io/zone: a, kuma.io/mesh: default}, annotations: {kuma.io/sidecar-injected: 'true', kuma.io/sidecar-uid: '5678'}"
      ),
      at: []),
    FindingRow(
      "key-mistyped", "the words of somebody else", pod("labels: {example.com/sidecar-injections: enabled, kumade: x}"),
      at: []),
    FindingRow(
      "key-mistyped", "annotations of protocols", service("annotations: {80.service.kuma.io/protocol: http}"), at: []),
  ]

  private static let misplaced: [FindingRow] = [
    FindingRow(
      "reserved-label", "one that is an annotation of Kuma's", served("kuma.io/gateway: enabled"), at: []),
    FindingRow(
      "reserved-label", "one that is none of Kuma's", served("team.kuma.io/name: a"),
      at: ["Pod demo/web metadata.labels[\"team.kuma.io/name\"]"]),
    FindingRow(
      "key-misplaced", "an annotation as a label", pod("labels: {kuma.io/gateway: enabled}"),
      at: ["Pod demo/web metadata.labels[\"kuma.io/gateway\"]"], saying: ["make it an annotation"]),
    FindingRow("key-misplaced", "an annotation", pod("annotations: {kuma.io/gateway: enabled}"), at: []),
    FindingRow(
      "key-misplaced", "the mesh as a label, before that was read", under: "2.8.8", pod("labels: {kuma.io/mesh: blue}"),
      at: ["Pod demo/web metadata.labels[\"kuma.io/mesh\"]"], saying: ["make it an annotation"]),
    FindingRow("key-misplaced", "the mesh as a label", under: "2.9.0", pod("labels: {kuma.io/mesh: blue}"), at: []),
    FindingRow(
      "key-misplaced", "the mesh as a label that says what holds", under: "2.8.8", pod("labels: {kuma.io/mesh: default}"),
      at: []),
    FindingRow(
      "key-misplaced", "a key of Services on a Pod", pod("annotations: {kuma.io/ignore: 'true'}"),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/ignore\"]"], saying: ["on the Service"]),
    FindingRow(
      "key-misplaced", "a key of Pods on a Namespace", namespace("annotations: {kuma.io/direct-access-services: '*'}"),
      at: ["Namespace demo metadata.annotations[\"kuma.io/direct-access-services\"]"], saying: ["the template of the Pods"]),
    FindingRow(
      "key-misplaced", "the switch on a Service", service("labels: {kuma.io/sidecar-injection: enabled}"),
      at: ["Service demo/web metadata.labels[\"kuma.io/sidecar-injection\"]"], saying: ["not read on Services"]),
    FindingRow("key-misplaced", "the mesh of the MeshService of a Service", service("labels: {kuma.io/mesh: blue}"), at: []),
    FindingRow(
      "key-misplaced", "keys of a Namespace", namespace("labels: {kuma.io/sidecar-injection: enabled, kuma.io/mesh: blue}"),
      at: []),
  ]

  private static func deployment(_ metadata: String, template: String = "labels: {app: web}", owners: String = "") -> String
  {
    """
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo, \(metadata)\(owners)},
     spec: {selector: {matchLabels: {app: web}}, template: {metadata: {\(template)}, spec: {containers: [{name: app}]}}}}
    """
  }

  private static let plain = "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}\n---\n"

  private static let outsideTemplates: [FindingRow] = [
    FindingRow(
      "key-outside-template", "the switch of a Deployment",
      Manifests(stringLiteral: plain + deployment("labels: {kuma.io/sidecar-injection: enabled}")),
      at: ["Deployment demo/web metadata.labels[\"kuma.io/sidecar-injection\"]"], saying: ["in the template"]),
    FindingRow(
      "key-outside-template", "the switch of a Deployment, where the Namespace says the same",
      .inMesh(deployment("labels: {kuma.io/sidecar-injection: enabled}")), at: []),
    FindingRow(
      "key-outside-template", "the switch of a Deployment against the Namespace",
      .inMesh(deployment("labels: {kuma.io/sidecar-injection: disabled}")),
      at: ["Deployment demo/web metadata.labels[\"kuma.io/sidecar-injection\"]"]),
    FindingRow(
      "key-outside-template", "the mesh", .inMesh(deployment("labels: {kuma.io/mesh: blue}")),
      at: ["Deployment demo/web metadata.labels[\"kuma.io/mesh\"]"]),
    FindingRow(
      "key-outside-template", "the mesh that holds anyway", .inMesh(deployment("labels: {kuma.io/mesh: default}")), at: []),
    FindingRow(
      "key-outside-template", "both on the Deployment and its template",
      .inMesh(deployment("labels: {kuma.io/mesh: blue}", template: "labels: {app: web, kuma.io/mesh: blue}")), at: []),
    FindingRow(
      "key-outside-template", "both on the Deployment and its template, which is told there", under: "2.8.0",
      .inMesh(deployment("labels: {kuma.io/mesh: blue}", template: "labels: {app: web, kuma.io/mesh: blue}")), at: []),
    FindingRow(
      "key-outside-template", "an annotation of Pods",
      .inMesh(deployment("annotations: {kuma.io/reachable-backends: 'refs: []'}")),
      at: ["Deployment demo/web metadata.annotations[\"kuma.io/reachable-backends\"]"], saying: ["as an annotation"]),
    FindingRow(
      "key-outside-template", "annotations that a controller copied",
      .inMesh(
        """
        {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: web-5, namespace: demo, annotations: {kuma.io/gateway: enabled},
         ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: u, controller: true}]},
         spec: {replicas: 1, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}}}
        """),
      at: []),
    FindingRow(
      "key-outside-template", "keys of somebody else", .inMesh(deployment("labels: {app.kubernetes.io/name: web}")), at: []),
  ]

  private static let workloads: [FindingRow] = [
    FindingRow(
      "workload-annotation-not-read", "another name than the service account's", under: "2.13.0",
      pod("annotations: {kuma.io/workload: counter}"), at: ["Pod demo/web metadata.annotations[\"kuma.io/workload\"]"],
      saying: ["\"default\""]),
    FindingRow(
      "workload-annotation-not-read", "of a Pod whose Dataplane is refused", under: "2.13.0",
      pod("labels: {kuma.io/origin: elsewhere}, annotations: {kuma.io/workload: counter}"),
      at: ["Pod demo/web metadata.annotations[\"kuma.io/workload\"]"], saying: ["\"default\""]),
    FindingRow(
      "workload-annotation-not-read", "where there are no workloads", under: "2.12.0",
      pod("annotations: {kuma.io/workload: counter}"), at: []),
    FindingRow(
      "workload-annotation-not-read", "the name of the service account", under: "2.13.0",
      pod("annotations: {kuma.io/workload: default}"), at: []),
  ]
}
