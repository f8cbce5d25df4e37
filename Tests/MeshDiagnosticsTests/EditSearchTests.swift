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

  private static func deployment(
    _ name: String, kind: String = "Deployment", labels: String = "", annotations: String = "", user: String = "1000"
  ) -> String {
    """
    apiVersion: apps/v1
    kind: \(kind)
    metadata: {name: \(name), namespace: demo}
    spec:
      replicas: 3
      template:
        metadata: {labels: {app: \(name)\(labels.isEmpty ? "" : ", \(labels)")}, annotations: {\(annotations)}}
        spec:
          containers:
          - {name: app, securityContext: {runAsUser: \(user)}, ports: [{containerPort: 8080, name: web}]}
    ---

    """
  }

  /// A Mesh, and the tag `team` that it requires, if it does.
  private static func mesh(_ name: String, requiring team: String? = nil) -> String {
    let constraints = team.map { "constraints: {dataplaneProxy: {requirements: [{tags: {team: \($0)}}]}}" } ?? ""
    return """
      apiVersion: kuma.io/v1alpha1
      kind: Mesh
      metadata: {name: \(name)}
      spec: {\(constraints)}
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

  private static let gateway = "kuma.io/gateway: provided"
  private static let untouched = "No other Pod is touched."
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

  /// What the edits do to Pods that stop working, or start to, by them.
  static let harmful: [Row] = [
    // The injector of 1.8.0 to 2.14.3 reads the annotation as a switch, in Namespaces that have the label.
    Row(
      "a gateway that the injector would refuse", under: "2.13.0",
      Manifests(unlabelled + deployment("web") + deployment("edge", annotations: gateway)), "web-*", .injected,
      expect: [
        "label the template of Deployment web \(enabled), and label Namespace demo \(disabled) | \(untouched)",
        "label Namespace demo \(enabled) | 3 more Pods would be refused: edge-*.",
      ]),
    Row(
      "a gateway that the injector lets in", under: "2.13.0",
      Manifests(unlabelled + deployment("web") + deployment("edge", annotations: "kuma.io/gateway: enabled")), "web-*",
      .injected,
      expect: [
        "label Namespace demo \(enabled) | 3 more Pods would join: edge-*.",
        "label the template of Deployment web \(enabled), and label Namespace demo \(disabled) | \(untouched)",
      ]),
    Row(
      "the user of the sidecar", Manifests(unlabelled + deployment("web") + deployment("edge", user: "5678")), "web-*",
      .injected,
      expect: [
        "label the template of Deployment web \(enabled) | \(untouched)",
        "label Namespace demo \(enabled) | 3 more Pods would be refused: edge-*.",
      ]),
    // Kuma validates Pods of Namespaces that have the label, whatever it says.
    Row(
      "a label that only Kuma may write", under: "2.13.0",
      Manifests(unlabelled + deployment("web") + deployment("edge", labels: "kuma.io/workload: edge")), "web-*", .injected,
      expect: [
        "label Namespace demo \(enabled) | 3 more Pods would be refused: edge-*.",
        "label the template of Deployment web \(enabled), and label Namespace demo \(disabled) | 3 more Pods would be refused: edge-*.",
      ]),
    Row(
      "a Pod that is refused as long as the Namespace asks for it",
      .inMesh(deployment("web") + deployment("edge", annotations: gateway)), "web-*", .notInjected,
      expect: [
        "label the template of Deployment web \(disabled) | \(untouched)",
        "label Namespace demo \(disabled) | 3 more Pods would no longer be refused, and be created without a sidecar: edge-*.",
        "remove the label kuma.io/sidecar-injection from Namespace demo | 3 more Pods would no longer be refused, and be created without a sidecar: edge-*.",
      ]),
    Row(
      "a mesh of which the input does not say whether it exists",
      Manifests(unlabelled + deployment("web") + deployment("api", annotations: "kuma.io/mesh: blue")), "web-*",
      .injected,
      expect: [
        "label the template of Deployment web \(enabled) | \(untouched)",
        "label Namespace demo \(enabled) | 3 more Pods may be affected: api-*; add meshes to the input to know.",
      ]),
    Row(
      "a mesh that exists",
      Manifests(
        unlabelled + mesh("default") + mesh("blue") + deployment("web")
          + deployment("api", annotations: "kuma.io/mesh: blue")),
      "web-*", .injected,
      expect: [
        "label the template of Deployment web \(enabled) | \(untouched)",
        "label Namespace demo \(enabled) | 3 more Pods would join: api-*.",
      ]),
    Row(
      "a mesh that does not exist",
      Manifests(unlabelled + mesh("default") + deployment("web") + deployment("api", annotations: "kuma.io/mesh: blue")),
      "web-*", .injected,
      expect: [
        "label the template of Deployment web \(enabled) | \(untouched)",
        "label Namespace demo \(enabled) | 3 more Pods would be refused: api-*.",
      ]),
    Row(
      "a Dataplane that the Mesh keeps out",
      Manifests(
        unlabelled + mesh("default", requiring: "a") + deployment("web", labels: "team: a") + deployment("api")), "web-*",
      .injected,
      expect: [
        "label the template of Deployment web \(enabled) | \(untouched)",
        "label Namespace demo \(enabled) | 3 more Pods would have a sidecar and no Dataplane: api-*.",
      ]),
    Row(
      "Pods of one name that two workloads will make",
      Manifests(unlabelled + deployment("web") + deployment("web", kind: "StatefulSet")), "web-*", .injected,
      expect: [
        "label the template of Deployment web \(enabled) | \(untouched)",
        "label Namespace demo \(enabled) | 3 more Pods would join: web-*.",
      ]),
  ]

  /// What an edited Service does to Pods in no mesh, and what else becomes of the Pod itself.
  static let selecting: [Row] = [
    Row(
      "a Service that is taken from Pods in no mesh",
      .inMesh(
        deployment("web") + deployment("api", labels: "kuma.io/sidecar-injection: disabled")
          + service("api", selector: "app: api")), "web-*", .service("api_demo_svc_80"),
      expect: ["set app=web in the selector of Service api | 3 more Pods would be behind other Services or ports: api-*."]),
    Row(
      "a Service that no Pod is behind",
      .inMesh(
        deployment("web") + deployment("api", labels: "kuma.io/sidecar-injection: disabled")
          + service("api", selector: "app: apis")), "web-*", .service("api_demo_svc_80"),
      expect: ["set app=web in the selector of Service api | \(untouched)"]),
    Row(
      "another port for Pods in no mesh",
      .inMesh(
        deployment("web") + deployment("api", labels: "kuma.io/sidecar-injection: disabled, tier: all")
          + deployment("front", labels: "tier: all")
          + service("all", selector: "tier: all", ports: "{port: 80, targetPort: http}")), "front-*",
      .service("all_demo_svc_80"),
      expect: ["set targetPort web on port 80 of Service all | 3 more Pods would be behind other Services or ports: api-*."]),
    Row(
      "a label that another Service selects by",
      .inMesh(
        deployment("web") + service("web", selector: "app: web, tier: front") + service("front", selector: "tier: front")),
      "web-*", .service("web_demo_svc_80"),
      expect: [
        "label the template of Deployment web tier=front | \(untouched) | Service front would lead to it as well.",
        "remove tier from the selector of Service web | \(untouched)",
      ]),
    Row(
      "a label that the Pod's own Service selects by",
      .inMesh(
        pod + service("tool", selector: "app: tool", ports: "{port: 80, targetPort: 9000}")
          + service("web", selector: "app: web", ports: "{port: 80, targetPort: 9000}")),
      "tool", .service("web_demo_svc_80"),
      expect: [
        "label Pod tool app=web | \(untouched) | Service tool would no longer lead to it.",
        "set app=tool in the selector of Service web | \(untouched)",
      ]),
  ]

  @Test(arguments: rows + harmful + selecting)
  func edits(_ row: Row) throws {
    let search = try #require(try row.search())
    guard case .edits(let proposals) = search.answer else {
      Issue.record("\(search.answer)")
      return
    }
    #expect(proposals.map { ([$0.fix.message, $0.effect] + $0.warnings).joined(separator: " | ") } == row.expected)
  }

  /// What is proposed leads there, whoever tries it.
  @Test(arguments: rows + harmful + selecting)
  func everyEditLeadsThere(_ row: Row) throws {
    let cluster = try row.manifests.cluster(under: row.release)
    guard case .edits(let proposals)? = try row.search()?.answer else { return }
    for proposal in proposals {
      let changed = try #require(cluster.applying(proposal.fix.edits))
      let search = changed.edits(leading: ObjectName(namespace: "demo", name: row.pod), to: row.goal)
      let isSo = if case .alreadySo? = search?.answer { true } else { false }
      #expect(isSo, "\(proposal.fix.message)")
    }
  }

  static let others: [(Row, EditSearch.Answer)] = [
    (
      Row("a Namespace that is not there", Manifests(deployment("web")), "web-*", .injected, expect: []),
      .obstacle(.namespaceMissing)
    ),
    (Row("it is so already", .inMesh(deployment("web")), "web-*", .injected, expect: []), .alreadySo(recreating: nil)),
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
      .alreadySo(recreating: nil)
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
    let deployment = WorkloadReference(kind: "Deployment", namespace: "demo", name: "web")
    #expect(cluster.edits(leading: name, to: .injected)?.answer == .alreadySo(recreating: .workload(deployment)))
    #expect(cluster.edits(leading: ObjectName(namespace: "demo", name: "gone"), to: .injected) == nil)
  }

  /// A Pod that nothing makes: what its Namespace says, what it runs with, what is wanted, and whether it has to be recreated for that.
  static let running: [(namespace: String, sidecar: Bool, phase: String, EditGoal, recreated: Bool)] = [
    ("enabled", false, "Running", .injected, true), ("enabled", true, "Running", .injected, false),
    ("disabled", true, "Running", .notInjected, true), ("disabled", false, "Running", .notInjected, false),
    ("enabled", false, "Pending", .injected, true), ("enabled", false, "Succeeded", .injected, false),
    ("enabled", false, "", .injected, false),
    ("enabled", false, "Running", .service("tool_demo_svc"), true),
    ("enabled", true, "Running", .service("tool_demo_svc"), false),
  ]

  private static func cluster(namespace: String, sidecar: Bool, phase: String) throws -> Cluster {
    let mark = sidecar ? #"kuma.io/sidecar-injected: "true""# : ""
    return try Manifests(
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: demo, labels: {kuma.io/sidecar-injection: \(namespace)}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: tool, namespace: demo, labels: {app: tool}, annotations: {\(mark)}}
      spec: {containers: [{name: tool}\(sidecar ? ", {name: kuma-sidecar}" : "")]}
      status: {phase: "\(phase)", podIP: 10.0.0.9}
      """
    ).cluster(under: "2.9.4")
  }

  @Test(arguments: running)
  func aPodThatRunsOtherwiseHasToBeRecreated(
    _ namespace: String, _ sidecar: Bool, _ phase: String, _ goal: EditGoal, _ recreated: Bool
  ) throws {
    let name = ObjectName(namespace: "demo", name: "tool")
    let cluster = try Self.cluster(namespace: namespace, sidecar: sidecar, phase: phase)
    let search = try #require(cluster.edits(leading: name, to: goal))
    #expect(search.answer == .alreadySo(recreating: recreated ? .pod(name) : nil))
  }

  /// An edit of the Namespace recreates nothing, and what runs as it is wanted needs not be.
  @Test(arguments: [("disabled", false, EditGoal.injected, true), ("enabled", false, .notInjected, false)])
  func anEditTakesEffectOnceThePodIsRecreated(
    _ namespace: String, _ sidecar: Bool, _ goal: EditGoal, _ recreated: Bool
  ) throws {
    let name = ObjectName(namespace: "demo", name: "tool")
    let cluster = try Self.cluster(namespace: namespace, sidecar: sidecar, phase: "Running")
    guard case .edits(let proposals)? = cluster.edits(leading: name, to: goal)?.answer else {
      Issue.record("no edits")
      return
    }
    #expect(proposals.allSatisfy { $0.recreation == (recreated ? .pod(name) : nil) })
  }

  /// Whoever wants no sidecar is not advised to get one.
  @Test func theReasonAdvisesNothingToTheContrary() throws {
    let cluster = try Self.cluster(namespace: "disabled", sidecar: false, phase: "Running")
    let search = try #require(cluster.edits(leading: ObjectName(namespace: "demo", name: "tool"), to: .notInjected))
    #expect(search.reason.hasPrefix("No sidecar is added, since the API server does not ask the injector: "))
    #expect(!search.reason.contains("if you want one"))
    let bare = try Manifests(Self.unlabelled + Self.pod).cluster(under: "1.2.0")
    let other = try #require(bare.edits(leading: ObjectName(namespace: "demo", name: "tool"), to: .notInjected))
    #expect(other.reason == "No sidecar is added, since nothing asks for it.")
  }

  @Test func anEditThatLeadsToARefusedDataplaneSaysSo() throws {
    func warnings(team: String) throws -> [[String]] {
      let text = Self.unlabelled + Self.mesh("default", requiring: "a") + Self.deployment("web", labels: "team: \(team)")
      let search = try Manifests(text).cluster(under: "2.9.4")
        .edits(leading: ObjectName(namespace: "demo", name: "web-*"), to: .injected)
      guard case .edits(let proposals)? = search?.answer else { return [] }
      return proposals.map(\.warnings)
    }
    let refused = try warnings(team: "b")
    #expect(refused.count == 2)
    for warnings in refused {
      #expect(warnings.count == 1)
      #expect(
        warnings.first?.hasPrefix("It would have a sidecar and no Dataplane. Kuma refuses the Dataplane: ") ?? false)
      #expect(warnings.first?.contains("meets none of the requirements of Mesh default") ?? false)
    }
    #expect(try warnings(team: "a") == [[], []])
  }
}
