import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

@testable import MeshDiagnostics

/// Near names are found among any number of names, and no more of them are compared the more there are.
@Suite("Names among many")
struct NameIndexTests {
  private static let many = (1000..<6000).map { "svc-\($0)" }

  /// A letter at the beginning, in the middle, at the end; too many; none too few.
  @Test(arguments: [
    ("xvc-4321", "svc-4321"), ("svc4321", "svc-4321"), ("svc-4321x", "svc-4321"), ("svc-5999", "svc-5999"),
    ("vsc-1000", "svc-1000"),
  ])
  func amongMany(_ name: String, _ nearest: String) {
    #expect(NameIndex(of: Self.many).nearest(to: name) == nearest)
  }

  @Test func amongManyNothingIsNear() {
    #expect(NameIndex(of: Self.many).nearest(to: "database") == nil)
  }

  /// Among a few it is the one that differs least, and of those the first by bytes: as a comparison with all of them gives it.
  @Test(arguments: 0..<200) func amongFew(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func number(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % bound
    }
    func word() -> String { String((0...number(9)).map { _ in Array("abcz-")[number(5)] }) }
    let (name, names) = (word(), (0..<number(31)).map { _ in word() })
    let count = name.utf8.count
    let largest = max(count > 3 ? 2 : 1, count / 3)
    let near = names.map { (name: $0, distance: NearestName.distance(from: name, to: $0)) }.filter { $0.distance <= largest }
    let least = near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    #expect(NameIndex(of: names).nearest(to: name) == least?.name, "\(name) among \(names)")
  }

  /// A list with ever more mistakes takes no longer for each: so many are tried, and whoever mends them finds the others.
  @Test func ofOneObjectSoManyEditsAreTried() throws {
    let entries = (0..<40).map { "sv\($0)_demo_svc_80" }
    let services = (0..<40).map {
      "{apiVersion: v1, kind: Service, metadata: {name: svc\($0), namespace: demo}, spec: {selector: {app: x}, ports: [{port: 80}]}}"
    }
    let pod =
      "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: demo, annotations: {\(KumaKey.reachableServices): '\(entries.joined(separator: ","))'}}, spec: {containers: [{name: c}]}}"
    let cluster = try Manifests.inMesh((services + [pod]).joined(separator: "\n---\n")).cluster(under: "2.9.4")
    let diagnostics = Diagnostics(of: cluster)
    let found = diagnostics.findings().filter { $0.code == "reachable-service-to-nothing" }
    try #require(found.count == 40)
    #expect(diagnostics.fixes(for: found).count { !$0.isEmpty } == Diagnostics.mostTrials)
  }
}
