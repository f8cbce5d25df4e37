import MeshMapping

/// What is to be said of meshes, and of labels that pass for Kuma's.
enum MeshRows {
  static let rows: [FindingRow] = names + namespaces + labels + problems + lengths

  private static func pod(_ name: String, _ labels: String, account: String = "app", address: String = "10.0.0.1") -> String
  {
    """
    {apiVersion: v1, kind: Pod, metadata: {name: \(name), namespace: demo, labels: {app: \(name)\(labels)}},
     spec: {serviceAccountName: \(account), containers: [{name: app}]}, status: {phase: Pending, podIP: \(address)}}
    """
  }

  private static let names: [FindingRow] = [
    FindingRow(
      "mesh-name-with-dot", "of a Pod in the mesh", under: "2.9.3", .inMesh(pod("a", ", kuma.io/mesh: team.blue")),
      at: ["Pod demo/a metadata.labels[\"kuma.io/mesh\"]"], saying: ["mesh \"team\""]),
    FindingRow(
      "mesh-name-with-dot", "a name without one", under: "2.9.3", .inMesh(pod("a", ", kuma.io/mesh: team-blue")), at: []),
    FindingRow(
      "mesh-name-with-dot", "of a Pod that is not in the mesh", under: "2.9.3",
      .inMesh(pod("a", ", kuma.io/mesh: team.blue, kuma.io/sidecar-injection: disabled")), at: []),
    FindingRow(
      "mesh-name-with-dot", "where the Dataplane is refused for it", under: "2.4.0",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: demo, annotations: {kuma.io/mesh: team.blue}},
         spec: {containers: [{name: app}]}}
        """),
      at: []),
  ]

  private static let namespaces: [FindingRow] = [
    FindingRow(
      "namespace-of-two-meshes", "one workload in two", under: "2.13.0",
      .inMesh(pod("a", ", kuma.io/mesh: blue") + "\n---\n" + pod("b", "")), at: ["Namespace demo"],
      saying: ["\"app\"", "blue (a) and default (b)"]),
    FindingRow(
      "namespace-of-two-meshes", "before there were workloads", under: "2.12.0",
      .inMesh(pod("a", ", kuma.io/mesh: blue") + "\n---\n" + pod("b", "")), at: []),
    FindingRow(
      "namespace-of-two-meshes", "two workloads", under: "2.13.0",
      .inMesh(pod("a", ", kuma.io/mesh: blue") + "\n---\n" + pod("b", "", account: "other")), at: []),
    FindingRow(
      "namespace-of-two-meshes", "two workloads, held to one mesh", under: "2.13.0",
      .inMesh(pod("a", ", kuma.io/mesh: blue") + "\n---\n" + pod("b", "", account: "other")),
      settings: { $0.meshesPerNamespace = .one }, at: ["Namespace demo"], saying: ["held to one mesh"]),
    FindingRow(
      "namespace-of-two-meshes", "all in one", under: "2.13.0",
      .inMesh(pod("a", ", kuma.io/mesh: blue") + "\n---\n" + pod("b", ", kuma.io/mesh: blue")), at: []),
    FindingRow(
      "namespace-of-two-meshes", "one that is not in the mesh", under: "2.13.0",
      .inMesh(pod("a", ", kuma.io/mesh: blue") + "\n---\n" + pod("b", ", kuma.io/sidecar-injection: disabled")), at: []),
    FindingRow(
      "namespace-of-two-meshes", "templates", under: "2.13.0",
      .inMesh(
        ["blue", "red"].map { mesh in
          """
          {apiVersion: apps/v1, kind: Deployment, metadata: {name: \(mesh), namespace: demo},
           spec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a, kuma.io/mesh: \(mesh)}},
            spec: {containers: [{name: app}]}}}}
          """
        }.joined(separator: "\n---\n")),
      at: ["Namespace demo"], saying: ["\"default\""]),
  ]

  private static let labels: [FindingRow] = [
    FindingRow(
      "reserved-label-kept", "another zone", under: "2.10.0", .inMesh(pod("a", ", kuma.io/zone: west")),
      at: ["Pod demo/a metadata.labels[\"kuma.io/zone\"]"], saying: ["\"west\"", "\"default\""]),
    FindingRow(
      "reserved-label-kept", "the zone that it is", under: "2.10.0", .inMesh(pod("a", ", kuma.io/zone: default")), at: []),
    FindingRow(
      "reserved-label-kept", "before labels were kept", under: "2.9.0", .inMesh(pod("a", ", kuma.io/zone: west")), at: []),
    FindingRow(
      "reserved-label-kept", "another namespace", under: "2.13.0", .inMesh(pod("a", ", k8s.kuma.io/namespace: shop")),
      at: ["Pod demo/a metadata.labels[\"k8s.kuma.io/namespace\"]"]),
    FindingRow("reserved-label-kept", "a label of one's own", under: "2.13.0", .inMesh(pod("a", ", zone: west")), at: []),
  ]

  private static func service(_ port: String, annotations: String = "") -> Manifests {
    .inMesh(
      pod("a", "")
        + """

        ---
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, annotations: {\(annotations)}},
         spec: {selector: {app: a}, ports: [{port: 80, targetPort: 8080\(port)}]}}
        """)
  }

  private static let problems: [FindingRow] = [
    FindingRow(
      "invalid-dataplane", "a protocol that is annotated", under: "2.13.0",
      service("", annotations: "80.service.kuma.io/protocol: htttp"),
      at: ["Service demo/web metadata.annotations[\"80.service.kuma.io/protocol\"]"], saying: ["\"htttp\""]),
    FindingRow(
      "invalid-dataplane", "where the webhooks are not looked at", under: "2.13.0",
      service("", annotations: "80.service.kuma.io/protocol: htttp"), settings: { $0.admission = .leftOut },
      at: ["Service demo/web metadata.annotations[\"80.service.kuma.io/protocol\"]"], saying: ["\"htttp\""]),
    FindingRow(
      "invalid-dataplane", "a protocol of the port, as it was read once", under: "2.3.0", service(", appProtocol: htttp"),
      at: ["Service demo/web spec.ports[0].appProtocol"]),
    FindingRow(
      "invalid-dataplane", "a protocol that is known", under: "2.13.0",
      service("", annotations: "80.service.kuma.io/protocol: http"), at: []),
    FindingRow(
      "invalid-dataplane", "another origin", under: "2.13.0", .inMesh(pod("a", ", kuma.io/origin: elsewhere")),
      at: ["Pod demo/a metadata.labels[\"kuma.io/origin\"]"]),
    FindingRow(
      "invalid-dataplane", "a backend of no kind", under: "2.13.0",
      .inMesh(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: demo,
          annotations: {kuma.io/reachable-backends: 'refs: [{kind: Service, name: web}]'}},
         spec: {containers: [{name: app}]}, status: {phase: Pending, podIP: 10.0.0.1}}
        """),
      at: ["Pod demo/a metadata.annotations[\"kuma.io/reachable-backends\"]"]),
  ]

  private static let long = String(repeating: "abcdefghi-", count: 5) + "z"

  private static let lengths: [FindingRow] = [
    FindingRow(
      "service-name-too-long", "over 63 characters",
      .inMesh(
        "{apiVersion: v1, kind: Service, metadata: {name: \(long), namespace: demo}, spec: {selector: {app: a}, ports: [{port: 8080}]}}"
      ),
      at: ["Service demo/\(long) metadata.name"], saying: ["\(long).demo.svc.8080.mesh"]),
    FindingRow(
      "service-name-too-long", "63 characters",
      .inMesh(
        "{apiVersion: v1, kind: Service, metadata: {name: \(long), namespace: demo}, spec: {selector: {app: a}, ports: [{port: 80}]}}"
      ),
      at: []),
    FindingRow(
      "service-name-too-long", "in no mesh",
      Manifests(
        stringLiteral:
          "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}\n---\n{apiVersion: v1, kind: Service, metadata: {name: \(long), namespace: demo}, spec: {selector: {app: a}, ports: [{port: 8080}]}}"
      ),
      at: []),
  ]
}
