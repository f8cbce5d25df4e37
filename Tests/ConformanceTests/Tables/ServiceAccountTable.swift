import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

/// The labels, or annotations where the webhooks move them there, of a Dataplane that come from the service account of a Pod.
struct ServiceAccountCase: SpecificationCase {
  let statement = "WRITE-7"
  let title: String
  let rules: RulesName = .newest
  let standpoint: PodReport.Standpoint
  let annotations: StringMap
  let account: String
  /// The service account and the workload.
  let expected: [String?]
}

enum ServiceAccountTable {
  static let cases: [ServiceAccountCase] = [
    ServiceAccountCase(
      title: "a manifest without one", standpoint: .preview, annotations: [:], account: "", expected: ["default", "default"]),
    ServiceAccountCase(
      title: "a manifest with one", standpoint: .preview, annotations: [:], account: "web", expected: ["web", "web"]),
    ServiceAccountCase(
      title: "a Pod as it stands has what it has", standpoint: .reconciliation,
      annotations: ["kuma.io/sidecar-injected": "true"], account: "", expected: [nil, nil]
    ),
  ]
}

@Suite("The service account")
struct ServiceAccountTests {
  @Test(arguments: ServiceAccountTable.cases)
  func labels(_ row: ServiceAccountCase) throws {
    let kuma = try row.rules.controlPlane()
    let pod = Pod.fixture(annotations: row.annotations, serviceAccountName: row.account)
    let namespace = Namespace.fixture(labels: ["kuma.io/sidecar-injection": "enabled"])
    let report =
      row.standpoint == .preview
      ? kuma.preview(of: pod, in: namespace, among: ObjectCatalog())
      : kuma.reconciliation(of: pod, in: namespace, among: ObjectCatalog())
    let metadata = try #require(report.outcome.dataplane?.metadata)
    let keys = ["k8s.kuma.io/service-account", "kuma.io/workload"]
    #expect(keys.map { metadata.labels[$0] ?? metadata.annotations[$0] } == row.expected)
    #expect(report.pod == pod)
  }
}
