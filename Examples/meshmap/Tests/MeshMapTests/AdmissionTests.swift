import Foundation
import Testing

/// What the webhooks make of a Dataplane, through the built command.
@Suite("Admission of Dataplanes")
struct AdmissionTests {
  private static func input(label: String = "kuma.io/sidecar-injection: enabled", account: String = "robot") -> String {
    Manifest.documents(
      Manifest.namespace(labels: label),
      Manifest.service(),
      Manifest.pod(spec: "serviceAccountName: \(account), containers: [{name: web, ports: [{containerPort: 8080}]}]")
    )
  }

  private static let refused = Manifest.documents(
    Manifest.namespace(),
    Manifest.service().replacingOccurrences(
      of: "namespace: demo}", with: "namespace: demo, annotations: {80.service.kuma.io/protocol: htttp}}"),
    Manifest.injectedPod()
  )

  private func pod(_ arguments: [String], _ input: String) throws -> Report.Pod {
    try #require(try Command(arguments + ["-"]).report(input: input).pods.first)
  }

  /// A service account is too long for a label, so it is an annotation.
  @Test func annotatesWhatIsTooLongForALabel() throws {
    let account = String(repeating: "a", count: 70)
    let pod = try pod(["preview", "--release", "2.13.0"], Self.input(account: account))
    #expect(pod.action == "apply")
    let metadata = try #require(pod.dataplane.resource?.metadata)
    #expect(
      metadata.annotations == [
        "k8s.kuma.io/service-account": account, "kuma.io/workload": account, "kuma.io/display-name": "web-1",
      ])
    #expect(metadata.labels?["k8s.kuma.io/service-account"] == nil)
  }

  @Test func givesTheLabelsOfTwoNine() throws {
    let pod = try pod(["preview", "--release", "2.9.4", "--zone", "default"], Self.input())
    #expect(
      pod.dataplane.resource?.metadata.labels == [
        "k8s.kuma.io/namespace": "demo", "kuma.io/env": "kubernetes", "kuma.io/mesh": "default", "kuma.io/origin": "zone",
        "kuma.io/zone": "default",
      ])
  }

  @Test func failsWhereTheDataplaneIsRefused() throws {
    let pod = try pod(["reconcile", "--release", "2.13.0"], Self.refused)
    #expect(pod.action == "fail dataplaneRefused")
    #expect(pod.dataplane.resource == nil)
    let message =
      "Kuma refuses the Dataplane: networking.inbound[0].tags[\"kuma.io/protocol\"] is \"htttp\", which must be one of grpc, http, http2, kafka, mysql, tcp, tls."
    #expect(pod.dataplane.message == message)
    #expect(pod.findings.map { "\($0.code) \($0.severity) \($0.statement)" } == ["invalid-dataplane error VALID-4"])
    #expect(pod.findings.map(\.message) == [message])
    // Without Dataplanes in the input there is nothing to check.
    let verified = try Command("verify", "--release", "2.13.0", "-").run(input: Self.refused)
    #expect(verified.status == 3)
  }

  /// From 2.11.0 the webhooks are asked only in Namespaces that have the label.
  @Test func tellsWhereNobodyRefuses() throws {
    let input = Self.refused.replacingOccurrences(of: "kuma.io/sidecar-injection: enabled", with: "team: a")
    let pod = try pod(["reconcile", "--release", "2.13.0"], input)
    #expect(pod.action == "apply")
    #expect(pod.dataplane.resource?.metadata.annotations == nil)
    #expect(pod.findings.map { "\($0.code) \($0.severity)" } == ["invalid-dataplane-stored warning"])
    #expect(
      pod.findings.first?.message.hasSuffix(
        "Kuma does not validate it, since the Namespace lacks the label kuma.io/sidecar-injection.") ?? false)
  }

  @Test func leavesTheWebhooksOut() throws {
    let pod = try pod(["reconcile", "--release", "2.13.0", "--no-admission"], Self.refused)
    #expect(pod.action == "apply")
    #expect(pod.tags["kuma.io/protocol"] == "htttp")
    #expect(pod.dataplane.resource?.metadata.annotations == nil)
    #expect(try Command("reconcile", "--help").run().output.contains("--no-admission"))
  }

  /// The constraints of a Mesh.
  @Test func failsWhereTheMeshDoesNotAllowTheTags() throws {
    let mesh = Manifest.mesh(
      "default", spec: "constraints: {dataplaneProxy: {requirements: [{tags: {team: '*'}}], restrictions: []}}")
    let pod = try pod(["preview", "--release", "2.14"], Manifest.documents(Self.input(), mesh))
    #expect(pod.action == "fail dataplaneRefused")
    #expect(pod.codes == ["dataplane-refused"])
    #expect(pod.findings.map(\.statement) == ["ADM-6"])
  }
}
