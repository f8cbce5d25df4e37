import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// What a comparison says of a workload whose Namespace, Mesh or Node is not in the input (KNOW-1, KNOW-2, KNOW-3).
@Suite("Comparing without what is around")
struct UnknownAroundComparisonTests {
  private static let deployment = Manifests(
    "\(ProtocolRows.service("{port: 80, targetPort: 8080}"))\n---\n\(ProtocolRows.deployment())")

  private static let meshes: Manifests = """
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: default}
    ---
    apiVersion: kuma.io/v1alpha1
    kind: Mesh
    metadata: {name: blue}
    """

  private static func compared(
    _ manifests: [Manifests], from old: String, to new: String, namespaceLabels: StringMap? = nil
  ) throws -> UpgradeComparison {
    let objects = try manifests.flatMap { try $0.objects() }
    let release = try KumaRelease(parsing: old)
    var cluster = Cluster(objects, under: ControlPlane(release: release))
    cluster.completeness.namespaceLabels = namespaceLabels
    return UpgradeComparison(of: cluster, from: release, to: try KumaRelease(parsing: new))
  }

  /// From 2.2.0 on an annotation of the Namespace asks for nothing; whether there is one nobody knows.
  @Test func theAnnotationThatAsksForInjectionMayBeThere() throws {
    let comparison = try Self.compared([Self.deployment], from: "2.1.0", to: "2.2.0")
    #expect(comparison.step.verdict == .cannotTell(needs: [.namespaces]))
  }

  /// From 2.9.0 on a label names the mesh, which only an annotation did.
  @Test(arguments: [[deployment], [deployment, meshes]])
  func aLabelMayNameTheMesh(_ manifests: [Manifests]) throws {
    let comparison = try Self.compared(manifests, from: "2.8.8", to: "2.9.0")
    #expect(comparison.step.verdict == .cannotTell(needs: [.namespaces]))
  }

  /// From 3.0 on the annotation names no mesh.
  @Test func anAnnotationMayNameTheMesh() throws {
    let comparison = try Self.compared([Self.deployment, Self.meshes], from: "2.14.3", to: "3.0.0")
    #expect(comparison.step.verdict == .cannotTell(needs: [.namespaces]))
  }

  /// Where none of that changes, or the labels are given, nothing is in doubt.
  @Test func nothingIsInDoubtWhereAllWaysAreReadAlike() throws {
    #expect(try Self.compared([Self.deployment], from: "2.2.0", to: "2.3.0").step.verdict == .ready)
    let labelled = try Self.compared(
      [Self.deployment], from: "2.1.0", to: "2.2.0", namespaceLabels: ["kuma.io/sidecar-injection": "enabled"])
    #expect(labelled.step.verdict == .ready)
  }

  /// What is there and could not be read is to be fixed, and only the rest of what decides is to be added.
  @Test func whatIsThereIsFixedAndTheRestAdded() throws {
    let (old, new) = try (KumaRelease(parsing: "2.1.0"), KumaRelease(parsing: "2.2.0"))
    let completeness = Completeness(
      known: Completeness.complete.known, unreadable: [ObjectReference(.namespace, name: "demo")])
    let cluster = Cluster(
      try Self.deployment.objects(), under: ControlPlane(release: old), completeness: completeness)
    let lacks = UpgradeComparison(of: cluster, from: old, to: new).step.incomplete + [Incompleteness(needs: .nodes, pods: 1)]
    #expect(
      Incompleteness.remedy(for: [.namespaces, .nodes], among: lacks)
        == "fix Namespace demo, which could not be read, and add nodes to the input")
  }

  /// A mesh that does not exist is named, since meshes are in the input.
  @Test func aMeshThatIsMissingIsNamed() throws {
    let comparison = try Self.compared(
      [Self.deployment, Self.meshes], from: "2.12.0", to: "2.13.0",
      namespaceLabels: ["kuma.io/sidecar-injection": "enabled", "kuma.io/mesh": "bleu"])
    let step = comparison.step
    #expect(step.verdict == .cannotTell(needs: [.meshes]))
    #expect(
      step.verdict.message(of: 1, lacking: step.incomplete) == "CANNOT TELL: add Mesh bleu to the input")
    #expect(
      step.incomplete.map(\.message) == [
        "1 Pod needs Mesh bleu, which is not in the input: add it, or create it in the cluster."
      ])
  }

  /// Whatever labels a Node has, none of its tags is the one that the Mesh requires, so the Dataplane is refused for sure.
  @Test func aNodeDecidesNothingThatItsTagsCannot() throws {
    let namespace = Namespace(
      metadata: ObjectMeta(name: "demo", labels: ["kuma.io/sidecar-injection": "enabled"]))
    let demanding: Manifests = """
      apiVersion: kuma.io/v1alpha1
      kind: Mesh
      metadata: {name: default}
      spec: {constraints: {dataplaneProxy: {requirements: [{tags: {team: "*"}}]}}}
      """
    let release = try KumaRelease(parsing: "2.14.3")
    let objects = try Self.deployment.objects() + Self.meshes.objects() + [.kubernetes(.namespace(namespace))]
    let cluster = Cluster(objects, under: ControlPlane(release: release))
    let comparison = UpgradeComparison(
      of: cluster, from: release, to: release, edited: cluster.applying(try demanding.objects()))
    #expect(comparison.step.verdict == .notReady(workloads: 1))
    #expect(comparison.step.troubles.map(\.effect) == [.dataplaneFails])
  }
}
