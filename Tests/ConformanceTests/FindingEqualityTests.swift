import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// Findings are equal where all their bytes are: what only looks the same is told twice.
@Suite("Equality of findings")
struct FindingEqualityTests {
  static let findings: [Exactness] = [
    Exactness("switchByAnnotation") { Finding.switchByAnnotation(Evidence(.podAnnotation, key: "", value: $0)) },
    Exactness("switchNotRead") { Finding.switchNotRead(Evidence(.podAnnotation, key: "", value: $0)) },
    Exactness("reservedLabel, the key") { Finding.reservedLabel(key: ExactString($0), value: "") },
    Exactness("reservedLabel, the value") { Finding.reservedLabel(key: "", value: ExactString($0)) },
    Exactness("reservedLabelConverted, the key") { Finding.reservedLabelConverted(key: ExactString($0), value: "") },
    Exactness("reservedLabelConverted, the value") { Finding.reservedLabelConverted(key: "", value: ExactString($0)) },
    Exactness("emptyLabel") { Finding.emptyLabel(key: ExactString($0)) },
    Exactness("overriddenLabel, the key") { Finding.overriddenLabel(key: ExactString($0), value: "", by: .service) },
    Exactness("overriddenLabel, the value") { Finding.overriddenLabel(key: "", value: ExactString($0), by: .service) },
    Exactness("unresolvedTargetPort, the Service") {
      Finding.unresolvedTargetPort(service: ExactString($0), port: 1, name: "")
    },
    Exactness("unresolvedTargetPort, the name") {
      Finding.unresolvedTargetPort(service: "", port: 1, name: ExactString($0))
    },
    Exactness("portNotTCP, the Service") { Finding.portNotTCP(service: ExactString($0), port: 1, transportProtocol: "") },
    Exactness("portNotTCP, the protocol") { Finding.portNotTCP(service: "", port: 1, transportProtocol: ExactString($0)) },
    Exactness("externalNameService") { Finding.externalNameService(service: ExactString($0)) },
    Exactness("targetPortFilledIn") { Finding.targetPortFilledIn(service: ExactString($0), port: 1) },
    Exactness("invalidDataplane") { Finding.invalidDataplane(ValidationProblem(path: $0, kind: .noInbound)) },
    Exactness("directAccessName") { Finding.directAccessName(ExactString($0), .nothing) },
    Exactness("meshNameRefused") { Finding.meshNameRefused(ValidationProblem(path: $0, kind: .noInbound)) },
    Exactness("directAccessEntry, the entry") { Finding.directAccessEntry(ExactString($0), .empty) },
    Exactness("directAccessEntry, the error") { Finding.directAccessEntry("", .marker(ExactString($0))) },
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
    #expect(found == [.emptyLabel(key: "cafe\u{301}"), .emptyLabel(key: "caf\u{E9}")])
  }
}
