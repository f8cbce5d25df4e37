import MeshDiagnostics
import Testing

/// A note with objects that show it, and like ones that do not.
struct NoteRow: Sendable, CustomTestStringConvertible {
  let note: String
  /// What shows it.
  let shown: Manifests
  /// The fields that show it, each with what stands there.
  let fields: [String]
  /// What is alike and does not show it.
  let hidden: Manifests

  var testDescription: String { note }

  init(_ note: String, _ shown: String, _ fields: [String], not hidden: String) {
    self.note = note
    self.shown = Manifests(stringLiteral: shown)
    self.fields = fields
    self.hidden = Manifests(stringLiteral: hidden)
  }

  init(_ note: String, _ shown: String, _ field: String, not hidden: String) {
    self.init(note, shown, [field], not: hidden)
  }

  /// An object of Kuma's.
  static func kuma(_ kind: String, _ spec: String, name: String = "p", metadata: String = "") -> String {
    """
    apiVersion: kuma.io/v1alpha1
    kind: \(kind)
    metadata: {name: \(name)\(metadata)}
    spec: {\(spec)}
    """
  }

  /// A Pod with a sidecar, and the Namespace that asks for it.
  static func pod(annotations: String = "", ports: String = "", metadata: String = "", others: String...) -> String {
    """
    apiVersion: v1
    kind: Namespace
    metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled}}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: demo, labels: {app: web}, annotations: {\(annotations)}\(metadata)}
    spec: {containers: [{name: app, ports: [\(ports)]}]}
    \(others.map { "---\n\($0)" }.joined(separator: "\n"))
    """
  }

  static func all(_ documents: String...) -> String { documents.joined(separator: "\n---\n") }
}

enum NoteRows {
  static let rows = meshes + pods + policies + announcedPolicies + announcedMeshes + services

  private static func kuma(_ kind: String, _ spec: String, name: String = "p", metadata: String = "") -> String {
    NoteRow.kuma(kind, spec, name: name, metadata: metadata)
  }

  private static func mesh(_ spec: String, name: String = "default") -> String { NoteRow.kuma("Mesh", spec, name: name) }
  private static func pod(_ annotations: String, ports: String = "") -> String {
    NoteRow.pod(annotations: annotations, ports: ports)
  }
  /// A ContainerPatch that changes the sidecar.
  private static func patch(_ changes: String, name: String = "p") -> String {
    """
    apiVersion: kuma.io/v1alpha1
    kind: ContainerPatch
    metadata: {name: \(name), namespace: kuma-system}
    spec:
      sidecarPatch:
    \(changes.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
    """
  }
  /// A change by which the sidecar takes traffic for any port.
  private static let opened =
    #"{op: add, path: /env/-, value: '{"name": "KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED", "value": "False"}'}"#
  /// A Pod with a port that no Service leads to, whose sidecar a patch changes.
  private static func patchedPod(scraped: Bool) -> String {
    NoteRow.pod(
      annotations: "kuma.io/container-patches: p" + (scraped ? ", prometheus.io/port: '81'" : ""),
      ports: "{containerPort: 80}, {containerPort: 81}", others: service)
  }
  /// An object that nothing reads.
  private static func named(_ kind: String, _ name: String, in namespace: String = "kuma-system") -> String {
    "{apiVersion: v1, kind: \(kind), metadata: {name: \(name), namespace: \(namespace)}}"
  }
  private static let mtls = "mtls: {enabledBackend: ca, backends: [{name: ca}]}"
  private static let timeout = kuma("MeshTimeout", "from: [{targetRef: {kind: Mesh}}]")

  private static let meshes: [NoteRow] = [
    NoteRow(
      "one-mtls-backend", mesh("mtls: {backends: [{name: a}, {name: b}]}"), "spec.mtls.backends is set",
      not: mesh("mtls: {backends: [{name: a}]}")),
    NoteRow(
      "egress-on-request", NoteRow.all(mesh(mtls), egress), "spec.routing.zoneEgress is not set",
      not: NoteRow.all(mesh(mtls + ", routing: {zoneEgress: true}"), egress)),
    NoteRow(
      "no-default-permission", NoteRow.all(mesh(mtls), timeout), #"spec.mtls.enabledBackend is "ca""#,
      not: NoteRow.all(mesh(mtls), timeout, kuma("MeshTrafficPermission", "targetRef: {kind: Mesh}"))),
    NoteRow(
      "connect-timeout", NoteRow.all(mesh(""), kuma("MeshRetry", "")), #"metadata.name is "default""#,
      not: NoteRow.all(mesh(""), kuma("Timeout", ""))),
    NoteRow(
      "inbound-request-timeout", NoteRow.all(mesh(""), kuma("MeshTimeout", "to: [{targetRef: {kind: Mesh}}]")),
      #"metadata.name is "default""#, not: NoteRow.all(mesh(""), timeout)),
    NoteRow(
      "mesh-name-as-label-deprecated", mesh("", name: "a.b"), #"metadata.name is "a.b""#, not: mesh("", name: "a-b")),
    NoteRow("mesh-name-as-label", mesh("", name: "1a"), #"metadata.name is "1a""#, not: mesh("", name: "a1")),
  ]

  private static let egress = """
    apiVersion: kuma.io/v1alpha1
    kind: ZoneEgress
    metadata: {name: egress, namespace: kuma-system}
    spec: {networking: {address: 10.0.0.1, port: 10002}}
    """

  private static let pods: [NoteRow] = [
    NoteRow(
      "gateway-instance-suffix",
      NoteRow.all(kuma("MeshGatewayInstance", "replicas: 1"), madeBy("MeshGatewayInstance")),
      [
        #"kind is "MeshGatewayInstance""#, #"metadata.ownerReferences[0].kind is "MeshGatewayInstance""#,
        #"metadata.ownerReferences[0].kind is "MeshGatewayInstance""#,
      ],
      not: NoteRow.all(kuma("MeshGateway", ""), madeBy("Gateway"))),
    NoteRow(
      "injection-annotation-deprecated", switched(label: ""),
      [
        #"metadata.annotations["kuma.io/sidecar-injection"] is "disabled""#,
        #"metadata.annotations["kuma.io/sidecar-injection"] is "enabled""#,
      ],
      not: switched(label: "kuma.io/sidecar-injection: enabled")),
    NoteRow(
      "mesh-annotation-deprecated",
      NoteRow.all(
        namespace("demo", "kuma.io/sidecar-injection: 'yes'", annotations: "kuma.io/mesh: blue"),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: demo, annotations: {kuma.io/mesh: red, kuma.io/gateway: 'no', b: 'yes'}}
        spec: {containers: [{name: app}]}
        """),
      [
        #"metadata.annotations["kuma.io/gateway"] is "no""#, #"metadata.annotations["kuma.io/mesh"] is "blue""#,
        #"metadata.annotations["kuma.io/mesh"] is "red""#, #"metadata.labels["kuma.io/sidecar-injection"] is "yes""#,
      ],
      not: NoteRow.all(
        namespace("demo", "kuma.io/sidecar-injection: 'true', kuma.io/mesh: blue", annotations: "kuma.io/mesh: blue"),
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: demo
          annotations: {kuma.io/mesh: default, kuma.io/sidecar-injected: 'true'}
        spec: {containers: [{name: app}, {name: kuma-sidecar}]}
        """)),
    NoteRow(
      "probe-proxy-stays-on", NoteRow.all(injecting, probed("'disabled'", key: "kuma.io/virtual-probes")),
      #"metadata.annotations["kuma.io/virtual-probes"] is "disabled""#,
      not: NoteRow.all(injecting, probed("'enabled'", key: "kuma.io/virtual-probes"))),
    NoteRow(
      "dns-server-gone", pod("kuma.io/transparent-proxying: disabled"),
      #"metadata.annotations["kuma.io/transparent-proxying"] is "disabled""#,
      not: pod("kuma.io/transparent-proxying: enabled")),
    NoteRow(
      "switches-gone",
      pod("kuma.io/sidecar-env-vars: A=1;KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED=false"),
      #"metadata.annotations["kuma.io/sidecar-env-vars"] is "A=1;KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED=false""#,
      not: pod("kuma.io/sidecar-env-vars: A=KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED")),
    NoteRow(
      "switches-gone",
      pod("kuma.io/sidecar-env-vars: KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED=false"),
      #"metadata.annotations["kuma.io/sidecar-env-vars"] is "KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED=false""#,
      not: pod("kuma.io/sidecar-concurrency: '1'")),
    NoteRow(
      "switches-gone",
      patch(
        """
        - {op: add, path: /env/-, value: '{"name": "A", "value": "KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED"}'}
        - {op: add, path: /env/-, value: '{"name": "KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED", "value": "false"}'}
        - {op: replace, path: /env, value: '[{"name": "B"}, {"name": "KUMA_DATAPLANE_RUNTIME_STRICT_INBOUND_PORTS_ENABLED"}]'}
        """),
      ["spec.sidecarPatch[1].value is set", "spec.sidecarPatch[2].value is set"],
      not: patch(
        """
        - {op: test, path: /env/-, value: '{"name": "KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED", "value": "false"}'}
        - {op: add, path: /args/-, value: '"KUMA_DATAPLANE_RUNTIME_REUSE_PORT_ENABLED"'}
        - {op: add, path: /env/-, value: '{"name": '}
        """)),
    NoteRow(
      "privilege-escalation",
      patch(
        """
        - {op: add, path: /securityContext/privileged, value: "true"}
        - {op: add, path: /securityContext/runAsUser, value: "0"}
        - {op: add, path: /securityContext/capabilities, value: '{"add": ["NET_ADMIN", "CAP_SYS_ADMIN"]}'}
        """),
      ["spec.sidecarPatch[0].value is set", "spec.sidecarPatch[2].value is set"],
      not: NoteRow.all(
        patch(
          """
          - {op: add, path: /securityContext/privileged, value: "false"}
          - {op: remove, path: /securityContext/privileged, value: "true"}
          - {op: add, path: /securityContext/capabilities/add, value: '["NET_ADMIN"]'}
          """, name: "harmless"),
        patch(
          """
          - {op: add, path: /securityContext/privileged, value: "true"}
          - {op: replace, path: /securityContext/allowPrivilegeEscalation, value: "true"}
          """, name: "both"))),
    NoteRow(
      "left-over-objects",
      NoteRow.all(
        named("Secret", "default.ca-builtin-cert-ca-1"), named("Secret", "gapi-demo-cert"),
        named("ConfigMap", "kuma-default-dns-vips")),
      [
        #"metadata.name is "default.ca-builtin-cert-ca-1""#, #"metadata.name is "gapi-demo-cert""#,
        #"metadata.name is "kuma-default-dns-vips""#,
      ],
      not: NoteRow.all(
        named("Secret", "gapi-demo-cert", in: "demo"), named("Secret", "kuma-default-dns-vips"),
        named("ConfigMap", "gapi-demo-cert"), named("ConfigMap", "kuma-control-plane-config"))),
    NoteRow(
      "dns-annotations-renamed", pod("kuma.io/builtindns: enabled"),
      #"metadata.annotations["kuma.io/builtindns"] is "enabled""#,
      not: pod("kuma.io/builtin-dns: enabled")),
    NoteRow(
      "dns-annotations-gone", pod("kuma.io/builtindnsport: '5'"), #"metadata.annotations["kuma.io/builtindnsport"] is "5""#,
      not: pod("kuma.io/builtin-dns-port: '5'")),
    NoteRow(
      "exclusions-merged", pod("traffic.kuma.io/exclude-outbound-tcp-ports-for-uids: '1'"),
      #"metadata.annotations["traffic.kuma.io/exclude-outbound-tcp-ports-for-uids"] is "1""#,
      not: pod("traffic.kuma.io/exclude-outbound-ports-for-uids: '1'")),
    NoteRow(
      "exclusions-gone", pod("traffic.kuma.io/exclude-outbound-udp-ports-for-uids: '1'"),
      #"metadata.annotations["traffic.kuma.io/exclude-outbound-udp-ports-for-uids"] is "1""#,
      not: pod("traffic.kuma.io/exclude-outbound-ports-for-uids: '1'")),
    NoteRow(
      "v6-port-deprecated", pod("kuma.io/transparent-proxying-inbound-v6-port: '0'"),
      #"metadata.annotations["kuma.io/transparent-proxying-inbound-v6-port"] is "0""#,
      not: pod("kuma.io/transparent-proxying-ip-family-mode: ipv4")),
    NoteRow(
      "probe-proxy-port-taken", pod("", ports: "{containerPort: 80}, {containerPort: 9001}"),
      #"spec.containers[0].ports[1].containerPort is "9001""#,
      not: pod("kuma.io/application-probe-proxy-port: '9005'", ports: "{containerPort: 9001}")),
    NoteRow(
      "probe-proxy-port-taken-always", pod("kuma.io/virtual-probes: disabled", ports: "{containerPort: 9001}"),
      #"spec.containers[0].ports[0].containerPort is "9001""#, not: pod("", ports: "{containerPort: 9001}")),
    NoteRow(
      "probe-proxy-port-taken-of-gateways", pod("kuma.io/gateway: enabled", ports: "{containerPort: 9001}"),
      #"spec.containers[0].ports[0].containerPort is "9001""#, not: pod("", ports: "{containerPort: 9001}")),
    NoteRow(
      "scraped-port-closed",
      NoteRow.pod(
        annotations: "prometheus.io/port: '81'", ports: "{containerPort: 80}, {containerPort: 81}", others: service),
      #"spec.containers[0].ports[1].containerPort is "81""#,
      not: NoteRow.pod(
        annotations: "prometheus.io/port: '80'", ports: "{containerPort: 80}, {containerPort: 81}", others: service)),
    NoteRow(
      "strict-inbound-ports",
      NoteRow.pod(ports: "{containerPort: 80}, {containerPort: 81}, {containerPort: 82, protocol: UDP}", others: service),
      #"spec.containers[0].ports[1].containerPort is "81""#,
      not: NoteRow.pod(
        annotations: "traffic.kuma.io/exclude-inbound-ports: '81'", ports: "{containerPort: 80}, {containerPort: 81}",
        others: service)),
    NoteRow(
      "scraped-port-closed",
      NoteRow.all(patchedPod(scraped: true), patch(#"[{op: add, path: /env/-, value: '{"name": "A", "value": "false"}'}]"#)),
      #"spec.containers[0].ports[1].containerPort is "81""#,
      not: NoteRow.all(patchedPod(scraped: true), patch("[\(opened)]"))),
    NoteRow(
      "strict-inbound-ports", NoteRow.all(patchedPod(scraped: false), patch("[{op: remove, path: /env}]")),
      #"spec.containers[0].ports[1].containerPort is "81""#,
      not: NoteRow.all(patchedPod(scraped: false), patch("[\(opened)]"))),
    NoteRow(
      "readiness-port-taken", pod("", ports: "{containerPort: 9902}"),
      #"spec.containers[0].ports[0].containerPort is "9902""#,
      not: pod("", ports: "{containerPort: 9902, protocol: UDP}")),
    NoteRow(
      "no-cpu-limit", NoteRow.all(NoteRow.pod(), quota), #"spec.hard["limits.cpu"] is "4""#,
      not: NoteRow.all(NoteRow.pod(), quota, limits)),
    NoteRow(
      "virtual-probes-annotations", pod("kuma.io/virtual-probes-port: '9000'"),
      #"metadata.annotations["kuma.io/virtual-probes-port"] is "9000""#,
      not: pod("kuma.io/application-probe-proxy-port: '9000'")),
    NoteRow(
      "virtual-probes-annotations", pod("kuma.io/virtual-probes: enabled"),
      #"metadata.annotations["kuma.io/virtual-probes"] is "enabled""#,
      // What every Pod has that 2.13 and 2.14 injected.
      not: pod("kuma.io/virtual-probes: disabled, kuma.io/virtual-probes-port: '9000'")),
    NoteRow(
      "probe-proxy-switched-off", NoteRow.all(injecting, probed("'0'")),
      #"metadata.annotations["kuma.io/application-probe-proxy-port"] is "0""#,
      not: NoteRow.all(injecting, probed("'9001'"))),
    NoteRow(
      "metrics-annotations", pod("prometheus.metrics.kuma.io/port: '1'"),
      #"metadata.annotations["prometheus.metrics.kuma.io/port"] is "1""#, not: pod("prometheus.io/port: '1'")),
    NoteRow(
      "builtin-dns-gone", pod("kuma.io/builtin-dns: enabled"), #"metadata.annotations["kuma.io/builtin-dns"] is "enabled""#,
      not: pod("kuma.io/builtin: enabled")),
    NoteRow(
      "ebpf-gone", pod("kuma.io/transparent-proxying-ebpf-bpf-fs-path: /x"),
      #"metadata.annotations["kuma.io/transparent-proxying-ebpf-bpf-fs-path"] is "/x""#,
      not: pod("kuma.io/transparent-proxying: enabled")),
    NoteRow(
      "delta-xds-only", pod("kuma.io/xds-transport-protocol-variant: DELTA_GRPC"),
      #"metadata.annotations["kuma.io/xds-transport-protocol-variant"] is "DELTA_GRPC""#, not: pod("kuma.io/xds: DELTA_GRPC")
    ),
  ]

  private static let injecting = namespace("demo", "kuma.io/sidecar-injection: enabled")

  private static func probed(_ value: String, key: String = "kuma.io/application-probe-proxy-port") -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: demo, annotations: {\(key): \(value)}}
    spec: {containers: [{name: app, readinessProbe: {httpGet: {path: /, port: 80}}}]}
    """
  }

  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: demo}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    """

  /// What the owner of a kind makes of itself.
  private static func madeBy(_ kind: String) -> String {
    NoteRow.all(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: edge-x7k2p, namespace: demo, ownerReferences: [{kind: \(kind), name: edge}]}
      spec: {selector: {app: edge}, ports: [{port: 80}]}
      """,
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: edge-b9v4t, namespace: demo, ownerReferences: [{kind: \(kind), name: edge}]}
      spec: {template: {metadata: {labels: {app: edge}}, spec: {containers: [{name: kuma-gateway}]}}}
      """)
  }

  /// A Namespace that asks for sidecars by an annotation, and a Pod that wants none.
  private static func switched(label: String) -> String {
    NoteRow.all(
      namespace("demo", label, annotations: "kuma.io/sidecar-injection: enabled"),
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: demo, labels: {\(label)}, annotations: {kuma.io/sidecar-injection: disabled}}
      spec: {containers: [{name: app}]}
      """)
  }

  private static let quota = """
    apiVersion: v1
    kind: ResourceQuota
    metadata: {name: q, namespace: demo}
    spec: {hard: {limits.cpu: "4"}}
    """

  private static let limits = """
    apiVersion: v1
    kind: LimitRange
    metadata: {name: l, namespace: demo}
    spec: {limits: [{type: Container, default: {cpu: "1"}}]}
    """

  private static let policies: [NoteRow] = [
    NoteRow(
      "external-service-zone", kuma("ExternalService", "tags: {kuma.io/zone: east}"),
      #"spec.tags["kuma.io/zone"] is "east""#,
      not: kuma("ExternalService", "tags: {kuma.io/service: east}")),
    NoteRow(
      "route-prefix-slash",
      kuma("MeshGatewayRoute", "conf: {http: {rules: [{matches: [{path: {match: PREFIX, value: /a/}}]}]}}"),
      #"spec.conf.http.rules[0].matches[0].path.value is "/a/""#,
      not: kuma(
        "MeshGatewayRoute",
        "conf: {http: {rules: [{matches: [{path: {match: PREFIX, value: /}}, {path: {match: EXACT, value: /a/}}]}]}}")),
    NoteRow(
      "permission-actions", kuma("MeshTrafficPermission", "from: [{default: {action: ALLOW}}]"),
      #"spec.from[0].default.action is "ALLOW""#, not: kuma("MeshTrafficPermission", "from: [{default: {action: Allow}}]")),
    NoteRow(
      "policy-types-needed", kuma("MeshAccessLog", "to: [{default: {backends: [{file: {path: /x, format: {plain: y}}}]}}]"),
      ["spec.to[0].default.backends[0].file.format.type is not set", "spec.to[0].default.backends[0].type is not set"],
      not: kuma(
        "MeshAccessLog", "to: [{default: {backends: [{type: File, file: {path: /x, format: {type: Plain, plain: y}}}]}}]")),
    NoteRow(
      "path-prefix", kuma("MeshHTTPRoute", "to: [{rules: [{matches: [{path: {type: Prefix}}]}]}]"),
      #"spec.to[0].rules[0].matches[0].path.type is "Prefix""#,
      not: kuma("MeshHTTPRoute", "to: [{rules: [{matches: [{path: {type: PathPrefix}}]}]}]")),
    NoteRow(
      "names-of-new-objects", kuma("MeshRetry", "", name: "a_b"), #"metadata.name is "a_b""#,
      not: kuma("MeshRetry", "", name: "a-b")),
    NoteRow(
      "names-of-objects", kuma("Retry", "", name: "a_b"), #"metadata.name is "a_b""#, not: kuma("Retry", "", name: "a.b")),
    NoteRow(
      "names-as-labels-deprecated", kuma("Zone", "", name: "1st"), #"metadata.name is "1st""#,
      not: NoteRow.all(kuma("Zone", "", name: "first-1"), kuma("MeshRetry", "", name: "1st"))),
    NoteRow(
      "ties-of-policies",
      NoteRow.all(
        kuma("MeshRetry", "targetRef: {kind: Mesh}", name: "a"), kuma("MeshRetry", "targetRef: {kind: Mesh}", name: "b")),
      [#"spec.targetRef.kind is "Mesh""#, #"spec.targetRef.kind is "Mesh""#],
      not: NoteRow.all(
        kuma("MeshRetry", "targetRef: {kind: Mesh}", name: "a"),
        kuma("MeshRetry", "targetRef: {kind: MeshSubset, tags: {a: b}}", name: "b"),
        kuma("MeshTrace", "targetRef: {kind: Mesh}", name: "a"))),
    NoteRow(
      "gateway-policies", NoteRow.all(kuma("MeshRetry", "targetRef: {kind: MeshService, name: edge}"), edge),
      #"spec.targetRef.name is "edge""#,
      not: NoteRow.all(kuma("MeshRetry", "targetRef: {kind: MeshService, name: web}"), edge)),
    NoteRow(
      "gateway-instance-service-deprecated", kuma("MeshGatewayInstance", "tags: {kuma.io/service: edge}"),
      #"spec.tags["kuma.io/service"] is "edge""#, not: kuma("MeshGatewayInstance", "tags: {app: edge}")),
    NoteRow(
      "gateway-instance-service-refused", kuma("MeshGatewayInstance", "tags: {kuma.io/service: edge}"),
      #"spec.tags["kuma.io/service"] is "edge""#, not: kuma("MeshGatewayInstance", "replicas: 2")),
    NoteRow(
      "from-mesh-service-deprecated", kuma("MeshTrafficPermission", "from: [{targetRef: {kind: MeshService, name: web}}]"),
      #"spec.from[0].targetRef.kind is "MeshService""#,
      not: kuma("MeshTrafficPermission", "from: [{targetRef: {kind: Mesh}}]")),
    NoteRow(
      "subsets-deprecated", kuma("MeshRetry", "targetRef: {kind: MeshSubset}"), #"spec.targetRef.kind is "MeshSubset""#,
      not: kuma("MeshRetry", "targetRef: {kind: Dataplane}")),
    NoteRow(
      "from-deprecated", kuma("MeshTimeout", "from: [{targetRef: {kind: Mesh}}]"), "spec.from is set",
      not: kuma("MeshFaultInjection", "from: [{targetRef: {kind: Mesh}}]")),
    NoteRow(
      "passthrough-default", kuma("MeshPassthrough", "default: {appendMatch: []}"),
      "spec.default.passthroughMode is not set",
      not: kuma("MeshPassthrough", "default: {passthroughMode: None}")),
    NoteRow(
      "control-plane-namespace-label", namespace("kuma-system", ""),
      #"metadata.labels["kuma.io/sidecar-injection"] is not set"#,
      not: NoteRow.all(namespace("kuma-system", "kuma.io/sidecar-injection: disabled"), namespace("demo", ""))),
    NoteRow("reuse-port", egress, #"metadata.name is "egress""#, not: service),
    NoteRow(
      "multi-zone-name", kuma("MeshMultiZoneService", "", name: String(repeating: "a", count: 64)),
      #"metadata.name is "\#(String(repeating: "a", count: 64))""#,
      not: kuma("MeshMultiZoneService", "", name: String(repeating: "a", count: 63))),
    NoteRow(
      "hostname-templates", kuma("HostnameGenerator", "template: '{{ .DisplayName }}_x.mesh'"),
      #"spec.template is "{{ .DisplayName }}_x.mesh""#,
      not: kuma("HostnameGenerator", "template: '{{ .DisplayName }}.x.mesh'")),
  ]

  private static let edge = kuma("MeshGateway", "selectors: [{match: {kuma.io/service: edge}}]", name: "edge")

  private static func namespace(_ name: String, _ labels: String, annotations: String = "") -> String {
    """
    apiVersion: v1
    kind: Namespace
    metadata: {name: \(name), labels: {\(labels)}, annotations: {\(annotations)}}
    """
  }

  private static let announcedPolicies: [NoteRow] = [
    NoteRow(
      "policy-kind-gone", kuma("MeshRetry", "targetRef: {kind: MeshSubset, tags: {a: b}}"),
      #"spec.targetRef.kind is "MeshSubset""#,
      not: NoteRow.all(
        kuma("MeshRetry", "targetRef: {kind: Dataplane, labels: {a: b}}"), kuma("MeshTrace", "targetRef: {kind: Mesh}"))),
    NoteRow(
      "policy-narrowing-gone", kuma("MeshTimeout", "targetRef: {kind: Mesh, proxyTypes: [Gateway], tags: {a: b}}"),
      ["spec.targetRef.proxyTypes is set", "spec.targetRef.tags is set"],
      not: kuma("MeshTimeout", "targetRef: {kind: Dataplane, labels: {a: b}}")),
    NoteRow(
      "policy-dataplane-by-name",
      NoteRow.all(
        kuma("MeshTimeout", "targetRef: {kind: Dataplane, name: web}"),
        kuma("MeshRetry", "targetRef: {kind: Dataplane, namespace: demo}")),
      [#"spec.targetRef.name is "web""#, #"spec.targetRef.namespace is "demo""#],
      not: NoteRow.all(
        kuma("MeshTimeout", "targetRef: {kind: Dataplane, name: web, labels: {a: b}}"),
        kuma("MeshRetry", "targetRef: {kind: Dataplane}"))),
    NoteRow(
      "policy-to-kind-gone",
      kuma("MeshTimeout", "to: [{targetRef: {kind: Mesh}}, {targetRef: {kind: MeshServiceSubset, name: web}}]"),
      #"spec.to[1].targetRef.kind is "MeshServiceSubset""#,
      not: kuma("MeshTimeout", "to: [{targetRef: {kind: MeshService, labels: {a: b}}}]")),
    NoteRow(
      "policy-to-by-name", kuma("MeshTimeout", "to: [{targetRef: {kind: MeshService, name: web}}]"),
      #"spec.to[0].targetRef.name is "web""#,
      not: kuma("MeshTimeout", "to: [{targetRef: {kind: MeshService, labels: {a: b}}}, {targetRef: {kind: Mesh}}]")),
    NoteRow(
      "policy-by-proxy-type", kuma("MeshTimeout", "targetRef: {kind: Dataplane, labels: {kuma.io/proxy-type: sidecar}}"),
      #"spec.targetRef.labels["kuma.io/proxy-type"] is "sidecar""#,
      not: kuma("MeshTimeout", "targetRef: {kind: Dataplane, labels: {proxy-type: sidecar}}")),
    NoteRow(
      "from-gone", kuma("MeshTimeout", "from: [{targetRef: {kind: Mesh}}]"), "spec.from is set",
      not: kuma("MeshTimeout", "rules: [{default: {}}], from: []")),
    NoteRow(
      "permission-from-gone", kuma("MeshTrafficPermission", "from: [{targetRef: {kind: Mesh}}]"), "spec.from is set",
      not: kuma("MeshTrafficPermission", "from: [{targetRef: {kind: Mesh}}], rules: [{default: {}}]")),
    NoteRow(
      "route-subset-gone",
      kuma("MeshTCPRoute", "to: [{rules: [{default: {backendRefs: [{kind: MeshServiceSubset, name: web}]}}]}]"),
      #"spec.to[0].rules[0].default.backendRefs[0].kind is "MeshServiceSubset""#,
      not: kuma("MeshTCPRoute", "to: [{rules: [{default: {backendRefs: [{kind: MeshService, name: web}]}}]}]")),
    NoteRow(
      "panic-threshold-gone", kuma("MeshHealthCheck", "to: [{default: {healthyPanicThreshold: 50}}]"),
      #"spec.to[0].default.healthyPanicThreshold is "50""#, not: kuma("MeshHealthCheck", "to: [{default: {interval: 1s}}]")),
    NoteRow(
      "hash-policies-moved",
      kuma("MeshLoadBalancingStrategy", "to: [{default: {loadBalancer: {ringHash: {hashPolicies: [{type: Header}]}}}}]"),
      "spec.to[0].default.loadBalancer.ringHash.hashPolicies is set",
      not: kuma(
        "MeshLoadBalancingStrategy", "to: [{default: {hashPolicies: [{type: Header}], loadBalancer: {ringHash: {}}}}]")),
    NoteRow(
      "source-ip-gone",
      kuma("MeshLoadBalancingStrategy", "to: [{default: {hashPolicies: [{type: Header}, {type: SourceIP}]}}]"),
      #"spec.to[0].default.hashPolicies[1].type is "SourceIP""#,
      not: kuma("MeshLoadBalancingStrategy", "to: [{default: {hashPolicies: [{type: Connection}]}}]")),
    NoteRow(
      "telemetry-endpoint-gone",
      kuma("MeshMetric", "default: {backends: [{type: OpenTelemetry, openTelemetry: {endpoint: 'otel:4317'}}]}"),
      #"spec.default.backends[0].openTelemetry.endpoint is "otel:4317""#,
      not: kuma(
        "MeshMetric",
        "default: {backends: [{type: OpenTelemetry, openTelemetry: {backendRef: {kind: MeshOpenTelemetryBackend, name: otel}}}]}"
      )),
    NoteRow(
      "old-policies-gone", kuma("TrafficPermission", ""), #"kind is "TrafficPermission""#,
      not: kuma("MeshTrafficPermission", "")),
    NoteRow(
      "mesh-owner",
      kuma("MeshTrace", "", metadata: ", labels: {kuma.io/mesh: blue}, ownerReferences: [{kind: Mesh, name: default}]"),
      #"metadata.ownerReferences[0].name is "default""#,
      not: kuma("MeshTrace", "", metadata: ", labels: {kuma.io/mesh: blue}, ownerReferences: [{kind: Mesh, name: blue}]")),
    NoteRow(
      "names-as-labels", kuma("MeshExternalService", "", name: "a.b"), #"metadata.name is "a.b""#,
      not: NoteRow.all(kuma("MeshExternalService", "", name: "a-b"), kuma("MeshTrace", "", name: "a.b"))),
  ]

  private static let announcedMeshes: [NoteRow] = [
    NoteRow(
      "mesh-mtls-without-identity", mesh(mtls), #"spec.mtls.enabledBackend is "ca""#,
      not: NoteRow.all(mesh(mtls), kuma("MeshIdentity", "selector: {dataplane: {matchLabels: {}}}"))),
    NoteRow(
      "proxy-without-identity",
      NoteRow.all(
        NoteRow.pod(), mesh(mtls), kuma("MeshIdentity", "selector: {dataplane: {matchLabels: {app: api}}}")),
      #"metadata.labels.app is "web""#,
      not: NoteRow.all(
        NoteRow.pod(), mesh(mtls), kuma("MeshIdentity", "selector: {dataplane: {matchLabels: {app: web}}}"))),
    NoteRow(
      "proxy-identity-unknown",
      NoteRow.all(
        NoteRow.pod(), mesh(mtls),
        kuma("MeshIdentity", "selector: {dataplane: {matchLabels: {topology.kubernetes.io/zone: a}}}")),
      "metadata.labels is set",
      not: NoteRow.all(
        NoteRow.pod(), mesh(mtls),
        kuma("MeshIdentity", "selector: {dataplane: {matchLabels: {app: api, topology.kubernetes.io/zone: a}}}"))),
    NoteRow(
      "mesh-permissive", mesh("mtls: {backends: [{name: ca, mode: PERMISSIVE}]}"),
      #"spec.mtls.backends[0].mode is "PERMISSIVE""#,
      not: NoteRow.all(mesh("mtls: {backends: [{name: ca, mode: PERMISSIVE}]}"), kuma("MeshTLS", ""))),
    NoteRow(
      "mesh-passthrough", mesh("networking: {outbound: {passthrough: false}}"),
      #"spec.networking.outbound.passthrough is "false""#,
      not: mesh("networking: {outbound: {passthrough: true}}")),
    NoteRow(
      "constraints-gone",
      NoteRow.all(
        mesh("constraints: {dataplaneProxy: {requirements: [{tags: {app: '*'}}], restrictions: []}}"),
        mesh("constraints: {dataplaneProxy: {restrictions: [{tags: {team: a}}]}}", name: "blue")),
      [
        "spec.constraints.dataplaneProxy.requirements is set",
        "spec.constraints.dataplaneProxy.restrictions is set",
      ],
      not: NoteRow.all(mesh("constraints: {dataplaneProxy: {requirements: []}}"), mesh("constraints: {}", name: "blue"))),
    NoteRow(
      "mesh-fields-gone", mesh("logging: {backends: []}, routing: {localityAwareLoadBalancing: true, zoneEgress: false}"),
      ["spec.logging is set", #"spec.routing.localityAwareLoadBalancing is "true""#],
      not: mesh("routing: {zoneEgress: false}")),
    NoteRow(
      "mesh-services-mode-gone", NoteRow.all(mesh(""), mesh("meshServices: {mode: Everywhere}", name: "blue")),
      [#"spec.meshServices.mode is "Everywhere""#, "spec.meshServices.mode is not set"],
      not: mesh("meshServices: {mode: Exclusive}")),
    NoteRow("standalone-zone-proxies-gone", egress, #"metadata.name is "egress""#, not: service),
    NoteRow(
      "stored-builtin-gateway", dataplane("gateway: {type: BUILTIN, tags: {kuma.io/service: a}}"),
      #"spec.networking.gateway.type is "BUILTIN""#,
      not: dataplane("gateway: {type: DELEGATED, tags: {kuma.io/service: a}}")),
    NoteRow(
      "outbounds-by-tags", dataplane("outbound: [{port: 80, tags: {kuma.io/service: a}}]"),
      "spec.networking.outbound[0].tags is set",
      not: dataplane("outbound: [{port: 80, backendRef: {kind: MeshService, name: a}}]")),
    NoteRow(
      "dataplane-address", dataplane("inbound: []").replacing("10.0.0.1", with: "0.0.0.0"),
      #"spec.networking.address is "0.0.0.0""#, not: dataplane("inbound: []")),
    NoteRow(
      "dataplane-address", dataplane("ingress: {publicAddress: 1.2.3.4}"), "spec.networking.ingress is set",
      not: dataplane("inbound: []")),
    NoteRow(
      "dataplane-address", dataplane("ingress: {}"), "spec.networking.ingress is set", not: dataplane("gateway: {}")),
    NoteRow(
      "outbound-service-gone", dataplane("outbound: [{port: 80, tags: {a: b}}, {port: 81, service: db}]"),
      #"spec.networking.outbound[1].service is "db""#,
      not: dataplane("outbound: [{port: 80, tags: {kuma.io/service: db}}]")),
    NoteRow(
      "advertised-address-gone", dataplane("advertisedAddress: 1.2.3.4"),
      #"spec.networking.advertisedAddress is "1.2.3.4""#, not: dataplane("inbound: []")),
    NoteRow(
      "v6-port-of-dataplanes", dataplane("transparentProxying: {redirectPortInboundV6: 15010}"),
      #"spec.networking.transparentProxying.redirectPortInboundV6 is "15010""#,
      not: dataplane("transparentProxying: {redirectPortInbound: 15010}")),
    NoteRow(
      "protocol-by-field", dataplane("inbound: [{port: 80, tags: {kuma.io/service: a, kuma.io/protocol: http}}]"),
      #"spec.networking.inbound[0].tags["kuma.io/protocol"] is "http""#,
      not: dataplane(
        "inbound: [{port: 80, protocol: http, tags: {kuma.io/service: a, kuma.io/protocol: http}}, {port: 81, tags: {kuma.io/protocol: tcp}}]"
      )),
  ]

  private static func dataplane(_ networking: String) -> String {
    """
    apiVersion: kuma.io/v1alpha1
    kind: Dataplane
    mesh: default
    metadata: {name: a, namespace: demo}
    spec: {networking: {address: 10.0.0.1, \(networking)}}
    """
  }

  private static func gateway(_ kind: String, _ spec: String) -> String {
    """
    apiVersion: gateway.networking.k8s.io/v1
    kind: \(kind)
    metadata: {name: g, namespace: demo}
    spec: {\(spec)}
    """
  }

  private static let services: [NoteRow] = [
    NoteRow(
      "mesh-service-tags-gone", kuma("MeshService", "selector: {dataplaneTags: {app: web}}"),
      "spec.selector.dataplaneTags is set",
      not: kuma("MeshService", "selector: {dataplaneLabels: {matchLabels: {app: web}}}")),
    NoteRow(
      "mesh-service-identities",
      kuma("MeshService", "identities: [{type: SpiffeID, value: a}, {type: ServiceTag, value: a}]"),
      #"spec.identities[1].type is "ServiceTag""#, not: kuma("MeshService", "identities: [{type: SpiffeID, value: a}]")),
    NoteRow(
      "external-service-tls",
      kuma("MeshExternalService", "tls: {verification: {caCert: {secret: a}, clientKey: {type: Secret}}}"),
      "spec.tls.verification.caCert.type is not set",
      not: kuma("MeshExternalService", "tls: {verification: {caCert: {type: Secret}}}")),
    NoteRow(
      "external-service-of-a-zone", kuma("MeshExternalService", "", metadata: ", labels: {kuma.io/zone: east}"),
      #"metadata.labels["kuma.io/zone"] is "east""#, not: kuma("MeshExternalService", "", metadata: ", labels: {zone: east}")
    ),
    NoteRow(
      "external-service-identity", kuma("MeshExternalService", ""), #"metadata.name is "p""#,
      not: NoteRow.all(kuma("MeshExternalService", ""), kuma("MeshIdentity", "selector: {dataplane: {}}"))),
    NoteRow(
      "trust-origin-gone", kuma("MeshTrust", "origin: {kri: x}"), "spec.origin is set",
      not: kuma("MeshTrust", "trustDomain: x")),
    NoteRow(
      "zone-without-address", kuma("Zone", ""), #"metadata.name is "p""#,
      not: NoteRow.all(kuma("Zone", ""), kuma("MeshZoneAddress", ""))),
    NoteRow(
      "external-services-gone", kuma("ExternalService", ""), #"kind is "ExternalService""#,
      not: kuma("MeshExternalService", "")),
    NoteRow("gateway-kinds-gone", kuma("MeshGateway", ""), #"kind is "MeshGateway""#, not: kuma("MeshIdentity", "")),
    NoteRow(
      "gateway-api-gone", gateway("Gateway", "gatewayClassName: kuma"), #"spec.gatewayClassName is "kuma""#,
      not: gateway("Gateway", "gatewayClassName: istio")),
    NoteRow(
      "gateway-class-gone", gateway("GatewayClass", "controllerName: gateways.kuma.io/controller"),
      #"spec.controllerName is "gateways.kuma.io/controller""#,
      not: gateway("GatewayClass", "controllerName: istio.io/gateway-controller")),
    NoteRow(
      "route-of-a-gateway", gateway("HTTPRoute", "parentRefs: [{name: edge}]"), #"spec.parentRefs[0].name is "edge""#,
      not: gateway("HTTPRoute", "parentRefs: [{kind: Service, name: web}]")),
    NoteRow(
      "route-across-namespaces",
      gateway("HTTPRoute", "rules: [{backendRefs: [{name: a, namespace: demo}, {name: b, namespace: other}]}]"),
      #"spec.rules[0].backendRefs[1].namespace is "other""#,
      not: NoteRow.all(
        gateway("HTTPRoute", "rules: [{backendRefs: [{name: b, namespace: other}]}]"),
        gateway("ReferenceGrant", "to: []").replacing("namespace: demo", with: "namespace: other"))),
    NoteRow(
      "kafka-of-services", service.replacing("{port: 80}", with: "{port: 80, appProtocol: kafka}"),
      #"spec.ports[0].appProtocol is "kafka""#,
      not: service.replacing("{port: 80}", with: "{port: 80, appProtocol: tcp}")),
    NoteRow(
      "kafka-of-services",
      service.replacing("namespace: demo", with: "namespace: demo, annotations: {80.service.kuma.io/protocol: kafka}")
        .replacing("{port: 80}", with: "{port: 80, appProtocol: kafka}"),
      [
        #"metadata.annotations["80.service.kuma.io/protocol"] is "kafka""#,
        #"spec.ports[0].appProtocol is "kafka""#,
      ],
      not: service.replacing("namespace: demo", with: "namespace: demo, annotations: {81.service.kuma.io/protocol: kafka}")),
    NoteRow(
      "mesh-annotation-of-services",
      service.replacing("namespace: demo", with: "namespace: demo, annotations: {kuma.io/mesh: blue}"),
      #"metadata.annotations["kuma.io/mesh"] is "blue""#,
      not: service.replacing(
        "namespace: demo", with: "namespace: demo, labels: {kuma.io/mesh: blue}, annotations: {kuma.io/mesh: blue}")),
    NoteRow(
      "mesh-annotation-of-routes",
      gateway("HTTPRoute", "").replacing("namespace: demo", with: "namespace: demo, annotations: {kuma.io/mesh: blue}"),
      #"metadata.annotations["kuma.io/mesh"] is "blue""#,
      not: NoteRow.all(
        namespace("demo", "kuma.io/mesh: blue"),
        gateway("HTTPRoute", "").replacing("namespace: demo", with: "namespace: demo, annotations: {kuma.io/mesh: blue}"))),
  ]
}
