import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// What would change it, worked out by hand.
@Suite("What would change it")
struct EditSearchTests {
  /// A question, and the answers: what the edits do, the smallest first, and who else is touched.
  struct Row: Sendable, CustomTestStringConvertible {
    let title: String
    let release: String
    let manifests: Manifests
    let pod: String
    let goal: EditGoal
    let expected: [String]

    init(
      _ title: String, under release: String = "2.9.4", _ manifests: Manifests, _ pod: String, _ goal: EditGoal,
      expect expected: [String]
    ) {
      self.title = title
      self.release = release
      self.manifests = manifests
      self.pod = pod
      self.goal = goal
      self.expected = expected
    }

    var testDescription: String { "\(title) [\(release)]" }

    func search() throws -> EditSearch? {
      try manifests.cluster(under: release).edits(leading: ObjectName(namespace: "demo", name: pod), to: goal)
    }
  }

  private static let unlabelled = "apiVersion: v1\nkind: Namespace\nmetadata: {name: demo}\n---\n"

  private static func deployment(_ name: String, labels: String = "") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name), namespace: demo}
    spec:
      replicas: 3
      template:
        metadata: {labels: {app: \(name)\(labels.isEmpty ? "" : ", \(labels)")}}
        spec: {containers: [{name: app, ports: [{containerPort: 8080, name: web}]}]}
    ---

    """
  }

  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: tool, namespace: demo, labels: {app: tool}}
    spec: {containers: [{name: tool, ports: [{containerPort: 9000}]}]}
    status: {phase: Running, podIP: 10.0.0.9}
    ---

    """

  private static func service(_ name: String, selector: String, ports: String = "{port: 80, targetPort: web}") -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: \(name), namespace: demo}
    spec: {selector: {\(selector)}, ports: [\(ports)]}
    ---

    """
  }

  private static let enabled = "kuma.io/sidecar-injection=enabled"
  private static let disabled = "kuma.io/sidecar-injection=disabled"

  static let rows: [Row] = [
    Row(
      "the template before the Namespace", Manifests(unlabelled + deployment("web") + deployment("api") + pod), "web-*",
      .injected,
      expect: [
        "label the template of Deployment web \(enabled) | No other Pod is touched.",
        "label Namespace demo \(enabled) | 4 more Pods would join: api-*, tool.",
      ]),
    Row(
      "a Namespace that has to have the label", under: "2.14.3",
      Manifests(unlabelled + deployment("web") + deployment("api")), "web-*", .injected,
      expect: [
        "label Namespace demo \(enabled) | 3 more Pods would join: api-*.",
        "label the template of Deployment web \(enabled), and label Namespace demo \(disabled) | No other Pod is touched.",
      ]),
    Row(
      "a Pod that asks for it needs a Namespace that has the label", under: "2.14.3",
      Manifests(unlabelled + deployment("web", labels: "kuma.io/sidecar-injection: enabled") + pod),
      "web-*", .injected,
      expect: [
        "label Namespace demo \(disabled) | No other Pod is touched.",
        "label Namespace demo \(enabled) | 1 more Pod would join: tool.",
      ]),
    Row(
      "a value that nobody reads", .inMesh(deployment("web", labels: "kuma.io/sidecar-injection: Enabled")), "web-*",
      .injected,
      expect: [
        "label the template of Deployment web \(enabled) | No other Pod is touched.",
        "remove the label kuma.io/sidecar-injection from the template of Deployment web | No other Pod is touched.",
      ]),
    Row(
      "out of the mesh", .inMesh(deployment("web") + deployment("api")), "web-*", .notInjected,
      expect: [
        "label the template of Deployment web \(disabled) | No other Pod is touched.",
        "label Namespace demo \(disabled) | 3 more Pods would leave the mesh: api-*.",
        "remove the label kuma.io/sidecar-injection from Namespace demo | 3 more Pods would leave the mesh: api-*.",
      ]),
    Row(
      "a label that the selector wants", .inMesh(deployment("web") + service("web", selector: "app: web, tier: front")),
      "web-*",
      .service("web_demo_svc_80"),
      expect: [
        "label the template of Deployment web tier=front | No other Pod is touched.",
        "remove tier from the selector of Service web | No other Pod is touched.",
      ]),
    Row(
      "a selector that wants another value",
      .inMesh(deployment("web") + pod + service("web", selector: "app: tool", ports: "{port: 80, targetPort: 8080}")),
      "web-*", .service("web_demo_svc_80"),
      expect: ["set app=web in the selector of Service web | 1 more Pod would offer other services or ports: tool."]),
    Row(
      "a target port of a name that no container has",
      .inMesh(deployment("web") + service("web", selector: "app: web", ports: "{port: 80, targetPort: http}")),
      "web-*", .service("web_demo_svc_80"),
      expect: ["set targetPort web on port 80 of Service web | No other Pod is touched."]),
  ]

  @Test(arguments: rows)
  func edits(_ row: Row) throws {
    let search = try #require(try row.search())
    guard case .edits(let proposals) = search.answer else {
      Issue.record("\(search.answer)")
      return
    }
    #expect(proposals.map { "\($0.fix.message) | \($0.effect)" } == row.expected)
  }

  /// What is proposed leads there, whoever tries it.
  @Test(arguments: rows)
  func everyEditLeadsThere(_ row: Row) throws {
    let cluster = try row.manifests.cluster(under: row.release)
    guard case .edits(let proposals)? = try row.search()?.answer else { return }
    for proposal in proposals {
      let changed = try #require(cluster.applying(proposal.fix.edits))
      let search = changed.edits(leading: ObjectName(namespace: "demo", name: row.pod), to: row.goal)
      #expect(search?.answer == .alreadySo(restarts: []), "\(proposal.fix.message)")
    }
  }

  static let others: [(Row, EditSearch.Answer)] = [
    (
      Row("a Namespace that is not there", Manifests(deployment("web")), "web-*", .injected, expect: []),
      .obstacle(.namespaceMissing)
    ),
    (Row("it is so already", .inMesh(deployment("web")), "web-*", .injected, expect: []), .alreadySo(restarts: [])),
    (
      Row("a service of another namespace", .inMesh(deployment("web")), "web-*", .service("a_b_svc_80"), expect: []),
      .obstacle(.otherNamespace("b"))
    ),
    (
      Row(
        "a port that the Service lacks", .inMesh(deployment("web") + service("web", selector: "app: web")), "web-*",
        .service("web_demo_svc_81"), expect: []),
      .obstacle(.noService(nearest: "web_demo_svc_80"))
    ),
    (
      Row("no name of a service", .inMesh(deployment("web")), "web-*", .service("web"), expect: []),
      .obstacle(.noName(.partCount(1)))
    ),
    (
      Row(
        "a release without tags", under: "3.0.0", .inMesh(deployment("web") + service("web", selector: "app: web")),
        "web-*", .service("web_demo_svc_80"), expect: []),
      .obstacle(.noTags)
    ),
    (
      Row(
        "a namespace that is never injected",
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: demo}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: demo}\nspec: {containers: [{name: a}]}",
        "p", .notInjected, expect: []),
      .alreadySo(restarts: [])
    ),
  ]

  @Test(arguments: others)
  func answersWithoutEdits(_ row: Row, _ answer: EditSearch.Answer) throws {
    #expect(try row.search()?.answer == answer, "\(row.title)")
  }

  @Test func aRunningPodWithoutItsSidecarOnlyHasToBeMadeAnew() throws {
    let owned = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-6d5-x
        namespace: demo
        labels: {pod-template-hash: "6d5"}
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-6d5, uid: u, controller: true}]
      spec: {containers: [{name: app}]}
      status: {phase: Running, podIP: 10.0.0.1}
      """
    let cluster = try Manifests.inMesh(owned).cluster(under: "2.9.4")
    let name = ObjectName(namespace: "demo", name: "web-6d5-x")
    #expect(cluster.edits(leading: name, to: .injected)?.answer == .alreadySo(restarts: []))
    #expect(cluster.edits(leading: ObjectName(namespace: "demo", name: "gone"), to: .injected) == nil)
  }
}
