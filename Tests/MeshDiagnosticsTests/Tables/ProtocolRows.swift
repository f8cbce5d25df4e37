/// What is to be said of application protocols.
enum ProtocolRows {
  static let rows: [FindingRow] = byName + unknown + annotations + conflicts

  /// A Deployment `web` of the namespace `demo` with the given ports of its container.
  static func deployment(_ ports: String = "[{containerPort: 8080}]", name: String = "web", more: String = "") -> String {
    """
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: \(name), namespace: demo},
     spec: {selector: {matchLabels: {app: \(name)}}, template: {metadata: {labels: {app: \(name)}\(more)},
      spec: {containers: [{name: app, ports: \(ports)}]}}}}
    """
  }

  /// A Service `web` with the given ports.
  static func service(_ ports: String, name: String = "web", metadata: String = "", spec: String = "") -> String {
    """
    {apiVersion: v1, kind: Service, metadata: {name: \(name), namespace: demo\(metadata)},
     spec: {selector: {app: web}, ports: [\(ports)]\(spec)}}
    """
  }

  static func web(_ ports: String, metadata: String = "") -> Manifests {
    .inMesh("\(service(ports, metadata: metadata))\n---\n\(deployment())")
  }

  /// The same objects in a namespace that asks for no sidecars.
  static func outside(_ others: String) -> Manifests {
    Manifests(stringLiteral: "{apiVersion: v1, kind: Namespace, metadata: {name: demo}}\n---\n\(others)")
  }

  private static let firstPort = "Service demo/web spec.ports[0].appProtocol"

  private static let byName: [FindingRow] =
    [
      ("http", "http"), ("http-web", "http"), ("http2", "http2"), ("http2-api", "http2"), ("grpc", "grpc"),
      ("grpc-api", "grpc"),
      ("grpc-web", "http"), ("kafka", "kafka"),
    ].map { name, meant in
      FindingRow(
        "protocol-by-port-name", "port \(name)", web("{name: \(name), port: 80, targetPort: 8080}"), at: [firstPort],
        saying: ["tcp, though its name is \(name)", "Set appProtocol: \(meant)."])
    } + [
      FindingRow(
        "protocol-by-port-name", "one finding a port",
        web("{name: http, port: 80, targetPort: 8080}, {name: grpc, port: 81, targetPort: 8081}"),
        at: [firstPort, "Service demo/web spec.ports[1].appProtocol"]),
      FindingRow(
        "protocol-by-port-name", "kafka is no protocol of 3.0", under: "3.0.0",
        web("{name: kafka, port: 80, targetPort: 8080}"),
        at: []),
      FindingRow(
        "protocol-by-port-name", "an appProtocol", web("{name: http, port: 80, targetPort: 8080, appProtocol: tcp}"), at: []),
      FindingRow(
        "protocol-by-port-name", "an appProtocol that is not known",
        web("{name: http, port: 80, targetPort: 8080, appProtocol: x}"),
        at: []),
      FindingRow(
        "protocol-by-port-name", "an annotation",
        web("{name: http, port: 80, targetPort: 8080}", metadata: ", annotations: {80.service.kuma.io/protocol: http}"),
        at: []),
      FindingRow(
        "protocol-by-port-name", "a UDP port", web("{name: http, port: 80, targetPort: 8080, protocol: UDP}"), at: []),
      FindingRow("protocol-by-port-name", "another name", web("{name: web, port: 80, targetPort: 8080}"), at: []),
      FindingRow(
        "protocol-by-port-name", "what is encrypted is tcp", web("{name: https, port: 443, targetPort: 8080}"), at: []),
      FindingRow(
        "protocol-by-port-name", "a word that begins so", web("{name: httpbin, port: 80, targetPort: 8080}"), at: []),
      FindingRow(
        "protocol-by-port-name", "Pods of no mesh",
        outside("\(service("{name: http, port: 80, targetPort: 8080}"))\n---\n\(deployment())"), at: []),
      FindingRow(
        "protocol-by-port-name", "a gateway has no inbounds",
        .inMesh(
          """
          \(service("{name: http, port: 80, targetPort: 8080}"))
          ---
          \(deployment(more: ", annotations: {kuma.io/gateway: enabled}"))
          """),
        at: []),
      FindingRow(
        "protocol-by-port-name", "a Service of no Pods", .inMesh(service("{name: http, port: 80, targetPort: 8080}")), at: []
      ),
    ]

  private static let unknown: [FindingRow] = [
    FindingRow(
      "unknown-app-protocol", "another name of HTTP/2", web("{port: 80, targetPort: 8080, appProtocol: kubernetes.io/h2c}"),
      at: [firstPort], saying: ["\"kubernetes.io/h2c\"", "write http2."]),
    FindingRow(
      "unknown-app-protocol", "mistyped", web("{port: 80, targetPort: 8080, appProtocol: htttp}"), at: [firstPort],
      saying: ["write http."]),
    FindingRow(
      "unknown-app-protocol", "what is encrypted", web("{port: 443, targetPort: 8080, appProtocol: https}"), at: [firstPort],
      saying: ["suits what the application encrypts itself"]),
    FindingRow(
      "unknown-app-protocol", "it was read whatever it said", under: "2.3.3",
      web("{port: 80, targetPort: 8080, appProtocol: grpc-web}"), at: [firstPort], saying: ["write http."]),
    FindingRow(
      "unknown-app-protocol", "not known yet", under: "2.7.0", web("{port: 80, targetPort: 8080, appProtocol: tls}"),
      at: [firstPort], saying: ["suits what the application encrypts itself"]),
    FindingRow(
      "unknown-app-protocol", "known since", under: "2.8.0", web("{port: 80, targetPort: 8080, appProtocol: tls}"), at: []),
    FindingRow("unknown-app-protocol", "in capitals", web("{port: 80, targetPort: 8080, appProtocol: HTTP}"), at: []),
    FindingRow(
      "unknown-app-protocol", "an annotation is read instead",
      web(
        "{port: 80, targetPort: 8080, appProtocol: kubernetes.io/h2c}",
        metadata: ", annotations: {80.service.kuma.io/protocol: http2}"),
      at: []),
    FindingRow(
      "unknown-app-protocol", "a UDP port", web("{port: 80, targetPort: 8080, protocol: UDP, appProtocol: dns}"), at: []),
    FindingRow(
      "unknown-app-protocol", "Pods of no mesh",
      outside("\(service("{port: 80, targetPort: 8080, appProtocol: https}"))\n---\n\(deployment())"), at: []),
  ]

  private static func annotated(_ key: String, _ ports: String) -> Manifests {
    web(ports, metadata: ", annotations: {\(key): http}")
  }

  private static let annotations: [FindingRow] = [
    FindingRow(
      "protocol-annotation-without-port", "the port of the container",
      annotated("8080.service.kuma.io/protocol", "{port: 80, targetPort: 8080}"),
      at: ["Service demo/web metadata.annotations[\"8080.service.kuma.io/protocol\"]"],
      saying: ["whose port is 80", "port 80 leads there: write 80.service.kuma.io/protocol"]),
    FindingRow(
      "protocol-annotation-without-port", "a port of nobody",
      annotated("81.service.kuma.io/protocol", "{port: 80, targetPort: 8080}"),
      at: ["Service demo/web metadata.annotations[\"81.service.kuma.io/protocol\"]"], saying: ["Kuma does not read it."]),
    FindingRow(
      "protocol-annotation-without-port", "the name of the port",
      annotated("web.service.kuma.io/protocol", "{name: web, port: 80, targetPort: 8080}"),
      at: ["Service demo/web metadata.annotations[\"web.service.kuma.io/protocol\"]"]),
    FindingRow(
      "protocol-annotation-without-port", "the port of the Service",
      annotated("80.service.kuma.io/protocol", "{port: 80, targetPort: 8080}"), at: []),
    FindingRow(
      "protocol-annotation-not-read", "the appProtocol holds", under: "1.7.0",
      annotated("80.service.kuma.io/protocol", "{port: 80, targetPort: 8080, appProtocol: tcp}"),
      at: ["Service demo/web metadata.annotations[\"80.service.kuma.io/protocol\"]"],
      saying: ["appProtocol: tcp, which holds"]),
    FindingRow(
      "protocol-annotation-not-read", "both say the same",
      annotated("80.service.kuma.io/protocol", "{port: 80, targetPort: 8080, appProtocol: HTTP}"), at: []),
    FindingRow(
      "protocol-annotation-not-read", "the appProtocol is not known, so the annotation holds",
      annotated("80.service.kuma.io/protocol", "{port: 80, targetPort: 8080, appProtocol: x}"), at: []),
    FindingRow(
      "protocol-annotation-not-read", "no appProtocol",
      annotated("80.service.kuma.io/protocol", "{port: 80, targetPort: 8080}"),
      at: []),
  ]

  private static func two(_ first: String, _ second: String, spec: String = "", pod: String = "") -> Manifests {
    .inMesh(
      """
      \(service(first))
      ---
      \(service(second, name: "web-peers", spec: spec))
      ---
      \(deployment(more: pod))
      """)
  }

  private static let headless = ", clusterIP: None"

  private static let conflicts: [FindingRow] = [
    FindingRow(
      "conflicting-protocols", "whoever says nothing is to say something",
      two("{port: 80, targetPort: 8080, appProtocol: http}", "{port: 81, targetPort: 8080}", spec: headless),
      at: ["Service demo/web-peers spec.ports[0].appProtocol"],
      saying: ["Port 81 of Service web-peers is tcp and port 80 of Service web is http, and both lead to port 8080"]),
    FindingRow(
      "protocol-by-port-name", "another Service says what the port speaks, which is told as a conflict",
      two("{port: 80, targetPort: 8080, appProtocol: http}", "{name: http, port: 81, targetPort: 8080}", spec: headless),
      at: []),
    FindingRow(
      "conflicting-protocols", "the name of a port that says nothing is not told besides",
      two("{port: 80, targetPort: 8080, appProtocol: http}", "{name: http, port: 81, targetPort: 8080}", spec: headless),
      at: ["Service demo/web-peers spec.ports[0].appProtocol"]),
    FindingRow(
      "protocol-by-port-name", "another Service that says nothing either",
      two("{name: http, port: 80, targetPort: 8080}", "{port: 81, targetPort: 8080}", spec: headless), at: [firstPort]),
    FindingRow(
      "conflicting-protocols", "both say something",
      two("{port: 80, targetPort: 8080, appProtocol: http}", "{port: 80, targetPort: 8080, appProtocol: grpc}"),
      at: ["Service demo/web-peers spec.ports[0].appProtocol"]),
    FindingRow(
      "conflicting-protocols", "both say the same",
      two("{port: 80, targetPort: 8080, appProtocol: http}", "{port: 81, targetPort: 8080, appProtocol: HTTP}"), at: []),
    FindingRow(
      "conflicting-protocols", "other ports of the Pod",
      two("{port: 80, targetPort: 8080, appProtocol: http}", "{port: 81, targetPort: 8081}"), at: []),
    FindingRow(
      "conflicting-protocols", "a gateway has no inbounds",
      two(
        "{port: 80, targetPort: 8080, appProtocol: http}", "{port: 81, targetPort: 8080}",
        pod: ", annotations: {kuma.io/gateway: enabled}"),
      at: []),
    FindingRow(
      "conflicting-protocols", "a Service that is left out",
      .inMesh(
        """
        \(service("{port: 80, targetPort: 8080, appProtocol: http}"))
        ---
        \(service("{port: 81, targetPort: 8080}", name: "peers", metadata: ", annotations: {kuma.io/ignore: 'true'}"))
        ---
        \(deployment())
        """),
      at: []),
    FindingRow(
      "headless-beside-regular", "one port",
      two("{port: 80, targetPort: 8080}", "{port: 80, targetPort: 8080}", spec: headless),
      at: ["Service demo/web-peers spec.clusterIP"], saying: ["Service web-peers, which is headless, and Service web"]),
    FindingRow(
      "headless-beside-regular", "different protocols are told of otherwise",
      two("{port: 80, targetPort: 8080, appProtocol: http}", "{port: 80, targetPort: 8080}", spec: headless), at: []),
    FindingRow(
      "headless-beside-regular", "two regular ones", two("{port: 80, targetPort: 8080}", "{port: 80, targetPort: 8080}"),
      at: []),
    FindingRow(
      "headless-beside-regular", "other ports",
      two("{port: 80, targetPort: 8080}", "{port: 80, targetPort: 8081}", spec: headless), at: []),
  ]
}
