import Foundation
import KubernetesJSON
import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import TestSupport
import Testing

/// Keys that are written only now and then, which no row of a table happens to have, and a gate that there is none that no test names.
@Suite("Keys of the JSON that are seldom written")
struct RareKeyTests {
  /// Every key that the libraries write is named in some test, with or without those that lead to it.
  @Test func everyKeyIsNamedInATest() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let sources = tests.deletingLastPathComponent().appending(path: "Sources")
    let written = try Self.texts(in: sources).flatMap { text in
      text.matches(of: /forKey: "([^"]+)"/).map { String($0.1) }
    }
    #expect(written.count > 200)
    let named = try Self.texts(in: tests).flatMap { text in
      text.matches(of: /["\].](\w+)(?=["\[.])/).map { String($0.1) }
    }
    #expect(Set(written).subtracting(named).sorted() == [])
  }

  private static func texts(in folder: URL) throws -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
  }

  private static func json(_ value: some JSONWritable) -> String {
    String(decoding: JSONWriter.bytes(of: value, layout: .compact), as: UTF8.self)
  }

  // MARK: - Direct access

  private static let access = """
    apiVersion: v1
    kind: Service
    metadata: {name: kv, namespace: demo}
    spec: {clusterIP: None, selector: {app: kv}, ports: [{port: 6379}]}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: kv, namespace: demo}
    spec: {replicas: 2, template: {metadata: {labels: {app: kv}}, spec: {containers: [{name: kv}]}}}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: kv-0, namespace: demo, labels: {app: kv}}
    spec: {containers: [{name: kv}]}
    status: {phase: Running, podIP: 10.0.0.1}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: prom
      namespace: demo
      annotations: {kuma.io/direct-access-services: kv_demo_svc_6379}
      ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: prom, controller: true}]
    spec: {containers: [{name: prom}]}
    status: {phase: Running, podIP: 10.0.0.9}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: out
      namespace: demo
      labels: {kuma.io/sidecar-injection: disabled}
      annotations: {kuma.io/direct-access-services: '*'}
    spec: {containers: [{name: out}]}
    status: {phase: Running, podIP: 10.0.0.8}
    """

  /// What is outbound already, for whom a list does nothing, and who the Pods belong to.
  @Test func ofDirectAccess() throws {
    let text = Self.json(try Manifests.inMesh(Self.access).cluster(under: "2.2.0").directAccess())
    let place = #"{"address":"10.0.0.1","port":6379,"namespace":"demo","pod":"kv-0"}"#
    #expect(text.contains(#""workload":{"kind":"StatefulSet","name":"prom"},"mesh":"default","entries":["#), "\(text)")
    #expect(text.contains(#""outboundAlready":["#) && text.contains(place), "\(text)")
    #expect(text.contains(#""port":6379,"namespace":"demo","pod":"kv-*","pods":2}"#), "\(text)")
    #expect(text.hasSuffix(#","withoutDataplane":[{"namespace":"demo","name":"out"}]}"#), "\(text)")
  }

  // MARK: - Searches

  /// What has to be made anew, by which command, and of what the edit warns.
  @Test func ofSearches() throws {
    let manifests = Manifests(
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: demo, labels: {kuma.io/sidecar-injection: disabled}}
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-6d5-x
        namespace: demo
        labels: {pod-template-hash: "6d5"}
        ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-6d5, uid: u, controller: true}]
      spec: {containers: [{name: app}]}
      status: {phase: Running, podIP: 10.0.0.1}
      """)
    let cluster = try manifests.cluster(under: "2.9.4")
    let search = try #require(cluster.edits(leading: ObjectName(namespace: "demo", name: "web-6d5-x"), to: .injected))
    let text = Self.json(search)
    #expect(text.contains(#""restarts":["kubectl rollout restart deployment/web -n demo"]"#), "\(text)")
    #expect(text.contains(#""recreate":"Deployment web"#), "\(text)")
    let harmful = try #require(try EditSearchTests.selecting.last?.search())
    #expect(
      Self.json(harmful).contains(#""warnings":["Service tool would no longer lead to it."]"#), "\(Self.json(harmful))")
  }

  // MARK: - Upgrades and resources

  /// What causes a change besides the releases.
  @Test func ofComparisons() throws {
    let pod = Manifests.inMesh(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: demo, annotations: {kuma.io/sidecar-injected: "true"}}
      spec: {containers: [{name: app}, {name: kuma-sidecar}]}
      status: {phase: Running, podIP: 10.0.0.1}
      """)
    let cluster = try pod.cluster(under: "2.9.4")
    let release = try KumaRelease(parsing: "2.9.4")
    let comparison = UpgradeComparison(
      of: cluster, from: release, to: release, newSettings: ControlPlaneSettings(zone: "east"))
    let change = try #require(comparison.harmless.first { $0.summary.hasPrefix("tag ") })
    #expect(
      Self.json(change)
        == #"{"change":"tag kuma.io/zone changes","causes":[],"otherCauses":["settings"],"workloads":1}"#)
  }

  /// What only comes to light once the first trouble is mended: without a sidecar nobody reaches anything.
  @Test func ofTroublesBehindOthers() throws {
    let manifests = Manifests(
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: demo}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: db, namespace: demo}
      spec: {clusterIP: 10.96.0.1, selector: {app: db}, ports: [{port: 80}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: db, namespace: demo}
      spec:
        template:
          metadata: {labels: {app: db, kuma.io/sidecar-injection: enabled}, annotations: {kuma.io/sidecar-injection: enabled}}
          spec: {containers: [{name: app}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: demo}
      spec:
        template:
          metadata:
            labels: {app: web}
            annotations: {kuma.io/sidecar-injection: enabled, kuma.io/direct-access-services: db_demo_svc_80}
          spec: {containers: [{name: app}]}
      """)
    let (old, new) = try (KumaRelease(parsing: "2.0.8"), KumaRelease(parsing: "3.0"))
    let path = UpgradePath(of: try manifests.cluster(under: "2.0.8"), from: old, to: new)
    #expect(path.steps.flatMap(\.troubles).contains { $0.effect == .losesSidecar })
    let step = try #require(path.steps.first { !$0.followUps.isEmpty })
    #expect(
      step.followUps.map(\.message) == ["1 workload lists services for direct access that no longer match"])
    #expect(Self.json(step).contains(#","followUps":[{"effect":""#))
  }

  @Test func ofServicesOfOtherZones() {
    let service = ZoneIngress.AvailableService(
      tags: ["kuma.io/service": "b"], instances: 1, mesh: "other", isExternal: true)
    #expect(
      Self.json(service) == #"{"tags":{"kuma.io/service":"b"},"instances":1,"mesh":"other","externalService":true}"#)
    #expect(Self.json(ZoneIngress.AvailableService(tags: [:], instances: 0, mesh: "", isExternal: false)) == "{}")
  }
}
