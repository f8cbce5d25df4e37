import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// What holds for every comparison of two releases.
@Suite("Properties of comparisons")
struct ComparisonTests {
  /// Releases far apart and close together, and one after which a backport is lost.
  static let pairs: [(String, String)] = [
    ("1.2.0", "\(KumaRelease.newest)"), ("1.4.0", "1.4.1"), ("1.7.6", "1.8.0"), ("2.0.8", "2.1.0"), ("2.2.9", "2.3.0"),
    ("2.6.15", "2.9.4"), ("2.10.11", "2.11.0"), ("2.13.10", "2.14.1"),
    ("\(KumaRelease.newest)", "3.0.0"),
  ]

  static let seeds = 0..<4

  private static func objects(_ seed: Int) -> [ClusterObject] {
    var cluster = RandomCluster(seed: UInt64(seed))
    return cluster.objects() + [.mesh(Mesh(name: "default", meshServicesMode: .exclusive)), .mesh(Mesh(name: "*"))]
  }

  /// All comparisons, each made once.
  private static let comparisons: [String: ReleaseComparison] = {
    var comparisons: [String: ReleaseComparison] = [:]
    for seed in seeds {
      for pair in pairs {
        guard let old = try? KumaRelease(parsing: pair.0), let new = try? KumaRelease(parsing: pair.1) else { continue }
        comparisons["\(seed) \(pair)"] = ReleaseComparison(of: objects(seed), from: old, to: new, completeness: .complete)
      }
    }
    return comparisons
  }()

  private static func compare(_ seed: Int, _ pair: (String, String)) throws -> ReleaseComparison {
    try #require(comparisons["\(seed) \(pair)"])
  }

  @Test(arguments: seeds)
  func aReleaseDoesNotDifferFromItself(seed: Int) {
    let objects = Self.objects(seed)
    for release in KumaRelease.newestOfEachLine + KumaRelease.announced {
      #expect(ReleaseComparison(of: objects, from: release, to: release, completeness: .complete).changes.isEmpty)
    }
  }

  /// The rows between two releases are all that differs between their rules, so there is no change without one.
  @Test(arguments: seeds, pairs)
  func everyChangeHasCausesAndTheyAreRowsBetweenTheReleases(seed: Int, pair: (String, String)) throws {
    let comparison = try Self.compare(seed, pair)
    let rows = ReleaseHistory.changes(between: comparison.old, and: comparison.new).filter { !$0.edits.isEmpty }
    for change in comparison.changes {
      #expect(!change.causes.isEmpty, "\(change.difference.message)")
      #expect(change.causes == rows.filter(change.causes.contains), "\(change.causes) are not rows in the table's order")
    }
  }

  @Test(arguments: seeds, pairs)
  func theOrderOfObjectsChangesNothing(seed: Int, pair: (String, String)) throws {
    let comparison = try Self.compare(seed, pair)
    var random = SplitMix(seed: UInt64(seed) + 1000)
    let shuffled = Self.objects(seed).shuffled(using: &random)
    #expect(ReleaseComparison(of: shuffled, from: comparison.old, to: comparison.new, completeness: .complete) == comparison)
  }

  @Test(arguments: seeds, pairs)
  func noChangeIsToldTwiceAndPodsComeInOrder(seed: Int, pair: (String, String)) throws {
    let changes = try Self.compare(seed, pair).changes
    #expect(Set(changes).count == changes.count)
    #expect(changes.map(\.pod) == changes.map(\.pod).sorted())
  }

  /// A Pod has changes of its Dataplane exactly where the previews of the two releases give different ones.
  @Test(arguments: seeds, pairs)
  func whatDiffersInAPreviewIsTold(seed: Int, pair: (String, String)) throws {
    let comparison = try Self.compare(seed, pair)
    let objects = Self.objects(seed)
    let old = Cluster(objects, under: ControlPlane(release: comparison.old), completeness: .complete)
    let new = Cluster(objects, under: ControlPlane(release: comparison.new), completeness: .complete)
    // Of Pods that are not there yet, values that are unknown may differ too.
    for (before, after) in zip(old.previews(), new.previews()) where before.planned == nil {
      let changes = comparison.changes.filter { $0.pod == before.name }.map(\.difference)
      let isByInjection = [before.outcome, after.outcome].contains(.leave(.willNotBeInjected))
      let isInjectionTold = isByInjection && changes.contains(where: \.isOfTheSidecar)
      #expect(
        changes.contains(where: \.isOfTheDataplane) == (!isInjectionTold && before.outcome != after.outcome),
        "\(before.name) from \(pair.0) to \(pair.1)")
    }
  }

  /// What is told of sidecars is told the other way round after a downgrade.
  @Test(arguments: seeds, pairs)
  func aDowngradeLosesWhatTheUpgradeGains(seed: Int, pair: (String, String)) throws {
    let upgrade = try Self.compare(seed, pair)
    let downgrade = ReleaseComparison(of: Self.objects(seed), from: upgrade.new, to: upgrade.old, completeness: .complete)
    #expect(upgrade.changes.filter(\.isGain).map(\.pod) == downgrade.changes.filter(\.isLoss).map(\.pod))
    #expect(upgrade.changes.filter(\.isLoss).map(\.pod) == downgrade.changes.filter(\.isGain).map(\.pod))
    #expect(
      Set(upgrade.changes.compactMap(\.renaming)) == Set(downgrade.changes.compactMap(\.renaming).map { [$0[1], $0[0]] }))
  }
}

extension PodDifference {
  /// Whether the Pod's own Dataplane differs.
  fileprivate var isOfTheDataplane: Bool {
    switch self {
    case .outcome, .serviceRenamed, .inboundMerged, .reachableServicesUnread, .field: true
    case .gainsSidecar, .losesSidecar, .injection, .directAccess, .directAccessName: false
    }
  }
}

extension PodDifference {
  /// Whether the injection of the Pod differs.
  fileprivate var isOfTheSidecar: Bool {
    switch self {
    case .gainsSidecar, .losesSidecar, .injection: true
    default: false
    }
  }
}

extension ReleaseComparison.Change {
  fileprivate var isGain: Bool {
    if case .gainsSidecar = difference { true } else { false }
  }

  fileprivate var isLoss: Bool {
    if case .losesSidecar = difference { true } else { false }
  }

  /// The old and the new name of a service, where it is renamed.
  fileprivate var renaming: [String]? {
    if case .serviceRenamed(let old, let new) = difference { [old.string, new.string] } else { nil }
  }
}

/// What a comparison tells where a Service could not be read, which may give inbounds that nobody knows of.
@Suite("A comparison without a Service that could not be read")
struct ComparisonWithoutServiceTests {
  private static func comparison(
    from old: String, to new: String, without unreadable: Set<ObjectReference>
  ) throws -> ReleaseComparison {
    let owner = OwnerReference(apiVersion: "apps/v1", kind: "StatefulSet", name: "web", uid: "o", controller: true)
    let objects: [ClusterObject] = [
      .kubernetes(.namespace(Namespace(metadata: ObjectMeta(name: "demo")))),
      .kubernetes(
        .pod(
          Pod(
            metadata: ObjectMeta(
              name: "web-1", namespace: "demo", uid: "u", annotations: ["kuma.io/sidecar-injected": "true"],
              ownerReferences: [owner]
            ),
            spec: PodSpec(nodeName: "n1"), status: PodStatus(phase: "Running", podIP: "10.0.0.1")))),
    ]
    let knowing = Completeness(known: Set(Completeness.Kind.allCases), unreadable: unreadable)
    return ReleaseComparison(
      of: objects, from: try KumaRelease(parsing: old), to: try KumaRelease(parsing: new), completeness: knowing)
  }

  private static let service: Set<ObjectReference> = [
    ObjectReference(apiGroup: "", kind: "Service", namespace: "demo", name: "web")
  ]

  private static func isRenaming(_ change: ReleaseComparison.Change) -> Bool {
    if case .serviceRenamed = change.difference { true } else { false }
  }

  /// From 2.1.0 on a Pod without a Service is named after its owner; whether this one is without nobody knows.
  @Test func noServiceIsToldToBeRenamed() throws {
    let whole = try Self.comparison(from: "2.0.8", to: "2.1.0", without: [])
    #expect(whole.changes.contains(where: Self.isRenaming))
    #expect(whole.undecided.isEmpty)
    let part = try Self.comparison(from: "2.0.8", to: "2.1.0", without: Self.service)
    #expect(!part.changes.contains(where: Self.isRenaming))
    #expect(part.undecided.map(\.needs) == [[.services]])
    #expect(part.undecided.first?.mayNeedAttention == true)
  }

  @Test func nothingIsDoubtfulWhereNoRuleDiffers() throws {
    let same = try Self.comparison(from: "2.0.8", to: "2.0.8", without: Self.service)
    #expect(same.changes.isEmpty)
    #expect(same.undecided.isEmpty)
  }
}
