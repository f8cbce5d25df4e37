extension HostileDimension {
  /// What the owner of a Pod may write.
  static let pods: [HostileDimension] = [
    cluster("labels of a Pod, in descending order") { count in
      around(pod(labels: reversed(count) { "\"l\(1_000_000 + $0)\":\"x\"" }))
    },
    cluster("annotations of a Pod, in descending order") { count in
      around(pod(annotations: reversed(count) { "\"a\(1_000_000 + $0)\":\"x\"" }))
    },
    cluster("owners of a Pod") { count in
      let owners = list(count) { #"{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"o\#($0)","uid":"u\#($0)"}"# }
      return around(pod(metadata: #""ownerReferences":[\#(owners)]"#))
    },
    cluster("containers") { count in around(pod(containers: list(count) { #"{"name":"c\#($0)"}"# })) },
    cluster("containers that are ready") { count in
      around(
        pod(
          containers: list(count) { #"{"name":"c\#($0)","ports":[{"containerPort":\#($0 % 65_000 + 1)}]}"# },
          statuses: reversed(count) { #"{"name":"c\#($0)","ready":true}"# }))
    },
    cluster("ports of a container") { count in
      around(pod(containers: container(ports: list(count) { #"{"containerPort":\#($0 % 65_000 + 1)}"# })))
    },
    cluster("containers whose probes name ports of theirs") { count in
      around(
        pod(
          containers: list(count) {
            #"{"name":"c\#($0)","ports":[{"name":"p\#($0)","containerPort":\#($0 % 65_000 + 1)}],"livenessProbe":{"httpGet":{"port":"p\#($0)"}}}"#
          }))
    },
    cluster("containers whose probes name a port that is not there") { count in
      around(
        pod(
          containers: list(count) {
            #"{"name":"c\#($0)","ports":[{"name":"p\#($0)","containerPort":\#($0 % 65_000 + 1)}],"livenessProbe":{"httpGet":{"port":"absent"}}}"#
          }))
    },
    annotated("entries of the direct access", "kuma.io/direct-access-services") { "web_shop_svc_\($0)" },
    annotated("reachable services", "kuma.io/transparent-proxying-reachable-services") { "web_shop_svc_\($0)" },
    annotated("reachable backends", "kuma.io/reachable-backends", opening: "refs: [", closing: "]") {
      "{kind: MeshService, name: s\($0), namespace: shop}"
    },
    annotated("tags of a gateway", "kuma.io/tags", gateway: "enabled", opening: "{", closing: "}") {
      "\\\"t\($0)\\\":\\\"x\\\""
    },
    annotated("ports left out of the proxy", "traffic.kuma.io/exclude-inbound-ports") { "\($0 % 65_000 + 1)" },
    annotated("container patches", "kuma.io/container-patches") { "patch-\($0)" },
    HostileDimension.cluster("variables of the sidecar") { count in
      let variables = list(count, separator: ";") { "A\($0)=B" }
      return around(pod(annotations: "\"kuma.io/sidecar-env-vars\":\"\(variables)\""))
    },
    stray("entries of the direct access, and Services that none of them names", "kuma.io/direct-access-services") {
      "scv-\($0)_shop_svc_80"
    },
    stray("reachable services, and Services that none of them is", "kuma.io/transparent-proxying-reachable-services") {
      "scv-\($0)_shop_svc_80"
    },
    stray(
      "reachable backends, and Services that none of them is", "kuma.io/reachable-backends", opening: "refs: [", closing: "]"
    ) { "{kind: MeshService, name: scv-\($0), namespace: shop, port: 80}" },
  ]

  private static func annotated(
    _ name: String,
    _ annotation: String,
    gateway: String? = nil,
    opening: String = "",
    closing: String = "",
    _ entry: @escaping @Sendable (Int) -> String
  ) -> HostileDimension {
    .cluster(name) { count in
      let other = gateway.map { ",\"kuma.io/gateway\":\"\($0)\"" } ?? ""
      return around(pod(annotations: "\"\(annotation)\":\"\(opening)\(list(count, entry))\(closing)\"\(other)"))
    }
  }

  /// A Pod, with the Namespace and the Service that it needs.
  static func around(_ pod: String) -> [String] {
    [namespace, service(ports: #"{"port":80,"targetPort":8080}"#), pod]
  }

  /// A Pod, and as many Services as its annotation has entries, none of which names one of them.
  private static func stray(
    _ name: String,
    _ annotation: String,
    opening: String = "",
    closing: String = "",
    _ entry: @escaping @Sendable (Int) -> String
  ) -> HostileDimension {
    .cluster(name, under: namingControlPlane) { count in
      [namespace, pod(annotations: "\"\(annotation)\":\"\(opening)\(list(count, entry))\(closing)\"")]
        + (0..<count).map { service("svc-\($0)", selector: #""app":"x\#($0)""#, ports: #"{"port":80,"targetPort":8080}"#) }
    }
  }

  static let namespace =
    #"{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop","labels":{"kuma.io/sidecar-injection":"enabled"}}}"#

  /// A Pod of the namespace.
  static func pod(
    _ name: String = "web-0",
    metadata: String = #""ownerReferences":[]"#,
    labels: String = "",
    annotations: String = "",
    containers: String = container(ports: #"{"containerPort":8080}"#),
    statuses: String = ""
  ) -> String {
    let given = annotations.isEmpty ? "" : ",\(annotations)"
    let more = labels.isEmpty ? "" : ",\(labels)"
    return #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"\#(name)","namespace":"shop","uid":"u-\#(name)","#
      + #""labels":{"app":"web"\#(more)},"annotations":{"kuma.io/sidecar-injected":"true"\#(given)},\#(metadata)},"#
      + #""spec":{"containers":[\#(containers),{"name":"kuma-sidecar"}]},"#
      + #""status":{"phase":"Running","podIP":"10.0.0.1","containerStatuses":[\#(statuses)]}}"#
  }

  /// A container with ports.
  static func container(ports: String) -> String {
    #"{"name":"app","ports":[\#(ports)]}"#
  }

  /// A Service of the namespace.
  static func service(_ name: String = "web", selector: String = #""app":"web""#, ports: String) -> String {
    #"{"apiVersion":"v1","kind":"Service","metadata":{"name":"\#(name)","namespace":"shop"},"#
      + #""spec":{"clusterIP":"10.96.0.1","selector":{\#(selector)},"ports":[\#(ports)]}}"#
  }
}
