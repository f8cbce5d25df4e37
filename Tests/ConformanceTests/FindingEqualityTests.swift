import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// Findings are equal where all their bytes are: what only looks the same is told twice.
@Suite("Equality of findings")
struct FindingEqualityTests {
  private static let pod = ObjectReference(.pod, namespace: "demo", name: "web-1")

  private static func finding(_ message: String = "", key: String = "", related: String = "") -> Finding {
    let field = ObjectField(pod, DocumentPath(["metadata", "labels", .key(ExactString(key))]))
    return Finding(.emptyLabel, at: field, message, related: [RelatedField(field, related)])
  }

  static let findings: [Exactness] = [
    Exactness("the sentence") { finding($0) }, Exactness("the field") { finding(key: $0) },
    Exactness("what has to do with it") { finding(related: $0) },
  ]

  @Test(arguments: findings)
  func stringsThatOnlyLookTheSameAreDifferent(_ finding: Exactness) {
    #expect(finding.isExact())
  }

  /// Each finding is told once, and the key of a label is its bytes.
  @Test func twoLabelsWhoseKeysOnlyLookTheSameAreTwoFindings() throws {
    let pod = Pod.fixture(
      labels: ["caf\u{E9}": "", "cafe\u{301}": ""], annotations: ["kuma.io/sidecar-injected": "true"])
    let cluster = Cluster(
      [.kubernetes(.namespace(.fixture())), .kubernetes(.pod(pod))], under: ControlPlane(rules: .documented))
    let report = try #require(cluster.reconciliation(of: ObjectName(namespace: "demo", name: "web-1")))
    let found = cluster.findings(on: report).filter { $0.code == "empty-label" }
    let keys = ["cafe\u{301}", "caf\u{E9}"].map { DocumentPath(["metadata", "labels", .key(ExactString($0))]) }
    #expect(found.map(\.field.path) == keys)
  }
}
