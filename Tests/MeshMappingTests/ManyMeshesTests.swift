import KubernetesObjects
import MeshMapping
import Testing

/// Very many Meshes are found by their names: kept in a list, each would be looked for among all others as it comes, half a billion
/// comparisons.
@Suite("Many Meshes", .timeLimit(.minutes(1)))
struct ManyMeshesTests {
  @Test func meshesAreFoundByName() {
    let count = 30_000
    let meshes = (0..<count).reversed().map { ClusterObject.mesh(Mesh(name: "m\(count + $0)")) }
    let found = Cluster(meshes, under: ControlPlane(release: .newest)).knownMeshes
    #expect(found.count == count)
    #expect(found.first?.name == "m30000")
    #expect(found.last?.name == "m59999")
  }
}
