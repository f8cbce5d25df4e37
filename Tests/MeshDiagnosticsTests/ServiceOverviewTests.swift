import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// The services by name, what leads nowhere, and what tags pick; worked out by hand.
@Suite("Services")
struct ServiceOverviewTests {
  private static let shop: Manifests = .inMesh(
    """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: demo, annotations: {81.service.kuma.io/protocol: grpc}}
    spec:
      selector: {app: web}
      ports: [{port: 80, targetPort: 8080, appProtocol: http}, {port: 81, targetPort: 8081}, {port: 82, targetPort: admin}]
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: lost, namespace: demo}
    spec: {selector: {app: nobody}, ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: outside, namespace: demo}
    spec: {selector: {app: old}, ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: left-out, namespace: demo, annotations: {kuma.io/ignore: "true"}}
    spec: {selector: {app: web}, ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: dns, namespace: demo}
    spec: {selector: {app: web}, ports: [{port: 53, protocol: UDP}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: alone, namespace: demo}
    spec: {ports: [{port: 80}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web-1, namespace: demo, labels: {app: web, version: v1}}
    spec: {containers: [{name: web, ports: [{containerPort: 8080}]}]}
    status: {phase: Running, podIP: 10.0.0.1, containerStatuses: [{name: web, ready: true, state: {running: {}}}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web-2, namespace: demo, labels: {app: web, version: v2}}
    spec: {containers: [{name: web, ports: [{containerPort: 8080}]}]}
    status: {phase: Running, podIP: 10.0.0.2, containerStatuses: [{name: web, ready: false, state: {running: {}}}]}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: old-1, namespace: demo, labels: {app: old, version: v1, kuma.io/sidecar-injection: disabled}}
    spec: {containers: [{name: old}]}
    status: {phase: Running, podIP: 10.0.0.3}
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: tool
      namespace: demo
      labels: {app: tool}
      annotations:
        kuma.io/direct-access-services: web_demo_svc_80,wep_demo_svc_80
        kuma.io/transparent-proxying-reachable-services: web_demo_svc_18
    spec: {containers: [{name: tool}]}
    status: {phase: Running, podIP: 10.0.0.4}
    """)

  private static func overview(under release: String) throws -> ServiceOverview {
    try shop.cluster(under: release).serviceOverview()
  }

  @Test func servicesByName() throws {
    let overview = try Self.overview(under: "2.9.4")
    let told = overview.services.map { service in
      let protocols = service.protocols.map { "\($0.name) (\($0.origin.rawValue))" }.joined(separator: ", ")
      let endpoints = service.endpoints.map { "\($0.pod.name):\($0.port ?? 0) \($0.state?.rawValue ?? "")" }
      return "\(service.mesh) \(service.name) \(service.sources.map(\.phrase)) \(protocols) \(endpoints)"
    }
    #expect(
      told == [
        #"default tool_demo_svc ["Pod tool, without a Service"] tcp (defaultValue) ["tool:49151 Ready"]"#,
        #"default web_demo_svc_80 ["Service demo/web port 80"] http (appProtocol) ["web-1:8080 Ready", "web-2:8080 NotReady"]"#,
        #"default web_demo_svc_81 ["Service demo/web port 81"] grpc (serviceAnnotation) ["web-1:8081 Ready", "web-2:8081 Ready"]"#,
      ])
    #expect(overview.ambiguousServices.isEmpty)
  }

  @Test func servicesThatLeadNowhere() throws {
    let strays = try Self.overview(under: "2.9.4").strayServices.map { "\($0.service.name): \($0.reason.code)" }
    #expect(
      strays == [
        "alone: incompleteInput", "left-out: ignored", "lost: selectsNothing", "outside: podsOutsideMesh",
        "web: unresolvedTargetPort",
      ])
  }

  /// What a StatefulSet labels its Pods with is unknown before there are any, except for how it begins.
  @Test func servicesOfPodsToCome() throws {
    func service(_ name: String, _ selector: String) -> String {
      "{apiVersion: v1, kind: Service, metadata: {name: \(name), namespace: demo}, spec: {selector: \(selector), ports: [{port: 80}]}}"
    }
    let label = "statefulset.kubernetes.io/pod-name"
    let cluster = try Manifests.inMesh(
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: demo}
      spec: {replicas: 2, template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db}]}}}
      ---
      \(service("first", "{app: db, \(label): db-0}"))
      ---
      \(service("of-another", "{app: db, \(label): web-0}"))
      ---
      \(service("of-other-labels", "{app: web, \(label): db-0}"))
      """
    ).cluster(under: "2.9.4")
    let strays = cluster.serviceOverview().strayServices
    #expect(strays.map(\.service.name) == ["first", "of-another", "of-other-labels"])
    #expect(
      strays.map(\.reason) == [
        .labelUnknown(key: ExactString(label), wanted: "db-0"), .selectsNothing, .selectsNothing,
      ])
    #expect(
      strays.first?.reason.phrase
        == "selects those of the Pods to come, if any, that get the label \(label)=db-0 when they are created")
  }

  /// The control plane fails on Pods none of whose ports a Service leads to: they are in the mesh all the same.
  @Test func podsOnWhichTheControlPlaneFails() throws {
    let cluster = try Manifests.inMesh(
      "\(ProtocolRows.service("{port: 80, targetPort: htp}"))\n---\n\(ProtocolRows.deployment())"
    ).cluster(under: "2.7.0")
    let strays = cluster.serviceOverview().strayServices
    #expect(strays.map(\.reason) == [.podsFail(1)])
    #expect(
      strays.first?.reason.phrase
        == "selects 1 Pod of a mesh, and none gets a Dataplane, because the control plane fails on it")
  }

  /// Whether Pods are in a mesh rests on their Namespace; where that is not in the input, nobody says that they are in none.
  @Test func podsWhoseNamespaceIsNotThere() throws {
    let objects = "\(ProtocolRows.service("{port: 80, targetPort: 8080}"))\n---\n\(ProtocolRows.deployment())"
    var cluster = try Manifests(objects).cluster(under: "2.9.4")
    let stray = cluster.serviceOverview().strayServices
    #expect(stray.map(\.reason) == [.unknown(needs: .namespaces)])
    #expect(
      stray.first?.reason.phrase == "leads to Pods of which nobody knows whether they are in a mesh: add their Namespace")
    cluster.completeness.namespaceLabels = [:]
    #expect(cluster.serviceOverview().strayServices.map(\.reason) == [.podsOutsideMesh(1)])
    cluster.completeness.namespaceLabels = ["kuma.io/sidecar-injection": "enabled"]
    #expect(cluster.serviceOverview().strayServices.isEmpty)
  }

  /// Names of services are mostly alike in their ends, which say nothing.
  @Test func namesThatAreAlikeInTheirEndsAreNotMeant() throws {
    let cluster = try Manifests.inMesh(
      """
      \(ProtocolRows.service("{port: 80, targetPort: 8080}"))
      ---
      {apiVersion: v1, kind: Service, metadata: {name: api, namespace: demo}, spec: {selector: {app: apis}, ports: [{port: 80}]}}
      ---
      \(ProtocolRows.deployment(more: ", annotations: {kuma.io/direct-access-services: 'api_demo_svc_80,apx_demo_svc_80'}"))
      """
    ).cluster(under: "2.9.4")
    let entries = cluster.directAccess().pods.flatMap(\.entries)
    #expect(entries.map(\.answer.code) == ["unoffered", "nothing"])
    #expect(entries.map(\.answer.nearest) == [nil, nil])
  }

  @Test func entriesThatNameNothing() throws {
    let strays = try Self.overview(under: "2.9.4").strayEntries
    #expect(strays.map(\.entry) == ["wep_demo_svc_80", "web_demo_svc_18"])
    #expect(strays.map(\.nearest) == ["web_demo_svc_80", "web_demo_svc_81"])
    #expect(strays.map(\.annotation) == [KumaKey.directAccessServices, KumaKey.reachableServices])
  }

  /// Where inbounds have no tags, a Service and its port name what is offered.
  @Test func servicesWithoutTags() throws {
    let names = try Self.overview(under: "3.0.0").services.map(\.name)
    #expect(names == ["demo/web:80", "demo/web:81"])
  }

  @Test func namesThatTwoWorkloadsGive() throws {
    let cluster = try Manifests.inMesh(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: job, namespace: demo}
      spec: {replicas: 1, template: {spec: {containers: [{name: a}]}}}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: job, namespace: demo}
      spec: {replicas: 1, template: {spec: {containers: [{name: a}]}}}
      """
    ).cluster(under: "2.9.4")
    let ambiguous = cluster.serviceOverview().ambiguousServices
    #expect(ambiguous.map(\.name) == ["job_demo_svc"])
    #expect(
      ambiguous.first?.sources.map(\.phrase) == [
        "Deployment job, without a Service", "StatefulSet job, without a Service",
      ])
  }

  @Test func whatATagPicks() throws {
    let search = try Self.shop.cluster(under: "2.9.4").pods(taggedWith: ["version": "v1"])
    #expect(search.picked.map(\.report.name.name) == ["web-1"])
    #expect(search.picked.first?.inbounds.map(\.port) == [8080, 8081])
    #expect(search.missed.map(\.report.name.name) == ["old-1"])
    #expect(search.missed.first?.reason == .noDataplane)
    let any = try Self.shop.cluster(under: "2.9.4").pods(taggedWith: ["version": "*", "app": "web"])
    #expect(any.picked.map(\.report.name.name) == ["web-1", "web-2"])
    let documented = try Self.shop.cluster(under: "documented").pods(taggedWith: ["kuma.io/protocol": "grpc"])
    #expect(documented.picked.flatMap(\.inbounds).map(\.port) == [8081, 8081])
  }
}

/// What direct access resolves to in a cluster, and what it costs.
@Suite("Direct access in a cluster")
struct DirectAccessOverviewTests {
  private static func cluster(_ entries: String, clusterIP: String = "10.96.0.1", planned: Int = 2, under release: String)
    throws -> Cluster
  {
    try Manifests.inMesh(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: kv, namespace: demo}
      spec: {clusterIP: \(clusterIP), selector: {app: kv}, ports: [{port: 6379, targetPort: 6379}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: kv-0, namespace: demo, labels: {app: kv}}
      spec: {containers: [{name: kv, ports: [{containerPort: 6379}]}]}
      status: {phase: Running, podIP: 10.0.0.1}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: later, namespace: demo}
      spec: {replicas: \(planned), template: {metadata: {labels: {app: kv}}, spec: {containers: [{name: kv}]}}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: prom, namespace: demo, annotations: {kuma.io/direct-access-services: "\(entries)"}}
      spec: {containers: [{name: prom}]}
      status: {phase: Running, podIP: 10.0.0.9}
      """
    ).cluster(under: release)
  }

  @Test func everyService() throws {
    let overview = try Self.cluster("*", under: "2.9.4").directAccess()
    #expect(overview.pods.map(\.pod.name) == ["prom"])
    // A Pod that is there, and two that a Deployment will make.
    #expect(overview.listenerCount == 3)
    #expect(overview.pods.first?.listeners.map(\.description) == ["demo/later-*:6379", "10.0.0.1:6379"])
    #expect(overview.pods.first?.replacement == ["kv_demo_svc_6379"])
    #expect(overview.strayEntries.isEmpty)
  }

  @Test func whatEachEntryIs() throws {
    let pod = try #require(
      try Self.cluster("kv_demo_svc_6379,kv_demo_svc_6380,kv", under: "2.9.4").directAccess().pods.first)
    #expect(pod.entries.map(\.answer.code) == ["places", "nothing", "noName"])
    #expect(pod.entries.map(\.answer.nearest) == [nil, "kv_demo_svc_6379", nil])
    #expect(pod.replacement == nil)
  }

  /// Where outbounds are virtual IPs, the Pods of a headless Service are outbound at the Service's port; up to 2.1 they are written.
  @Test(arguments: ["2.1.0", "2.2.0", "2.14.3"])
  func headlessServicesAreOutboundAlready(_ release: String) throws {
    let pod = try #require(
      try Self.cluster("kv_demo_svc_6379", clusterIP: "None", planned: 0, under: release).directAccess().pods.first)
    #expect(!pod.listeners.contains { $0.address == "10.0.0.1" })
    #expect(pod.outboundAlready.contains { $0.address == "10.0.0.1" })
  }

  @Test func namesThatCountNoMore() throws {
    let pod = try #require(try Self.cluster("kv_demo_svc_6379", under: "3.0.0").directAccess().pods.first)
    #expect(pod.entries.map(\.answer.code) == ["notMatched"])
    #expect(pod.listeners.isEmpty)
    let all = try #require(try Self.cluster("*", under: "3.0.0").directAccess().pods.first)
    #expect(all.listeners.count == 2)
    #expect(all.replacement == nil)
  }

  @Test func nobodyAsks() throws {
    #expect(try Manifests.inMesh("").cluster(under: "2.9.4").directAccess().pods.isEmpty)
  }
}
