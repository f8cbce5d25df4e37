import KubernetesObjects
import Testing

@testable import MeshDiagnostics

/// What is proposed for findings can be done, and mends them.
@Suite("Remedies, by manifests")
struct RemedyTests {
  private static let rows = FindingRowTests.rows.filter { !$0.fields.isEmpty }

  @Test(arguments: rows)
  func remediesMend(_ row: FindingRow) throws {
    let cluster = try row.manifests.cluster(under: row.release, row.settings)
    for finding in Diagnostics(of: cluster).findings() where finding.code == row.code {
      for remedy in finding.remedies {
        let edited = cluster.applying(remedy.edits)
        #expect(edited != nil, "\(remedy.message): \(remedy.edits)")
        guard let edited else { continue }
        let left = Diagnostics(of: edited).findings()
        #expect(!left.contains { $0.code == finding.code && $0.message == finding.message }, "\(remedy.message) leaves it")
      }
    }
  }

  /// A key is moved to where the same object is read, and to no other object: which of them is meant nobody knows.
  @Test(arguments: [
    (
      "Namespace", "labels: {kuma.io/mesh: blue}",
      [
        #"Namespace demo metadata.annotations["kuma.io/mesh"] = blue"#,
        #"Namespace demo metadata.labels["kuma.io/mesh"] removed"#,
      ]
    ), ("Namespace", "annotations: {kuma.io/direct-access-services: '*'}", []),
    (
      "Pod", "labels: {kuma.io/gateway: enabled}",
      [
        #"Pod demo/web metadata.annotations["kuma.io/gateway"] = enabled"#,
        #"Pod demo/web metadata.labels["kuma.io/gateway"] removed"#,
      ]
    ), ("Pod", "annotations: {kuma.io/ignore: 'true'}", []),
    ("Service", "labels: {kuma.io/sidecar-injection: enabled}", []),
  ])
  func aKeyIsMovedOnItsOwnObject(_ kind: String, _ metadata: String, _ expected: [String]) throws {
    func own(_ other: String) -> String { kind == other ? ", \(metadata)" : "" }
    let manifests = Manifests(
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: demo\(own("Namespace"))}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: demo\(own("Service"))},
       spec: {selector: {app: web}, ports: [{port: 80}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: demo\(own("Pod"))}, spec: {containers: [{name: app}]}}
      """)
    let found = Diagnostics(of: try manifests.cluster(under: "2.8.8")).findings().filter { $0.code == "key-misplaced" }
    #expect(found.count == 1)
    let edits = found.flatMap(\.remedies).flatMap(\.edits).map { edit in
      switch edit.change {
      case .string(let string): "\(edit.field) = \(string.string)"
      case .number(let number): "\(edit.field) = \(number)"
      case .removed: "\(edit.field) removed"
      }
    }
    #expect(edits == expected)
  }

  /// What a port says already is not written over: only the annotation goes.
  @Test(arguments: [
    ("", ["set appProtocol: http on port 80 of Service web, and remove the annotation"]),
    (", appProtocol: tcp", ["remove annotation 8080.service.kuma.io/protocol"]),
  ])
  func theProtocolOfAPortIsNotWrittenOver(_ appProtocol: String, _ messages: [String]) throws {
    let manifests: Manifests = .inMesh(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: demo, annotations: {8080.service.kuma.io/protocol: http}}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080\(appProtocol)}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: demo, labels: {app: web}}
      spec: {containers: [{name: app, ports: [{containerPort: 8080}]}]}
      """)
    let findings = Diagnostics(of: try manifests.cluster(under: "2.9.4")).findings()
    let remedies = findings.filter { $0.code == "protocol-annotation-without-port" }.flatMap(\.remedies)
    #expect(remedies.map(\.message) == messages)
  }
}
