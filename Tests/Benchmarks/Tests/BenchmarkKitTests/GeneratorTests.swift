import BenchmarkKit
import KubernetesObjects
import MeshMapping
import Testing

/// Clusters are what they are said to be: mapped without failures, behind one or two Services, owned by what is there.
@Suite("Generated clusters")
struct GeneratorTests {
  static let shape = ClusterShape(pods: 300, services: 60, namespaces: 4)
  let objects = ClusterGenerator(Self.shape).objects()

  @Test func thereAreAsManyObjectsAsTheShapeSays() {
    let counts = objects.reduce(into: [:]) { counts, object in counts[object.reference.kind, default: 0] += 1 }
    #expect(counts == ["Namespace": 4, "Pod": 300, "Service": 60, "ReplicaSet": 40, "Node": 6, "EndpointSlice": 60])
    #expect(Set(objects.map(\.reference)).count == objects.count)
  }

  @Test func theSameShapeGivesTheSameClusterAndAnotherSeedAnother() {
    #expect(ClusterGenerator(Self.shape).objects() == objects)
    let other = ClusterShape(pods: 300, services: 60, namespaces: 4, seed: 2)
    #expect(ClusterGenerator(other).objects() != objects)
  }

  @Test(arguments: ["documented", "2.9.4", "\(KumaRelease.newest)"])
  func everyPodIsMappedThroughOneOrTwoServices(rules: String) throws {
    let controlPlane = try #require(Scenario.controlPlanes.first { $0.name == rules }?.controlPlane)
    let reports = Cluster(objects, under: controlPlane).reconciliations()
    #expect(reports.count == 300)
    for report in reports {
      #expect((1...2).contains(report.services.count))
      #expect(report.outcome.dataplane?.networking.inbound.count == report.services.count * 2, "\(report.outcome)")
    }
    #expect(Set(reports.map(\.services.count)) == [1, 2])
  }

  @Test func everyPodIsOwnedByAReplicaSetAndRunsOnANodeThatAreThere() {
    let names = Set(objects.map { "\($0.reference.kind)/\($0.reference.name)" })
    for case .kubernetes(.pod(let pod)) in objects {
      #expect(pod.metadata.labels.entries.count == 8)
      #expect(names.contains("ReplicaSet/\(pod.metadata.ownerReferences.map(\.name).joined())"))
      #expect(names.contains("Node/\(pod.spec.nodeName)"))
    }
  }

  /// The API server lists the objects of a kind by namespace and name, and so they lie in memory.
  @Test func objectsOfAKindAreListedByNamespaceAndName() {
    let kinds = Dictionary(grouping: objects.map(\.reference), by: \.kind)
    for (kind, references) in kinds {
      let names = references.map { [$0.namespace, $0.name] }
      #expect(names == names.sorted { $0.lexicographicallyPrecedes($1) }, "\(kind)")
    }
  }

  /// Reading a dump of a cluster gives the cluster.
  @Test func aClusterIsReadAsItWasMade() throws {
    #expect(try ClusterDump(of: ClusterGenerator(Self.shape)).objects() == objects)
  }
}
