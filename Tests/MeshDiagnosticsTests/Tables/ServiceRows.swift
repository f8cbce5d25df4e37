/// What is to be said of Services and of what names Pods.
enum ServiceRows {
  static let rows: [FindingRow] = ignored + nothing + slices + withoutPorts + targets + gateways + names + refused

  private static func deployment(_ ports: String = "[{containerPort: 8080}]", name: String = "web", more: String = "")
    -> String
  {
    ProtocolRows.deployment(ports, name: name, more: more)
  }

  private static func service(_ ports: String, name: String = "web", metadata: String = "", spec: String = "") -> String {
    ProtocolRows.service(ports, name: name, metadata: metadata, spec: spec)
  }

  private static func inMesh(_ objects: String...) -> Manifests { .inMesh(objects.joined(separator: "\n---\n")) }

  /// A Service whose selector is mistyped.
  private static func astray(_ target: String) -> String {
    """
    {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo},
     spec: {selector: {app: wbe}, ports: [{port: 80, targetPort: \(target), appProtocol: http}]}}
    """
  }

  private static let port = "{port: 80, targetPort: 8080, appProtocol: http}"

  private static func ignoring(_ place: String, _ value: String) -> Manifests {
    inMesh(service(port, metadata: ", \(place): {kuma.io/ignore: '\(value)'}"), deployment())
  }

  private static let ignored: [FindingRow] = [
    FindingRow(
      "ignore-not-read", "a label", ignoring("labels", "true"), at: ["Service demo/web metadata.labels[\"kuma.io/ignore\"]"],
      saying: ["make it an annotation"]),
    FindingRow(
      "ignore-not-read", "a word that is not read", under: "2.6.15", ignoring("annotations", "yes"),
      at: ["Service demo/web metadata.annotations[\"kuma.io/ignore\"]"], saying: ["does not read \"yes\""]),
    FindingRow("ignore-not-read", "the word is read now", under: "2.7.0", ignoring("annotations", "yes"), at: []),
    FindingRow("ignore-not-read", "an annotation", ignoring("annotations", "true"), at: []),
    FindingRow("ignore-not-read", "an annotation that says no", ignoring("annotations", "false"), at: []),
    FindingRow("ignore-not-read", "a label that says no", ignoring("labels", "false"), at: []),
    FindingRow(
      "ignore-not-read", "nothing is left out in the release", under: "1.3.0", ignoring("labels", "true"), at: []),
  ]

  private static func selecting(_ selector: String, _ others: String...) -> Manifests {
    .inMesh(
      ([
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {selector: \(selector), ports: [{port: 80}]}}"
      ] + others).joined(separator: "\n---\n"))
  }

  private static func pod(_ name: String, _ labels: String, more: String = "") -> String {
    """
    {apiVersion: v1, kind: Pod, metadata: {name: \(name), namespace: demo, labels: \(labels)\(more)},
     spec: {containers: [{name: app}]}}
    """
  }

  private static let nothing: [FindingRow] = [
    FindingRow(
      "service-selects-nothing", "mistyped", selecting("{app: wbe}", deployment()),
      at: ["Service demo/web spec.selector.app"], saying: ["wants app=wbe, and Deployment demo/web has app=web"]),
    FindingRow(
      "service-selects-nothing", "another key", selecting("{app.kubernetes.io/name: web}", deployment()),
      at: ["Service demo/web spec.selector[\"app.kubernetes.io/name\"]"], saying: ["Deployment demo/web has app=web"]),
    FindingRow(
      "service-selects-nothing", "one pair of two",
      selecting("{app: web, tier: bakend}", pod("a", "{app: web, tier: backend}")),
      at: ["Service demo/web spec.selector.tier"]),
    FindingRow(
      "service-selects-nothing", "a workload of its name", selecting("{app: frontend}", deployment()),
      at: ["Service demo/web spec.selector.app"]),
    FindingRow(
      "service-selects-nothing", "the Pods of another version are elsewhere",
      selecting("{app: web, version: v2}", deployment(name: "api"), pod("a", "{app: web, version: v1}")),
      at: ["Service demo/web spec.selector"], saying: ["none has app=web, version=v2"]),
    FindingRow(
      "service-selects-nothing", "nothing is near, and there are Pods", selecting("{app: db}", pod("a", "{app: web}")),
      at: ["Service demo/web spec.selector"], saying: ["none has app=db"]),
    FindingRow(
      "service-selects-nothing", "nothing is near, and the Pods are elsewhere",
      selecting("{app: db}", deployment(name: "api")), at: []),
    FindingRow("service-selects-nothing", "no Pods in the input", selecting("{app: db}"), at: []),
    FindingRow("service-selects-nothing", "the Pods of a template", selecting("{app: web}", deployment()), at: []),
    FindingRow("service-selects-nothing", "a Pod", selecting("{app: web}", pod("a", "{app: web}")), at: []),
    FindingRow(
      "service-selects-nothing", "a workload without Pods for now",
      selecting(
        "{app: web}", pod("a", "{app: wob}"),
        """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
         spec: {replicas: 0, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
          spec: {containers: [{name: app}]}}}}
        """),
      at: []),
    FindingRow(
      "service-selects-nothing", "one Pod of a StatefulSet",
      selecting(
        "{app: web, statefulset.kubernetes.io/pod-name: web-0}",
        """
        {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web, namespace: demo},
         spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
          spec: {containers: [{name: app}]}}}}
        """),
      at: []),
    FindingRow(
      "service-selects-nothing", "a Service without a selector",
      inMesh(
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {ports: [{port: 80}]}}",
        pod("a", "{app: web}")),
      at: []),
    FindingRow(
      "service-selects-nothing", "a namespace of no mesh",
      ProtocolRows.outside(
        "\(service(port, name: "db"))\n---\n\(pod("a", "{app: other}"))"), at: []),
  ]

  private static func endpoints(_ target: String) -> Manifests {
    inMesh(
      "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {ports: [\(port)]}}",
      """
      {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice,
       metadata: {name: web-1, namespace: demo, labels: {kubernetes.io/service-name: web}},
       addressType: IPv4, endpoints: [{addresses: [10.0.0.1]\(target)}]}
      """,
      pod("a", "{app: web}", more: ", uid: one"))
  }

  private static let slices: [FindingRow] = [
    FindingRow(
      "endpoint-slice-without-pod", "another uid", endpoints(", targetRef: {kind: Pod, name: a, uid: two}"),
      at: ["EndpointSlice demo/web-1 endpoints[0].targetRef.uid"],
      saying: ["names Pod a by a uid that no Pod of the namespace has"]),
    FindingRow(
      "endpoint-slice-without-pod", "no uid", endpoints(", targetRef: {kind: Pod, name: a}"),
      at: ["EndpointSlice demo/web-1 endpoints[0].targetRef.uid"], saying: ["without its uid"]),
    FindingRow("endpoint-slice-without-pod", "its uid", endpoints(", targetRef: {kind: Pod, name: a, uid: one}"), at: []),
    FindingRow("endpoint-slice-without-pod", "a Node", endpoints(", targetRef: {kind: Node, name: a, uid: two}"), at: []),
    FindingRow("endpoint-slice-without-pod", "an address outside", endpoints(""), at: []),
    FindingRow(
      "endpoint-slice-without-pod", "the release reads no slices", under: "2.0.0",
      endpoints(", targetRef: {kind: Pod, name: a, uid: two}"), at: []),
  ]

  private static let headless = ", clusterIP: None"

  private static let withoutPorts: [FindingRow] = [
    FindingRow(
      "service-without-ports", "the API server refuses it", inMesh(service(""), deployment()),
      at: ["Service demo/web spec.ports"], saying: ["the API server refuses it"]),
    FindingRow(
      "service-without-ports", "a headless one alone", under: "2.7.0", inMesh(service("", spec: headless), deployment()),
      at: ["Service demo/web spec.ports"], saying: ["the control plane gives up on the Pod"]),
    FindingRow(
      "service-without-ports", "a headless one alone", under: "2.8.0", inMesh(service("", spec: headless), deployment()),
      at: ["Service demo/web spec.ports"], saying: ["named after what owns it"]),
    FindingRow(
      "service-without-ports", "a headless one beside another",
      inMesh(service("", name: "web-peers", spec: headless), service(port), deployment()), at: []),
    FindingRow("service-without-ports", "ports", inMesh(service(port), deployment()), at: []),
  ]

  private static let targets: [FindingRow] = [
    FindingRow(
      "quoted-target-port", "a number in quotes", inMesh(service("{port: 80, targetPort: '8080'}"), deployment()),
      at: ["Service demo/web spec.ports[0].targetPort"], saying: ["Write 8080 without quotes."]),
    FindingRow(
      "quoted-target-port", "the least port in quotes", inMesh(service("{port: 80, targetPort: '1'}"), deployment()),
      at: ["Service demo/web spec.ports[0].targetPort"]),
    FindingRow(
      "quoted-target-port", "no port in quotes", inMesh(service("{port: 80, targetPort: '0'}"), deployment()), at: []),
    FindingRow(
      "quoted-target-port", "the greatest port in quotes", inMesh(service("{port: 80, targetPort: '65535'}"), deployment()),
      at: ["Service demo/web spec.ports[0].targetPort"]),
    FindingRow(
      "quoted-target-port", "more than a port in quotes", inMesh(service("{port: 80, targetPort: '65536'}"), deployment()),
      at: []),
    FindingRow("quoted-target-port", "a number", inMesh(service("{port: 80, targetPort: 8080}"), deployment()), at: []),
    FindingRow(
      "quoted-target-port", "a name with digits", inMesh(service("{port: 80, targetPort: p8080}"), deployment()), at: []),
    FindingRow(
      "unresolved-target-port", "beside a selector that selects nothing",
      inMesh(astray("htpp"), deployment("[{name: http, containerPort: 8080}]")),
      at: ["Service demo/web spec.ports[0].targetPort"],
      saying: ["no container port of Deployment demo/web is named, which it nearly selects"]),
    FindingRow(
      "unresolved-target-port", "a name that is there, beside a selector that selects nothing",
      inMesh(astray("http"), deployment("[{name: http, containerPort: 8080}]")), at: []),
    FindingRow(
      "unresolved-target-port", "a number in quotes is told of otherwise",
      inMesh(service("{port: 80, targetPort: '8080'}"), deployment()), at: []),
    FindingRow(
      "unresolved-target-port", "the name of the port of a native sidecar", under: "2.14.3",
      inMesh(
        service("{port: 443, targetPort: https}"),
        """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo},
         spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
          spec: {initContainers: [{name: tls, restartPolicy: Always, ports: [{name: https, containerPort: 9443}]}],
           containers: [{name: app, ports: [{name: http, containerPort: 8000}]}]}}}}
        """),
      at: ["Service demo/web spec.ports[0].targetPort"], saying: ["which only init container tls has"]),
    FindingRow(
      "external-name-service", "it gives none", under: "2.5.0",
      inMesh(service(port, spec: ", type: ExternalName, externalName: web.mesh"), deployment()),
      at: ["Service demo/web spec.selector"], saying: ["gives no inbounds"]),
    FindingRow(
      "external-name-service", "it gives inbounds", under: "2.4.0",
      inMesh(service(port, spec: ", type: ExternalName, externalName: web.mesh"), deployment()),
      at: ["Service demo/web spec.selector"], saying: ["gives the Pod inbounds all the same"]),
    FindingRow(
      "external-name-service", "without a selector",
      inMesh(
        "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo}, spec: {type: ExternalName, externalName: x.y}}",
        deployment()),
      at: []),
  ]

  private static func gateway(_ services: String...) -> Manifests {
    .inMesh((services + [deployment(more: ", annotations: {kuma.io/gateway: enabled}")]).joined(separator: "\n---\n"))
  }

  private static let gateways: [FindingRow] = [
    FindingRow(
      "gateway-service", "the first by name is not the one that is meant",
      gateway(
        service("{port: 8001}", name: "web-admin"), service("{port: 80}", name: "web-proxy", spec: ", type: LoadBalancer")),
      at: ["Service demo/web-admin metadata.annotations[\"kuma.io/ignore\"]"],
      saying: ["The gateway is service web-admin_demo_svc_8001", "web-proxy does not count"]),
    FindingRow(
      "gateway-service", "two alike", gateway(service("{port: 8001}", name: "a"), service("{port: 80}", name: "b")),
      at: ["Service demo/a metadata.annotations[\"kuma.io/ignore\"]"]),
    FindingRow(
      "gateway-service", "there is no way to leave one out", under: "1.3.0",
      Manifests(
        stringLiteral: [
          "{apiVersion: v1, kind: Namespace, metadata: {name: demo, annotations: {kuma.io/sidecar-injection: enabled}}}",
          service("{port: 8001}", name: "a"), service("{port: 80}", name: "b"),
          deployment(more: ", annotations: {kuma.io/gateway: enabled}"),
        ].joined(separator: "\n---\n")),
      at: ["Service demo/a metadata.name"]),
    FindingRow(
      "gateway-service", "one Service of two ports", gateway(service("{name: a, port: 80}, {name: b, port: 443}")), at: []),
    FindingRow(
      "gateway-service", "the other one is left out",
      gateway(
        service("{port: 8001}", name: "a", metadata: ", annotations: {kuma.io/ignore: 'true'}"),
        service("{port: 80}", name: "b")),
      at: []),
    FindingRow(
      "gateway-service", "no gateway",
      inMesh(service("{port: 80}", name: "a"), service("{port: 81}", name: "b"), deployment()),
      at: []),
  ]

  private static func owned(_ replicaSetOwner: String) -> Manifests {
    inMesh(
      """
      {apiVersion: apps/v1, kind: ReplicaSet,
       metadata: {name: worker-6d9f, namespace: demo\(replicaSetOwner)}}
      """,
      pod("worker-6d9f-a", "{app: worker}", more: ", ownerReferences: [\(owner("apps/v1", "ReplicaSet", "worker-6d9f"))]"))
  }

  private static func owner(_ apiVersion: String, _ kind: String, _ name: String) -> String {
    "{apiVersion: \(apiVersion), kind: \(kind), name: \(name), uid: u, controller: true}"
  }

  private static let rollout = ", ownerReferences: [\(owner("argoproj.io/v1alpha1", "Rollout", "worker"))]"

  private static func workload(_ kind: String, _ name: String) -> String {
    """
    {apiVersion: apps/v1, kind: \(kind), metadata: {name: \(name), namespace: demo},
     spec: {selector: {matchLabels: {app: \(name)}}, template: {metadata: {labels: {app: \(name)}},
      spec: {containers: [{name: app}]}}}}
    """
  }

  private static let names: [FindingRow] = [
    FindingRow(
      "named-after-pod", "a ReplicaSet of a Rollout", under: "2.7.0", owned(rollout), at: ["Pod demo/worker-6d9f-a"],
      saying: ["does not look through its ReplicaSet to Rollout worker"]),
    FindingRow("named-after-pod", "the parts of the name are cut off", under: "2.0.0", owned(rollout), at: []),
    FindingRow("named-after-pod", "a ReplicaSet of nobody names it", under: "2.7.0", owned(""), at: []),
    FindingRow(
      "named-after-pod", "a ReplicaSet of a Deployment", under: "2.7.0",
      owned(", ownerReferences: [\(owner("apps/v1", "Deployment", "worker"))]"), at: []),
    FindingRow("named-after-pod", "a Pod of nobody", under: "2.7.0", inMesh(pod("a", "{app: web}")), at: []),
    FindingRow(
      "names-collide", "a Deployment and a StatefulSet", under: "2.7.0",
      inMesh(workload("Deployment", "web"), workload("StatefulSet", "web")), at: ["StatefulSet demo/web metadata.name"],
      saying: ["Deployment web and StatefulSet web", "service web_demo_svc"]),
    FindingRow(
      "names-collide", "other names", under: "2.7.0", inMesh(workload("Deployment", "web"), workload("StatefulSet", "db")),
      at: []),
    FindingRow(
      "names-collide", "a Service gives one of them inbounds", under: "2.7.0",
      inMesh(workload("Deployment", "web"), workload("StatefulSet", "web"), service(port)), at: []),
  ]

  private static let refused: [FindingRow] = [
    FindingRow(
      "service-refused", "it selects nothing", under: "2.4.0",
      inMesh(
        """
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo, annotations: {80.service.kuma.io/protocol: htttp}},
         spec: {selector: {app: web}, ports: [{port: 80}]}}
        """),
      at: ["Service demo/web metadata.annotations[\"80.service.kuma.io/protocol\"]"]),
    FindingRow(
      "service-refused", "no longer", under: "2.10.0",
      inMesh(service("{port: 80}", metadata: ", annotations: {80.service.kuma.io/protocol: htttp}"), deployment()), at: []),
  ]
}
