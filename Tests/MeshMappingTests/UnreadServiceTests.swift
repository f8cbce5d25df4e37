import KubernetesObjects
import MeshMapping
import TestSupport
import Testing

@Suite("Services that cannot be read")
struct UnreadServiceTests {
  /// A Service that could not be read may give inbounds that nobody knows: neither is there nothing to be found, nor is what it may give
  /// a mistake (KNOW-7).
  @Test func aServiceThatCannotBeReadLeavesVerdictsOpen() throws {
    let pod = Pod.fixture(
      labels: ["app": "web", "kuma.io/sidecar-injection": "enabled"], annotations: ["kuma.io/sidecar-injected": "true"],
      statuses: [ContainerStatus(name: "app", isReady: true)])
    let objects: [ClusterObject] = [.namespace(.fixture()), .service(.fixture()), .pod(pod)].map { .kubernetes($0) }
    var completeness = Completeness.complete
    let release = try KumaRelease(parsing: "2.9.4")
    let kuma = ControlPlane(release: release)
    let read = Cluster(
      objects + [.kubernetes(.service(.fixture(name: "other", ports: [ServicePort(port: 90, targetPort: 9090)])))],
      under: kuma, completeness: completeness)
    let dataplane = try #require(read.outcome(of: ObjectName(of: pod.metadata))?.dataplane)
    #expect(dataplane.networking.inbound.count == 2)
    #expect(
      Cluster(objects + [.dataplane(dataplane)], under: kuma, completeness: completeness).verification().problems.count == 1)
    completeness.unreadable = [
      ObjectReference(apiGroup: "", kind: "Service", namespace: pod.metadata.effectiveNamespace, name: "other")
    ]
    let cluster = Cluster(objects + [.dataplane(dataplane)], under: kuma, completeness: completeness)
    #expect(cluster.planItem(of: dataplane.objectName) == .unknown(needs: [.services], existing: .dataplane(dataplane)))
    let verification = cluster.verification()
    #expect(verification.problems == [])
    #expect(verification.unchecked.map(\.reason) == [.needs([.services])])
    let newer = try KumaRelease(parsing: "2.10.0")
    let comparison = ReleaseComparison(of: cluster, from: release, to: newer)
    #expect(comparison.changes.filter(\.difference.needsAttention).isEmpty)
    #expect(comparison.undecided.map(\.needs) == [[.services]])
    #expect(comparison.undecided.map(\.mayNeedAttention) == [true])
  }

  /// What an embedder writes down of a failure is found where the object is: without a namespace written, in `default` (KNOW-7).
  @Test(arguments: [nil, "default"] as [String?])
  func aServiceWithoutANamespaceIsInTheDefaultOne(_ written: String?) throws {
    let failure = ObjectFailure(
      apiVersion: "v1", kind: "Service", namespace: written, name: "other", path: "spec.ports", problem: "must be a list")
    let pod = Pod.fixture(namespace: "default", labels: ["app": "web", "kuma.io/sidecar-injection": "enabled"])
    let elsewhere = Pod.fixture(labels: ["app": "web", "kuma.io/sidecar-injection": "enabled"])
    let objects: [ClusterObject] = [
      .namespace(.fixture(name: "default")), .namespace(.fixture()), .pod(pod), .pod(elsewhere),
    ].map { .kubernetes($0) }
    var cluster = Cluster(objects, under: ControlPlane(release: try KumaRelease(parsing: "2.9.4")))
    cluster.completeness.unreadable = Set([failure].compactMap(\.reference))
    let needs = { (pod: Pod) in
      try #require(cluster.preview(of: ObjectName(of: pod.metadata))).outcome.unknownValues.map(\.needs)
    }
    #expect(try needs(pod).contains(.services))
    #expect(try !needs(elsewhere).contains(.services))
  }

  /// Kinds without namespaces are in none, and what has no name stands for what a list left out (KNOW-7).
  @Test func otherReferencesStayAsTheyAre() {
    let references: Set<ObjectReference> = [
      ObjectReference(apiGroup: "", kind: "Node", namespace: "", name: "a"),
      ObjectReference(apiGroup: "kuma.io", kind: "Mesh", namespace: "", name: "a"),
      ObjectReference(apiGroup: "", kind: "Namespace", namespace: "", name: "a"),
      ObjectReference(apiGroup: "", kind: "Service", namespace: "", name: ""),
      ObjectReference(apiGroup: "", kind: "Service", namespace: "demo", name: "a"),
    ]
    #expect(Completeness(known: [], unreadable: references).unreadable == references)
  }
}
