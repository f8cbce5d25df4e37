import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// The keys of what the libraries write as JSON are a contract with the programs that read it: each answer, filled in every field.
@Suite("Keys of the JSON")
struct WrittenKeyTests {
  private static let shop: Manifests = .inMesh(
    """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: demo}
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: lost, namespace: demo}
    spec: {selector: {app: lost}, ports: [{port: 80}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: demo}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}}
      template:
        metadata:
          labels: {app: web, "kuma.io/x": z}
          annotations: {kuma.io/direct-access-services: "api_demo_svc_80,wep_demo_svc_80"}
        spec: {containers: [{name: app, ports: [{containerPort: 8080}]}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: api, namespace: demo}
    spec: {selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: api-1
      namespace: demo
      uid: u
      labels: {app: api}
      annotations: {kuma.io/sidecar-injected: "true"}
    spec: {containers: [{name: app, ports: [{containerPort: 8080}]}, {name: kuma-sidecar}]}
    status: {phase: Running, podIP: 10.0.0.1, containerStatuses: [{name: app, ready: true}]}
    ---
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: default}
    """)

  private static let web = ObjectName(namespace: "demo", name: "web-*")

  @Test func ofAComparison() throws {
    let cluster = try Self.shop.cluster(under: "2.9.4")
    let announced = try KumaRelease(parsing: "3.0")
    let comparison = ReleaseComparison(of: cluster, from: try KumaRelease(parsing: "2.9.4"), to: announced)
    #expect(
      try WrittenKeys.paths(of: comparison) == [
        "announced", "changes[].causes[].id", "changes[].causes[].kind", "changes[].causes[].pullRequests[]",
        "changes[].causes[].releases[]", "changes[].causes[].summary", "changes[].change", "changes[].message",
        "changes[].name", "changes[].namespace", "changes[].needsAttention", "changes[].new", "changes[].old",
        "changes[].path", "from", "to",
      ])
    let undecided = ReleaseComparison.Undecided(pod: Self.web, needs: [.meshes], mayNeedAttention: true)
    #expect(try WrittenKeys.paths(of: undecided) == ["mayNeedAttention", "name", "namespace", "needs[]"])
  }

  @Test func ofAVerification() throws {
    let difference = FieldDifference(path: .mesh, old: "a", new: "b")
    let problem = VerificationProblem(name: Self.web, kind: .differs(difference))
    #expect(
      try WrittenKeys.paths(of: problem)
        == ["actual", "expected", "message", "name", "namespace", "path", "problem"])
    let unchecked = Verification.Unchecked(name: Self.web, reason: .needs([.meshes]))
    #expect(try WrittenKeys.paths(of: unchecked) == ["message", "name", "namespace", "needs[]"])
  }

  @Test func ofAReport() throws {
    let report = try #require(try Self.shop.cluster(under: "2.9.4").previews().first { $0.name.name == "web-*" })
    #expect(
      try WrittenKeys.paths(of: report) == [
        "dataplane.action", "dataplane.message", "dataplane.reason", "dataplane.resource", "injection.evidence.key",
        "injection.evidence.place",
        "injection.evidence.value", "injection.message", "injection.outcome", "injection.reason", "mesh", "name",
        "namespace", "unknown[].needs", "unknown[].path", "workload.kind", "workload.name", "workload.pods",
      ])
    #expect(
      try WrittenKeys.paths(of: Incompleteness(needs: .nodes, pods: 2)) == ["message", "needs", "pods"])
  }

  @Test func ofAnExplanation() throws {
    let explanation = try #require(
      try Self.shop.cluster(under: "2.9.4").explanation(
        of: ObjectName(namespace: "demo", name: "api-1"), as: .reconciliation))
    let keys = try WrittenKeys.paths(of: explanation, closed: ["pods"])
    #expect(
      keys == [
        "pods", "steps.droppedLabels[]", "steps.injection[].place", "steps.injection[].standing", "steps.injection[].value",
        "steps.mesh[].place", "steps.mesh[].standing", "steps.services[].belongs", "steps.services[].name",
        "steps.services[].ports[].port", "steps.services[].ports[].target", "steps.services[].reason",
        "steps.tags[].inbound", "steps.tags[].tags[].key", "steps.tags[].tags[].origin", "steps.tags[].tags[].value",
        "steps.webhook.called",
      ])
  }

  @Test func ofAnUpgrade() throws {
    let old = try KumaRelease(parsing: "2.9.4")
    let path = UpgradePath(of: try Self.shop.cluster(under: "2.9.4"), from: old, to: try KumaRelease(parsing: "3.0"))
    let keys = try WrittenKeys.paths(of: path)
    for key in [
      "announced", "firstTrouble", "from", "message", "pods", "safeUpTo", "steps[].from", "steps[].to",
      "steps[].troubles[].causes[].id", "steps[].troubles[].effect", "steps[].troubles[].first",
      "steps[].troubles[].fixes[].message", "steps[].troubles[].message", "steps[].troubles[].workloads[].kind",
      "steps[].troubles[].workloads[].name", "steps[].troubles[].workloads[].namespace",
      "steps[].troubles[].workloads[].pods", "steps[].verdict", "to", "verdict", "workloads",
    ] {
      #expect(keys.contains(key), "\(key) of \(keys)")
    }
  }

  @Test func ofTheServices() throws {
    let cluster = try Self.shop.cluster(under: "2.9.4")
    #expect(
      try WrittenKeys.paths(of: cluster.serviceOverview()) == [
        "services[].endpoints[].address", "services[].endpoints[].namespace", "services[].endpoints[].pod",
        "services[].endpoints[].pods", "services[].endpoints[].port", "services[].endpoints[].state",
        "services[].endpoints[].workload.kind", "services[].endpoints[].workload.name", "services[].mesh",
        "services[].name", "services[].protocols[].name", "services[].protocols[].origin", "services[].sources[].name",
        "services[].sources[].namespace", "services[].sources[].port", "services[].sources[].source",
        "strayEntries[].annotation", "strayEntries[].entry", "strayEntries[].namespace", "strayEntries[].nearest",
        "strayEntries[].pod", "strayServices[].message", "strayServices[].name", "strayServices[].namespace",
        "strayServices[].reason",
      ])
    #expect(
      try WrittenKeys.paths(of: cluster.pods(taggedWith: ["app": "api"])) == [
        "picked[].inbounds[].port", "picked[].inbounds[].service", "picked[].name", "picked[].namespace", "tags",
      ])
    #expect(
      try WrittenKeys.paths(of: cluster.pods(taggedWith: ["kuma.io/x": "z"])) == [
        "missed[].message", "missed[].name", "missed[].namespace", "missed[].reason", "picked[]", "tags",
      ])
  }

  @Test func ofDirectAccess() throws {
    let cluster = try Self.shop.cluster(under: "2.9.4")
    #expect(
      try WrittenKeys.paths(of: cluster.directAccess()) == [
        "listeners", "pods[].entries[].answer", "pods[].entries[].entry", "pods[].entries[].message",
        "pods[].entries[].nearest", "pods[].entries[].places[].address", "pods[].entries[].places[].namespace",
        "pods[].entries[].places[].pod", "pods[].entries[].places[].port", "pods[].listeners[].address",
        "pods[].listeners[].namespace", "pods[].listeners[].pod", "pods[].listeners[].port", "pods[].mesh",
        "pods[].name", "pods[].namespace", "pods[].workload.kind", "pods[].workload.name",
      ])
  }

  @Test func ofASearch() throws {
    let cluster = try Self.shop.cluster(under: "2.9.4")
    let found = try #require(cluster.edits(leading: Self.web, to: .notInjected))
    let keys = try WrittenKeys.paths(of: found)
    for key in [
      "answer", "edits[].edits[].new", "edits[].edits[].object.kind", "edits[].edits[].object.name",
      "edits[].edits[].object.namespace", "edits[].edits[].path", "edits[].message", "name", "namespace", "want",
    ] {
      #expect(keys.contains(key), "\(key) of \(keys)")
    }
    let none = try #require(cluster.edits(leading: Self.web, to: .service("no name")))
    #expect(
      try WrittenKeys.paths(of: none) == ["answer", "message", "name", "namespace", "reason", "want"])
  }

  @Test func ofAFinding() throws {
    let finding = try #require(Diagnostics(of: try Self.shop.cluster(under: "2.9.4")).findings().first)
    #expect(try WrittenKeys.paths(of: finding) == ["code", "message", "severity", "statement"])
  }
}
