import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// What is judged once for several objects is what each would be told alone.
@Suite("What replicas and Services share")
struct SharingTests {
  /// Everything that the tables have, which are different Pods of different Services.
  @Test(arguments: FindingRowTests.rows)
  func manyAreToldWhatEachIsToldAlone(_ row: FindingRow) throws {
    let cluster = try row.manifests.cluster(under: row.release, row.settings)
    try expectSame(in: cluster)
  }

  /// Replicas that nothing of the input makes, each with something of its own.
  @Test(arguments: ["1.4.0", "2.5.0", "2.9.4", "2.13.0", "2.14.3"])
  func replicasDiffer(_ release: String) throws {
    let pods = [
      pod(1), pod(2), pod(3, labels: ", team: ''"), pod(4), pod(5, annotations: ", kuma.io/gateway: enabled"),
      pod(6, annotations: ", cni.projectcalico.org/podIP: 10.0.0.6"),
      pod(7, annotations: ", cni.projectcalico.org/podIP: 10.0.0.7"),
      pod(8, status: "{name: app, ready: false}"), pod(9, metadata: ", deletionTimestamp: '2026-01-01T00:00:00Z'"),
      pod(10, spec: "nodeName: one, "), pod(11, spec: "nodeName: two, "),
      pod(12, labels: ", topology.kubernetes.io/zone: z", spec: "nodeName: one, "),
      pod(13, labels: ", topology.kubernetes.io/zone: z", spec: "nodeName: two, "), pod(14, phase: "Pending"),
      pod(15, port: 9090),
    ]
    let nodes = [
      "{apiVersion: v1, kind: Node, metadata: {name: one, labels: {topology.kubernetes.io/zone: a}}}",
      "{apiVersion: v1, kind: Node, metadata: {name: two}}",
    ]
    let services = [
      ProtocolRows.service("{name: http, port: 80, targetPort: 8080}, {port: 81, targetPort: web}"),
      ProtocolRows.service("{port: 80, targetPort: 8080, appProtocol: http}", name: "peers", spec: ", clusterIP: None"),
    ]
    let manifests = Manifests.inMesh((nodes + services + pods).joined(separator: "\n---\n"))
    try expectSame(in: try manifests.cluster(under: release))
    // A label that a Pod has, too, is the Pod's or its Node's.
    try expectSame(in: try manifests.cluster(under: release) { $0.nodeLabels = ["topology.kubernetes.io/zone"] })
  }

  /// Clusters that are made up, each under a release of another line: replicas differ in their Nodes, addresses and phases.
  @Test(arguments: 0..<16)
  func randomFleets(_ seed: Int) throws {
    let releases = ["1.2.0", "1.8.0", "2.2.0", "2.6.5", "2.9.4", "2.13.0", "2.14.3", "3.0.0"]
    let release = try KumaRelease(parsing: releases[seed % releases.count])
    let objects = try RandomFleet.objects(UInt64(seed))
    try expectSame(in: Cluster(objects, under: ControlPlane(release: release)))
    // Without the Nodes what is unknown differs as well.
    let rest = objects.filter { $0.reference.kind != Node.kind }
    try expectSame(in: Cluster(rest, under: ControlPlane(release: release)))
  }

  /// The Dataplane of one of the replicas may be invalid where the others are not, whoever asks the validator.
  @Test(arguments: [
    (AdmissionStage.asInstalled, "kuma.io/sidecar-injection: enabled", "invalid-dataplane"),
    (.leftOut, "kuma.io/sidecar-injection: enabled", "invalid-dataplane"), (.asInstalled, "", "invalid-dataplane-stored"),
  ])
  func oneOfTheReplicasHasAnAddressThatIsNone(_ admission: AdmissionStage, labels: String, code: String) throws {
    let manifests = [
      "{apiVersion: v1, kind: Namespace, metadata: {name: demo, labels: {\(labels)}}}",
      ProtocolRows.service("{name: http, port: 80, targetPort: 8080}"), pod(1),
      pod(2).replacing("10.0.0.2,", with: "0.0.0.0,"), pod(3),
    ]
    let cluster = try Manifests(manifests.joined(separator: "\n---\n")).cluster(under: "2.13.0") { $0.admission = admission }
    try expectSame(in: cluster)
    let found = Diagnostics(of: cluster).findings().filter { $0.code == code }
    #expect(found.map { "\($0.field)" } == ["Pod demo/web-2"])
  }

  private func expectSame(in cluster: Cluster) throws {
    let diagnostics = Diagnostics(of: cluster)
    for reports in [cluster.previews(), cluster.reconciliations()] {
      let alone = reports.map { diagnostics.findings(on: $0) }
      #expect(diagnostics.findings(on: reports) == alone)
      let all = Set(diagnostics.findings())
      guard reports.first?.standpoint == .preview else { continue }
      for (report, findings) in zip(reports, alone) {
        let missing = findings.filter { !all.contains($0) }
        #expect(missing.isEmpty, "\(report.name): \(missing.map(\.code))")
      }
    }
  }

  private func pod(
    _ number: Int, labels: String = "", annotations: String = "", metadata: String = "", spec: String = "",
    status: String = "{name: app, ready: true}", phase: String = "Running", port: Int = 8080
  ) -> String {
    """
    {apiVersion: v1, kind: Pod, metadata: {name: web-\(number), namespace: demo, labels: {app: web\(labels)}\(metadata),
      annotations: {kuma.io/sidecar-injected: 'true', kuma.io/transparent-proxying: enabled,
       kuma.io/transparent-proxying-inbound-port: '15006', kuma.io/transparent-proxying-outbound-port: '15001'\(annotations)}},
     spec: {\(spec)containers: [{name: app, ports: [{containerPort: \(port)}]}, {name: kuma-sidecar}]},
     status: {phase: \(phase), podIP: 10.0.0.\(number), containerStatuses: [\(status)]}}
    """
  }

  /// What a Service is told alone is what all of the cluster tells of it.
  @Test(arguments: FindingRowTests.rows)
  func aServiceIsToldTheSameAlone(_ row: FindingRow) throws {
    let cluster = try row.manifests.cluster(under: row.release, row.settings)
    let diagnostics = Diagnostics(of: cluster)
    let all = diagnostics.findings()
    for namespace in cluster.namespaceNames {
      for service in cluster.services(in: namespace) {
        let alone = diagnostics.findings(on: service)
        #expect(alone.allSatisfy { all.contains($0) }, "\(alone.map(\.code))")
      }
    }
  }
}
