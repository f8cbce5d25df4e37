import MeshDiagnostics
import MeshMapping
import Testing

/// What is told of a Pod, with what stands on the objects that it comes from.
@Suite("Findings around a Pod")
struct FindingsAroundTests {
  @Test func whatItsNamespaceAndItsDeploymentSayIsTold() throws {
    let manifests: Manifests = """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {kuma.io/sidecar-injections: enabled}}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: demo, labels: {kuma.io/sidecar-injection: enabled}},
       spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app}]}}}}
      """
    let cluster = try manifests.cluster(under: "2.9.4")
    let report = try #require(cluster.previews(of: cluster.previewNames).first)
    let diagnostics = Diagnostics(of: cluster)
    #expect(diagnostics.findings(on: report).isEmpty)
    let around = diagnostics.findings(around: report)
    #expect(around.map(\.code) == ["key-outside-template", "key-mistyped"])
    #expect(around.map { "\($0.field.object)" } == ["Deployment demo/web", "Namespace demo"])
  }

  @Test func nothingIsToldTwice() throws {
    let cluster = try Manifests.inMesh(
      "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo, annotations: {kumaio/direct-access-services: a_demo_svc_80}}, spec: {containers: [{name: app}]}}"
    ).cluster(under: "2.9.4")
    let report = try #require(cluster.previews(of: cluster.previewNames).first)
    #expect(Diagnostics(of: cluster).findings(around: report).map(\.code) == ["key-mistyped"])
  }
}
