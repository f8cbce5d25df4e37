import KubernetesObjects
import MeshMapping
import Testing

/// Very many EndpointSlices of one Service are sorted once: inserted one by one, each would move all that come behind it, twenty billion
/// moves.
@Suite("Many EndpointSlices", .timeLimit(.minutes(1)))
struct ManySlicesTests {
  @Test func slicesAreSortedOnce() {
    let count = 200_000
    let labels: StringMap = [EndpointSlice.serviceNameLabel: "db"]
    let slices = (0..<count).reversed().map { number in
      let metadata = ObjectMeta(name: "s\(count + number)", namespace: "demo", labels: labels)
      return ClusterObject.kubernetes(.endpointSlice(EndpointSlice(metadata: metadata)))
    }
    let cluster = Cluster(slices, under: ControlPlane(release: .newest))
    let found = cluster.endpointSlices(of: ObjectName(namespace: "demo", name: "db"))
    #expect(found.count == count)
    #expect(found.first?.metadata.name == "s200000")
    #expect(found.last?.metadata.name == "s399999")
  }
}
