/// The words that generated clusters are made of: few, so that objects refer to each other, and between them what surprises.
enum Words {
  static let namespaces = ["a", "b", "kuma-system", "default"]
  static let names = ["web", "api", "web-0", "edge", "x"]
  static let labelKeys = [
    "app", "version", "kuma.io/mesh", "kuma.io/service", "kuma.io/sidecar-injection", "my-kuma.io/x", "kuma.io/zone", "team",
    "pod-template-hash", "k8s.kuma.io/zone-proxy-type", "kuma.io/workload",
  ]
  static let values = ["web", "v1", "", "enabled", "disabled", "default", "*", "a b", "true", "x_y.z", "ingress"] + hostile
  static let switches = ["enabled", "disabled", "true", "yes", "Enabled", "", "null", "1"]
  static let meshes = ["default", "demo", "*", "", "UPPER", "a.b", "a b"]
  static let ports = [8080, 80, 9090, 0, 15006, 443, 65_535, 65_536, -1, 4_294_967_296, 5678]
  static let portNames = ["http", "metrics", "absent", "8080", ""]
  static let addresses = ["10.0.0.1", "10.0.0.2", "", "::1", "192.168.0.1", "None", "x"]
  static let protocols = ["TCP", "TCP", "UDP", "SCTP", "", "tcp"]
  static let appProtocols = ["http", "HTTP2", "grpc", "weird", "", "kuma.io/tcp"]
  static let phases = ["Running", "Running", "Pending", "Succeeded", "Failed", "Unknown", ""]
  static let uids = ["u0", "u1", "u2", ""]

  /// Strings that a terminal obeys, that look like others, or that are long.
  static let hostile = [
    "\u{1B}[31m", "\u{202E}abc", "\u{2028}", "caf\u{E9}", "cafe\u{301}", "\u{0}", "\u{FEFF}", "\u{7F}", "\n",
    String(repeating: "x", count: 70), "\u{1F600}", "\u{E0001}", "\"", "\\",
  ]

  /// Annotations that are read, each with strings that mean something in it and some that do not.
  static let annotations: [(key: String, values: [String])] = [
    ("kuma.io/sidecar-injected", ["true", "enabled", "false", "x"]),
    ("kuma.io/sidecar-injection", switches),
    ("kuma.io/mesh", meshes),
    ("kuma.io/transparent-proxying", ["enabled", "true", "disabled", "x"]),
    ("kuma.io/transparent-proxying-inbound-port", ["15006", "0", "-1", "4294967295", "x", "015006"]),
    ("kuma.io/transparent-proxying-outbound-port", ["15001", "99999999999", ""]),
    ("kuma.io/transparent-proxying-inbound-v6-port", ["15010", "0"]),
    ("kuma.io/transparent-proxying-ip-family-mode", ["dualstack", "ipv4", "x", ""]),
    ("kuma.io/direct-access-services", ["*", "web_a_svc_80", "web_a_svc_80,api_b_svc_80", "a, b", "", ",", "web"]),
    ("kuma.io/transparent-proxying-reachable-services", ["web_a_svc_80", "", ",,", "*"]),
    (
      "kuma.io/reachable-backends",
      [
        "refs: [{kind: MeshService, name: web, namespace: a, port: 80}]", "{}", "refs: x", "a: &a [*a]", "refs:\n- kind: x",
        #"{"refs": [{"kind": "MeshService", "labels": {"a": "b"}}]}"#, "", "{", "refs: [{kind: MeshService, port: 0x50}]",
      ]
    ),
    ("kuma.io/gateway", ["enabled", "provided", "builtin", "disabled", "*"]),
    ("kuma.io/tags", [#"{"kuma.io/service": "edge"}"#, "null", "x", "[]", #"{"a": 1}"#, #"{"a": "b", "a": "c"}"#]),
    ("kuma.io/ingress", ["enabled", "true", "x"]), ("kuma.io/egress", ["enabled", "true", "x"]),
    ("kuma.io/ingress-public-address", ["1.1.1.1", ""]), ("kuma.io/ingress-public-port", ["10001", "x", "0"]),
    ("kuma.io/envoy-admin-port", ["9901", "0", "x", "4294967296"]),
    ("kuma.io/virtual-probes", switches), ("kuma.io/virtual-probes-port", ["9000", "0", "x"]),
    ("kuma.io/application-probe-proxy-port", ["9001", "0", "-1"]),
    ("kuma.io/sidecar-drain-time", ["30s", "1h2m", "-1s", "x", "1e9h", "9223372036854775807ns", ".5s", "0"]),
    ("kuma.io/sidecar-proxy-concurrency", ["2", "-1", "x"]), ("kuma.io/sidecar-env-vars", ["A=B;C=D", "=", ";;", "A"]),
    ("kuma.io/wait-for-dataplane-ready", switches), ("kuma.io/init-first", switches),
    ("kuma.io/container-patches", ["patch", "a,b", "", " "]), ("kuma.io/ignore", switches),
    ("prometheus.metrics.kuma.io/port", ["5670", "x"]), ("prometheus.metrics.kuma.io/path", ["/metrics", ""]),
    ("prometheus.metrics.kuma.io/aggregate-app-port", ["8080", "x", "70000"]),
    ("prometheus.metrics.kuma.io/aggregate-app-path", ["/x", ""]),
    ("prometheus.metrics.kuma.io/aggregate-app-enabled", switches),
    ("80.service.kuma.io/protocol", ["grpc", "http", "weird", ""]), ("traffic.kuma.io/transparent-proxy-config", ["x", ""]),
    ("traffic.kuma.io/exclude-inbound-ports", ["80,81", "x", "1-9"]),
    ("kuma.io/service-account-token-volume", ["token", "x"]),
  ]
}
