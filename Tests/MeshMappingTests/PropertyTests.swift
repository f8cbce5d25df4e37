import Foundation
import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What holds for every cluster and every release.
@Suite("Properties")
struct PropertyTests {
  /// The newest release of every line, and those that are announced.
  static let lines = KumaRelease.newestOfEachLine + KumaRelease.announced

  static let planes: [ControlPlane] =
    [ControlPlane(rules: .documented)] + lines.map { ControlPlane(release: $0, zone: "east") }

  @Test(arguments: 0..<40)
  func theOrderOfObjectsChangesNothing(seed: Int) {
    var source = RandomCluster(seed: UInt64(seed))
    let objects = source.objects()
    var random = SplitMix(seed: UInt64(seed) + 1000)
    for kuma in Self.planes {
      let cluster = Cluster(objects, under: kuma)
      let shuffled = Cluster(objects.shuffled(using: &random), under: kuma)
      #expect(cluster.reconciliations() == shuffled.reconciliations())
      #expect(cluster.previews() == shuffled.previews())
    }
  }

  /// A Pod alone, whose surroundings are looked through, gets what it gets as a Pod of a cluster, through indexes and with what is
  /// prepared.
  @Test(arguments: 0..<40)
  func aPodAloneGetsWhatItGetsInACluster(seed: Int) {
    var random = RandomCluster(seed: UInt64(seed))
    // Where workloads have yet to make Pods, what Pods reach is unknown.
    let plain = random.objects().filter { $0.isOfPodsThatThereAre }
    for var kuma in Self.planes {
      kuma.settings.ignoredSelectorLabels = ["version"]
      // Some Pods have their Dataplane already, with a label that they do not give it and listeners that they no longer have.
      let existing = Cluster(plain, under: kuma).reconciliations().compactMap(\.outcome.dataplane).enumerated().filter {
        $0.offset % 3 > 0
      }
      let objects = plain + existing.map { .dataplane(Self.aged($0.element)) }
      let catalog = ObjectCatalog(objects)
      let cluster = Cluster(objects, under: kuma)
      // Alone a Pod knows of no others; what previews make each other reach, where no Dataplane exists yet, is given to it.
      var withOthers = catalog
      let previewed = cluster.previews().compactMap(\.outcome.dataplane)
      if catalog.dataplanes.isEmpty, previewed.contains(where: { !$0.networking.outbound.isEmpty }) {
        withOthers.dataplanes = previewed
      }
      for report in cluster.reconciliations() {
        let namespace = cluster.namespace(report.name.namespace)
        #expect(kuma.outcome(of: report.pod, in: namespace, among: catalog) == report.outcome)
        #expect(kuma.reconciliation(of: report.pod, in: namespace, among: catalog) == report)
        let preview = cluster.preview(of: report.name)
        // What nobody knows of others a Pod alone does not know to be unknown.
        if preview?.outcome.unknownValues.contains(where: { $0.path == "spec.networking.outbound" }) ?? false { continue }
        #expect(kuma.preview(of: report.pod, in: namespace, among: withOthers) == preview)
      }
    }
  }

  /// A Dataplane as an older Pod left it.
  private static func aged(_ dataplane: Dataplane) -> Dataplane {
    var dataplane = dataplane
    dataplane.metadata.labels["old"] = "1"
    dataplane.metadata.annotations["kuma.io/display-name"] = "shown"
    dataplane.networking.listeners = [.init(type: .zoneEgress, address: "10.0.0.1", port: 10002, name: "x", state: .ready)]
    return dataplane
  }

  /// What is prepared under one control plane is prepared anew under another.
  @Test(arguments: 0..<10)
  func aClusterUnderAnotherControlPlaneIsTheOneBuiltUnderIt(seed: Int) {
    var random = RandomCluster(seed: UInt64(seed))
    let objects = random.objects()
    for (old, new) in zip(Self.planes, Self.planes.reversed()) {
      let moved = Cluster(Cluster(objects, under: old), under: new)
      #expect(moved.reconciliations() == Cluster(objects, under: new).reconciliations(), "\(seed)")
      #expect(moved.previews() == Cluster(objects, under: new).previews(), "\(seed)")
    }
  }

  /// The problems told of a Dataplane are what Kuma's validator refuses in it, which ``KumaValidator`` knows apart from the library.
  @Test func dataplanesAreValidOrHaveAProblem() {
    var counts: [Statement: Int] = [:]
    for seed in 0..<40 {
      var random = RandomCluster(seed: UInt64(seed))
      let objects = random.objects()
      for release in Self.lines {
        var kuma = ControlPlane(release: release, zone: "east")
        let stored = Cluster(objects, under: kuma)
        kuma.settings.admission = .leftOut
        for report in Cluster(objects, under: kuma).reconciliations() {
          guard let dataplane = report.outcome.dataplane else { continue }
          let broken = KumaValidator.brokenStatements(of: dataplane, by: release)
          let told = Set(kuma.problems(of: dataplane).map(\.statement))
          #expect(told == broken, "\(report.name) under \(release), seed \(seed)")
          for statement in broken { counts[statement, default: 0] += 1 }
          let isUnasked = stored.namespace(report.name.namespace).map(stored.controlPlane.dataplaneWebhooks) != .asked
          let isStored = stored.outcome(of: report.name)?.dataplane != nil
          // Kubernetes itself refuses a label with a blank or an asterisk.
          let isStorable = !["kuma.io/zone", "kuma.io/mesh"].contains { key in
            (dataplane.metadata.labels[key] ?? "").contains { $0 == " " || $0 == "*" }
          }
          #expect(isStored == (isStorable && (isUnasked || broken.isEmpty)), "\(report.name) under \(release), seed \(seed)")
        }
      }
    }
    // What the clusters break at all; else the property would hold of nothing.
    #expect(
      counts.keys.map(\.rawValue).sorted() == ["VALID-2", "VALID-3", "VALID-4", "VALID-5", "VALID-7", "VALID-9"], "\(counts)"
    )
  }

  @Test(arguments: 0..<40)
  func dataplanesDecodeToWhatTheyWere(seed: Int) throws {
    var random = RandomCluster(seed: UInt64(seed))
    let objects = random.objects()
    for kuma in Self.planes {
      for report in Cluster(objects, under: kuma).reconciliations() {
        switch report.outcome.resource {
        case .dataplane(let dataplane):
          #expect(try JSONDecoder().decode(Dataplane.self, from: JSONEncoder().encode(dataplane)) == dataplane)
        case .zoneIngress(let ingress):
          #expect(try JSONDecoder().decode(ZoneIngress.self, from: JSONEncoder().encode(ingress)) == ingress)
        case .zoneEgress(let egress):
          #expect(try JSONDecoder().decode(ZoneEgress.self, from: JSONEncoder().encode(egress)) == egress)
        case nil: break
        }
      }
    }
  }

  @Test(arguments: 0..<40)
  func everyTagHasAnOriginAndEveryLabelIsATagOrListed(seed: Int) {
    var random = RandomCluster(seed: UInt64(seed))
    let objects = random.objects()
    for kuma in Self.planes {
      for report in Cluster(objects, under: kuma).reconciliations() {
        guard let inbound = report.outcome.dataplane?.networking.inbound.first else { continue }
        let dropped = kuma.droppedLabels(among: report.pod.metadata.labels, from: inbound.tags).map(\.key)
        let converted = inbound.tags.filter { $0.origin == .podLabel }.map(\.key)
        #expect((dropped + converted).sorted() == report.pod.metadata.labels.entries.map(\.key).sorted())
        #expect(!inbound.tags.contains { $0.origin == .resource })
      }
    }
  }
}

extension ObjectCatalog {
  /// A catalog of the objects of a cluster, Services by name, as the API server lists them.
  fileprivate init(_ objects: [ClusterObject]) {
    var (services, slices, nodes, meshes): ([Service], [EndpointSlice], [Node], [Mesh]) = ([], [], [], [])
    var (replicaSets, jobs): ([ReplicaSet], [Job]) = ([], [])
    var (patches, dataplanes): ([ContainerPatch], [Dataplane]) = ([], [])
    for object in objects {
      switch object {
      case .mesh(let mesh): meshes.append(mesh)
      case .containerPatch(let patch): patches.append(patch)
      case .kubernetes(.service(let service)): services.append(service)
      case .kubernetes(.endpointSlice(let slice)): slices.append(slice)
      case .kubernetes(.node(let node)): nodes.append(node)
      case .kubernetes(.replicaSet(let replicaSet)): replicaSets.append(replicaSet)
      case .kubernetes(.job(let job)): jobs.append(job)
      case .dataplane(let dataplane): dataplanes.append(dataplane)
      case .kubernetes, .zoneIngress, .zoneEgress, .resource: break
      }
    }
    self.init(
      services: services.sorted { $0.metadata.name < $1.metadata.name }, endpointSlices: slices,
      replicaSets: ObjectIndex(replicaSets), jobs: ObjectIndex(jobs), nodes: nodes, meshes: MeshCatalog(meshes),
      containerPatches: ContainerPatchCatalog(patches), dataplanes: dataplanes)
  }
}

extension ClusterObject {
  /// Whether the object is none that makes Pods, but for what may own those that there are.
  fileprivate var isOfPodsThatThereAre: Bool {
    switch self {
    case .kubernetes(.replicaSet), .kubernetes(.job): true
    case .kubernetes(let object): object.workload == nil
    case .mesh, .dataplane, .zoneIngress, .zoneEgress, .containerPatch, .resource: true
    }
  }
}
