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
