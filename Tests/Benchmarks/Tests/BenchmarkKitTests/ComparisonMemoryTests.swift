import BenchmarkKit
import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

extension CountingTests {
  /// What a comparison of two releases has in memory at once: bytes that are counted, not what the process has.
  @Suite("Memory of comparisons")
  struct ComparisonMemoryTests {
    private static func cluster(pods: Int, services: Int) -> Cluster {
      let shape = ClusterShape(pods: pods, services: services, namespaces: 1)
      return Cluster(ClusterGenerator(shape).objects(), under: ControlPlane(rules: .documented))
    }

    private static func bytes(during body: () throws -> some Any) rethrows -> Int {
      try Memory.mostBytes { _ = try body() } ?? 0
    }

    /// Pods that are alike are compared once: a hundred more of them take no memory, where each took 240 KB.
    @Test func podsThatAreAlikeTakeNone() throws {
      let (old, new) = (try KumaRelease(parsing: "1.2.0"), KumaRelease.newest)
      let (few, many) = (Self.cluster(pods: 20, services: 3), Self.cluster(pods: 120, services: 3))
      let bytes = [few, many].map { cluster in Self.bytes { UpgradeComparison(of: cluster, from: old, to: new) } }
      // Other tests may allocate meanwhile.
      #expect(bytes[1] < bytes[0] + 8_000_000)
    }

    /// What is left without a row of the history is given up before the next row is looked at, so that twenty times as many rows do not
    /// take twenty times the memory.
    @Test func rowsTakeHardlyAny() throws {
      let cluster = Self.cluster(pods: 40, services: 60)
      let (old, new) = (try KumaRelease(parsing: "1.2.0"), KumaRelease.newest)
      #expect(ReleaseHistory.changes(between: old, and: new).count > 100)
      #expect(Self.bytes { ReleaseComparison(of: cluster, from: old, to: new) } < 16_000_000)
    }
  }
}
