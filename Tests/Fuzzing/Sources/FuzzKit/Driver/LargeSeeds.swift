/// Inputs that once took minutes, made when they are run: each of a bug of the table that the guide's page on trust tells.
enum LargeSeeds {
  static func entries(of target: FuzzTarget) -> [Corpus.Entry] {
    switch target {
    case .json:
      [
        entry("leading-blanks", String(repeating: " ", count: 4_000_000) + "{}"), entry("deep", nested(600)),
        entry("many-keys", keys),
      ]
    case .yaml: [entry("doubling-aliases", doubling), entry("deep", nested(600)), entry("no-json", endless)]
    case .manifest:
      [entry("named-ports", namedPorts), entry("descending-labels", descendingLabels), entry("slices", slices)]
    case .strings: [entry("long-list", "ab" + String(repeating: "a_b_svc_1,", count: 20_000))]
    case .cluster, .events, .releases, .advice: []
    }
  }

  private static func entry(_ name: String, _ text: String) -> Corpus.Entry {
    Corpus.Entry(name: name, bytes: Array(text.utf8))
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  private static let keys = "{" + (0..<20_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"

  /// D1: 39 lines that say that a key is 2⁴⁰ strings.
  private static let doubling =
    "a0: &a0 [x,x]\n" + (1...39).map { "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1)]\n" }.joined() + "? *a39\n: 1\n"

  /// D12: what is no JSON, and no YAML that ends.
  private static let endless = String(repeating: "~ this is no document @\u{0}", count: 10_000)

  /// D3: named target ports of a Service, and named probe ports of a container.
  private static let namedPorts: String = {
    let ports = (0..<2_000).map { "{name: p\($0), port: \($0 + 1), targetPort: t\($0)}" }.joined(separator: ", ")
    let declared = (0..<2_000).map { "{name: t\($0), containerPort: \($0 + 1)}" }.joined(separator: ", ")
    return """
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: a}, spec: {selector: {app: web}, ports: [\(ports)]}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {kuma.io/sidecar-injection: enabled}}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: a, labels: {app: web}},
       spec: {containers: [{name: app, ports: [\(declared)]}]}}
      """
  }()

  /// D8: labels in descending order.
  private static let descendingLabels: String = {
    let labels = (0..<20_000).reversed().map { "l\(100_000 + $0): x" }.joined(separator: ", ")
    return
      "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: a, labels: {\(labels)}}, spec: {containers: [{name: app}]}}"
  }()

  /// D9, D10: EndpointSlices of one Service, and Meshes, in descending order.
  private static let slices: String = {
    let slices = (0..<20_000).reversed().map { number in
      """
      - apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s\(number), namespace: a, labels: {kubernetes.io/service-name: web}}
        endpoints: []

      """
    }
    let meshes = (0..<2_000).reversed().map { "- {apiVersion: kuma.io/v1alpha1, kind: Mesh, metadata: {name: m\($0)}}\n" }
    return "apiVersion: v1\nkind: List\nitems:\n" + slices.joined() + meshes.joined()
  }()
}
