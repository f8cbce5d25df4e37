import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// A Pod that is refused since its mesh does not exist (INJ-8).
@Suite("Missing meshes")
struct MissingMeshTests {
  private static func cluster(_ name: String) throws -> Cluster {
    let manifests: Manifests = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: demo, labels: {kuma.io/sidecar-injection: enabled, kuma.io/mesh: \(name)}}
      ---
      apiVersion: kuma.io/v1alpha1
      kind: Mesh
      metadata: {name: blue}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: demo}
      spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: app}]}}}
      """
    return try manifests.cluster(under: "2.14.3")
  }

  /// It is told at the label that names the mesh, with the name that was meant.
  @Test func aMistypedNameIsToldWhereItStands() throws {
    let cluster = try Self.cluster("bleu")
    let diagnostics = Diagnostics(of: cluster)
    let finding = try #require(diagnostics.findings().first { $0.code == "pod-refused" })
    #expect("\(finding.field)" == "Namespace demo metadata.labels[\"kuma.io/mesh\"]")
    let fix = try #require(diagnostics.fixes(for: finding).first)
    #expect(fix.message == "write kuma.io/mesh=blue")
    let mended = try #require(cluster.applying(fix.edits))
    #expect(!Diagnostics(of: mended).findings().contains { $0.code == "pod-refused" })
  }

  /// Of a name that is like none, nobody knows what was meant.
  @Test func anotherNameHasNoFix() throws {
    let diagnostics = Diagnostics(of: try Self.cluster("payments"))
    let finding = try #require(diagnostics.findings().first { $0.code == "pod-refused" })
    #expect(diagnostics.fixes(for: finding).isEmpty)
  }
}
