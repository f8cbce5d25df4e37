import Foundation
import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// What is said of policies and identities that select proxies by what an upgrade changes.
@Suite("Policies on the way")
struct PolicyTroubleTests {
  private static func workload(_ name: String) -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: \(name), namespace: demo}
    spec: {clusterIP: 10.96.0.1, selector: {app: \(name)}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name), namespace: demo}
    spec:
      selector: {matchLabels: {app: \(name)}}
      template:
        metadata: {labels: {app: \(name)}}
        spec: {containers: [{name: app, image: app, ports: [{containerPort: 8080}]}]}
    """
  }

  private static let namespace = """
    apiVersion: v1
    kind: Namespace
    metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled}}
    """

  private static func path(from old: String, to new: String, _ documents: String...) throws -> UpgradePath {
    let (old, new) = try (KumaRelease(parsing: old), KumaRelease(parsing: new))
    let text = ([namespace, workload("web")] + documents).joined(separator: "\n---\n")
    let objects = try Manifests(stringLiteral: text).objects()
    let cluster = Cluster(objects, under: ControlPlane(release: old), completeness: .complete)
    return UpgradePath(of: cluster, from: old, to: new)
  }

  private static func mesh(_ spec: String = "") -> String { NoteRow.kuma("Mesh", spec, name: "default") }
  private static let mtls = mesh("meshServices: {mode: Exclusive}, mtls: {enabledBackend: ca, backends: [{name: ca}]}")
  private static func identity(_ spec: String) -> String { NoteRow.kuma("MeshIdentity", spec) }

  private static func told(_ path: UpgradePath) -> [String] {
    path.steps.flatMap(\.troubles).map { trouble in
      "\(trouble.effect.rawValue) \(trouble.workloads.map(\.subject.phrase).joined(separator: ", "))"
    }
  }

  /// The label is added with 2.10, and so the policy begins to apply.
  @Test func aPolicyThatBeginsToApply() throws {
    let policy = NoteRow.kuma("MeshTimeout", "targetRef: {kind: Dataplane, labels: {app: web}}")
    let path = try Self.path(from: "2.9.19", to: "2.10.11", Self.mesh(), policy)
    #expect(Self.told(path) == ["selected Deployment demo/web"])
    #expect(
      path.steps.flatMap(\.troubles).map(\.advice) == [
        "The policies begin to apply to these Pods: where they should not, change what they select by before the upgrade."
      ])
  }

  /// Only from 2.10 on can a policy select by labels of the Dataplane.
  @Test(arguments: [
    ("2.0.8", "2.1.7", "Let the policies select by a tag that stays."),
    ("2.14.3", "3.0.0", "Let the policies select by something that stays: labels of the Dataplane, or a MeshService."),
  ])
  func adviceOfATagThatGoes(_ old: String, _ new: String, _ advice: String) throws {
    let tag = old == "2.0.8" ? "kuma.io/service: '*'" : "app: web"
    let service = "MeshTimeout"
    let policy = NoteRow.kuma(service, "targetRef: {kind: MeshSubset, tags: {\(tag)}}")
    let path = try Self.path(from: old, to: new, Self.mesh(), policy)
    let advices = path.steps.flatMap(\.troubles).filter { $0.effect == .selected }.map(\.advice)
    #expect(advices.allSatisfy { $0 == advice })
    #expect(old == "2.0.8" || !advices.isEmpty)
  }

  /// The first release after 2.10 that takes a tag away: of two Services of one port the last one keeps its inbound no more.
  @Test func adviceOfAServiceThatGoesWhereLabelsMaySelect() throws {
    let alias = """
      {apiVersion: v1, kind: Service, metadata: {name: alias, namespace: demo},
       spec: {clusterIP: 10.96.0.2, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}}
      """
    let policy = NoteRow.kuma("MeshTimeout", "targetRef: {kind: MeshSubset, tags: {kuma.io/service: web_demo_svc_80}}")
    let path = try Self.path(from: "2.10.11", to: "2.11.18", Self.mesh("meshServices: {mode: Exclusive}"), alias, policy)
    #expect(Self.told(path) == ["selected Deployment demo/web"])
    #expect(
      path.steps.flatMap(\.troubles).map(\.advice) == [
        "Let the policies select by something that stays: labels of the Dataplane, or a MeshService."
      ])
  }

  /// What stands in from has no effect in 3.0 whatever it selects, which its own note says.
  @Test func whatStandsInFromIsToldOnce() throws {
    let policy = NoteRow.kuma(
      "MeshTrafficPermission",
      "targetRef: {kind: Dataplane, labels: {app: web}}, from: [{targetRef: {kind: MeshSubset, tags: {app: web}}}]")
    let path = try Self.path(from: "2.14.3", to: "3.0.0", Self.mesh("meshServices: {mode: Exclusive}"), policy)
    #expect(Self.told(path) == [])
    #expect(path.steps.flatMap(\.notes).map(\.note.id) == ["permission-from-gone"])
    let timeout = NoteRow.kuma(
      "MeshTimeout",
      "targetRef: {kind: Dataplane, labels: {app: web}}, from: [{targetRef: {kind: MeshSubset, tags: {app: web}}}]")
    let timed = try Self.path(from: "2.14.3", to: "3.0.0", Self.mesh("meshServices: {mode: Exclusive}"), timeout)
    #expect(Self.told(timed) == [])
    #expect(timed.steps.flatMap(\.notes).map(\.note.id) == ["from-gone"])
    // A tag in the target of the same policy is told.
    let other = NoteRow.kuma(
      "MeshTrafficPermission",
      "targetRef: {kind: MeshSubset, tags: {app: web}}, from: [{targetRef: {kind: MeshSubset, tags: {app: web}}}]")
    let troubled = try Self.path(from: "2.14.3", to: "3.0.0", Self.mesh("meshServices: {mode: Exclusive}"), other)
    #expect(Self.told(troubled) == ["selected Deployment demo/web"])
    #expect(
      troubled.steps.flatMap(\.troubles).flatMap(\.workloads).flatMap(\.selectedBy).map(\.phrase)
        == ["MeshTrafficPermission p spec.targetRef.tags.app"])
  }

  @Test(arguments: [
    ("selector: {dataplane: {matchLabels: {app: web}}}", ["identity-missing Deployment demo/api"]),
    ("selector: {dataplane: {matchLabels: {app: nosuch}}}", ["identity-missing Deployment demo/api, Deployment demo/web"]),
    ("selector: {dataplane: {matchLabels: {}}}", []),
    ("selector: {dataplane: {}}", []),
  ])
  func proxiesThatNoIdentitySelects(_ spec: String, _ expected: [String]) throws {
    let path = try Self.path(from: "2.14.3", to: "3.0.0", Self.workload("api"), Self.mtls, Self.identity(spec))
    #expect(Self.told(path) == expected)
    #expect((path.verdict == .ready) == expected.isEmpty)
    let without = try Self.path(
      from: "2.14.3", to: "3.0.0", Self.workload("api"), Self.mesh("meshServices: {mode: Exclusive}"), Self.identity(spec))
    #expect(without.verdict == .ready)
  }

  /// Without a selector it selects nobody.
  @Test(arguments: ["", "selector: {}"])
  func anIdentityWithoutASelector(_ spec: String) throws {
    let path = try Self.path(from: "2.14.3", to: "3.0.0", Self.mtls, Self.identity(spec))
    #expect(path.verdict == .notReady(workloads: 0, objects: 1))
    #expect(path.steps.flatMap(\.notes).map(\.note.id) == ["mesh-mtls-without-identity"])
  }

  /// What reaches everything is no edit without a price.
  @Test func directAccessToAllHasACost() throws {
    let web = Self.workload("db").replacingOccurrences(
      of: "metadata: {labels: {app: db}}",
      with: "metadata: {labels: {app: db}, annotations: {kuma.io/direct-access-services: web_demo_svc_80}}")
    let path = try Self.path(from: "2.14.3", to: "3.0.0", Self.mesh("meshServices: {mode: Exclusive}"), web)
    let fixes = path.steps.flatMap(\.troubles).filter { $0.effect == .directAccess }.flatMap(\.fixes)
    #expect(fixes.map(\.fix.message) == ["annotate the Pods kuma.io/direct-access-services=*"])
    let cost = try #require(fixes.first?.cost)
    #expect(cost.hasPrefix("Each proxy gets up to "))
    #expect(cost.hasSuffix("remove the annotation instead."))
  }

  @Test func otherFixesCostNothing() throws {
    let web = Self.workload("db").replacingOccurrences(
      of: "metadata: {labels: {app: db}}", with: "metadata: {labels: {app: db}, annotations: {kuma.io/mesh: blue}}")
    let blue = NoteRow.kuma("Mesh", "", name: "blue")
    let path = try Self.path(from: "2.14.3", to: "3.0.0", Self.mesh(), blue, web)
    let fixes = path.steps.flatMap(\.troubles).flatMap(\.fixes)
    #expect(fixes.map(\.fix.message) == ["label the Pods kuma.io/mesh=blue"])
    #expect(fixes.map(\.cost) == [nil])
  }

  /// Which Services lead to the Pods of a Rollout is for its controller to say, so nobody knows that none does.
  @Test func portsOfARolloutAreNotSaidToBeClosed() throws {
    let services = ["shop", "shop-preview"].map { name in
      """
      apiVersion: v1
      kind: Service
      metadata: {name: \(name), namespace: demo}
      spec: {clusterIP: 10.96.0.2, selector: {app: shop}, ports: [{port: 80, targetPort: 8080}]}
      """
    }
    func made(by kind: String, _ spec: String) -> String {
      """
      \(kind)
      metadata: {name: shop, namespace: demo}
      spec:
        selector: {matchLabels: {app: shop}}
        \(spec)
        template:
          metadata: {labels: {app: shop}}
          spec: {containers: [{name: app, image: app, ports: [{containerPort: 8080}, {containerPort: 9797}]}]}
      """
    }
    let rollout = made(
      by: "apiVersion: argoproj.io/v1alpha1\nkind: Rollout",
      "strategy: {blueGreen: {activeService: shop, previewService: shop-preview}}")
    let unknown = try Self.path(from: "2.12.14", to: "2.13.10", Self.mesh(), services[0], services[1], rollout)
    #expect(unknown.notesToRead.map(\.id) == [])
    let deployment = made(by: "apiVersion: apps/v1\nkind: Deployment", "replicas: 1")
    let known = try Self.path(from: "2.12.14", to: "2.13.10", Self.mesh(), services[0], services[1], deployment)
    #expect(known.notesToRead.map(\.id) == ["strict-inbound-ports"])
    #expect(
      known.steps.flatMap(\.notes).map(\.phrase) == [#"spec.template.spec.containers[0].ports[1].containerPort is "9797""#])
  }
}
