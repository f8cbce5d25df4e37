import Foundation
import KubernetesObjects
import MeshMapping
import Testing

/// What holds for every cluster and every release.
@Suite("Properties")
struct PropertyTests {
  static let planes: [ControlPlane] =
    [ControlPlane(rules: .documented)] + KumaRelease.newestOfEachLine.map { ControlPlane(release: $0, zone: "east") }

  @Test(arguments: 0..<40)
  func theOrderOfObjectsChangesNothing(seed: Int) {
    var cluster = RandomCluster(seed: UInt64(seed))
    let objects = cluster.objects()
    var random = SplitMix(seed: UInt64(seed) + 1000)
    for kuma in Self.planes {
      let fleet = Fleet(objects, under: kuma)
      let shuffled = Fleet(objects.shuffled(using: &random), under: kuma)
      #expect(fleet.reconciliations() == shuffled.reconciliations())
      #expect(fleet.previews() == shuffled.previews())
    }
  }

  @Test(arguments: 0..<40)
  func theIndexFindsWhatAScanFinds(seed: Int) throws {
    var cluster = RandomCluster(seed: UInt64(seed))
    let objects = cluster.objects()
    let services = objects.compactMap { object -> Service? in
      guard case .kubernetes(.service(let service)) = object else { return nil }
      return service
    }
    for var kuma in Self.planes {
      kuma.settings.ignoredSelectorLabels = ["version"]
      let fleet = Fleet(objects, under: kuma)
      for report in fleet.reconciliations() where report.outcome.dataplane != nil {
        let scanned = try kuma.services(of: report.pod, among: Surroundings(services: services))
        #expect(report.services.map(\.service.metadata.name) == scanned.map(\.service.metadata.name))
      }
    }
  }

  /// The findings on a Dataplane are what Kuma's validator refuses in it, which ``KumaValidator`` knows apart from the library.
  @Test func dataplanesAreValidOrCarryAFinding() {
    var counts: [Statement: Int] = [:]
    for seed in 0..<40 {
      var cluster = RandomCluster(seed: UInt64(seed))
      let objects = cluster.objects()
      for release in KumaRelease.newestOfEachLine {
        let fleet = Fleet(objects, under: ControlPlane(release: release, zone: "east"))
        for report in fleet.reconciliations() {
          guard let dataplane = report.outcome.dataplane else { continue }
          let broken = KumaValidator.brokenStatements(of: dataplane, by: release)
          let told = fleet.findings(on: report).compactMap { finding in
            if case .invalidDataplane(let problem) = finding { problem.statement } else { nil }
          }
          #expect(Set(told) == broken, "\(report.name) under \(release), seed \(seed)")
          for statement in broken { counts[statement, default: 0] += 1 }
        }
      }
    }
    // What the clusters break at all; else the property would hold of nothing.
    #expect(counts.keys.map(\.rawValue).sorted() == ["VALID-2", "VALID-3", "VALID-4", "VALID-5", "VALID-7"], "\(counts)")
  }

  @Test(arguments: 0..<40)
  func dataplanesDecodeToWhatTheyWere(seed: Int) throws {
    var cluster = RandomCluster(seed: UInt64(seed))
    let objects = cluster.objects()
    for kuma in Self.planes {
      for report in Fleet(objects, under: kuma).reconciliations() {
        guard let dataplane = report.outcome.dataplane else { continue }
        let decoded = try JSONDecoder().decode(Dataplane.self, from: JSONEncoder().encode(dataplane))
        #expect(decoded == dataplane)
      }
    }
  }

  @Test(arguments: 0..<40)
  func everyTagHasAnOriginAndEveryLabelIsATagOrListed(seed: Int) {
    var cluster = RandomCluster(seed: UInt64(seed))
    let objects = cluster.objects()
    for kuma in Self.planes {
      for report in Fleet(objects, under: kuma).reconciliations() {
        guard let inbound = report.outcome.dataplane?.networking.inbound.first else { continue }
        let dropped = kuma.droppedLabels(among: report.pod.metadata.labels, from: inbound.tags).map(\.key)
        let converted = inbound.tags.sorted.filter { $0.origin == .podLabel }.map(\.key)
        #expect((dropped + converted).sorted() == report.pod.metadata.labels.entries.map(\.key).sorted())
        #expect(!inbound.tags.sorted.contains { $0.origin == .resource })
      }
    }
  }
}
