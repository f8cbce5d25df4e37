import KubernetesObjects
import MeshMapping
import Testing

/// A fleet that is changed event by event is the fleet built afresh, and the changes it tells are the whole difference.
@Suite("Events")
struct EventTests {
  @Test(arguments: 0..<28)
  func anySequenceOfEventsGivesTheFleetBuiltAfresh(seed: Int) throws {
    // Besides the newest patch releases one that an endpoint without a target crashes.
    let planes = PropertyTests.planes + [ControlPlane(release: try KumaRelease("2.8.1"))]
    var kuma = planes[min(seed, planes.count - 1)]
    kuma.settings.ignoredSelectorLabels = seed % 3 == 0 ? ["version"] : []
    var events = RandomEvents(seed: UInt64(seed))
    var fleet = Fleet([], under: kuma)
    var plan = fleet.plan()
    for step in 0..<240 {
      let event = events.next()
      let changes = fleet.apply(event)
      plan = plan.applying(changes)
      #expect(changes.map(\.name) == changes.map(\.name).sorted())
      // The first objects only fill the fleet; from then on they change and go.
      guard step > 60, step.isMultiple(of: 4) else { continue }
      let afresh = Fleet(events.objects, under: kuma)
      #expect(plan == afresh.plan(), "what the changes say after \(event)")
      #expect(fleet.plan() == afresh.plan(), "the fleet after \(event)")
      #expect(fleet.reconciliations() == afresh.reconciliations())
    }
  }

  @Test(arguments: 1...5)
  func partsTogetherAreTheWhole(count: Int) {
    var cluster = RandomCluster(seed: UInt64(count))
    let fleet = Fleet(cluster.objects(), under: PropertyTests.planes[0])
    let parts = fleet.shards(count)
    #expect(parts.flatMap { $0.reconciliations() }.sorted { $0.name < $1.name } == fleet.reconciliations())
    #expect(Fleet(merging: parts, under: fleet.controlPlane).plan() == fleet.plan())
  }

  @Test func mergedPartsKnowWhichMeshesExist() throws {
    var cluster = RandomCluster(seed: 7)
    let objects = cluster.objects() + [.mesh(Mesh(name: "other"))]
    let fleet = Fleet(objects, under: ControlPlane(release: try KumaRelease("2.14.3")))
    let merged = Fleet(merging: fleet.shards(3), under: fleet.controlPlane)
    #expect(merged.reconciliations() == fleet.reconciliations())
    #expect(fleet.reconciliations().contains { $0.outcome == .fail(.meshNotFound("default")) })
  }
}
